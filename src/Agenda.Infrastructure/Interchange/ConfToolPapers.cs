using System.Globalization;
using NodaTime;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Reads ConfTool's export of papers: those that have a session come into it. It is a part of the programme, so nothing else of a session goes.</summary>
internal static class ConfToolPapers
{
    public static SaidSchedule Read(IReadOnlyList<string> columns, List<ConfToolRow> rows, ImportNotes notes)
    {
        var schedule = new SaidSchedule { Format = ScheduleFormats.ConfToolPapers, ZoneIsAsked = true, Partial = true };
        if (!columns.Contains("session_ID", StringComparer.OrdinalIgnoreCase) && !columns.Contains("session_short", StringComparer.OrdinalIgnoreCase))
            notes.LeaveOut(Place.File, "papers", "The file does not say in which session they are: export them with the option \"session\".");
        var rooms = new ConfToolRooms(notes);
        foreach (var session in rows.Where(row => IsHeld(row, notes)).GroupBy(row => row["session_ID", "session_short"].Text!.Trim(), StringComparer.Ordinal))
        {
            var first = session.First();
            rooms.Add(first["session_room"], first["session_room_info"]);
            schedule.Events.Add(ConfToolSessions.Of(first, notes) with
            {
                Contributions = [.. session.OrderBy(row => Number(row["session_numberInSession"])).Select(row => Of(row, "", notes))],
            });
        }

        schedule.Rooms.AddRange(rooms.Some());
        return schedule;
    }

    /// <summary>A paper whose columns begin with <paramref name="prefix"/>, such as <c>p1_</c>.</summary>
    public static SaidContribution Of(ConfToolRow row, string prefix, ImportNotes notes)
    {
        var (text, join) = ConfToolTexts.WithoutJoinLinks(row[$"{prefix}abstract", $"{prefix}abstract_plain"], notes);
        if (!row[$"{prefix}external_resource"].IsBlank || !join.IsBlank)
            notes.LeaveOut(row[$"{prefix}external_resource", $"{prefix}abstract"].Where, "external resource", "Such links are for whoever is signed in there; add here what is to be public.");
        return new SaidContribution(row[$"{prefix}paperID"].Where)
        {
            Code = row[$"{prefix}paperID"],
            Title = row[$"{prefix}title"],
            Abstract = ConfToolTexts.WithoutPlaceholder(text, notes),
            Authors = ConfToolAuthors.Of(row, prefix, notes),
        };
    }

    private static bool IsHeld(ConfToolRow row, ImportNotes notes)
    {
        var why = row["withdrawn"].Text?.Trim() == "1" ? "It was withdrawn."
            : row["session_ID", "session_short"].IsBlank ? "It has no session."
            : null;
        if (why is not null)
            notes.LeaveOut(row["paperID"].Where, $"paper {row["paperID"].Text} \"{row["title"].Text}\"", why);
        return why is null;
    }

    private static int Number(Said said) => int.TryParse(said.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}

/// <summary>A paper with the times that a session's row says of it.</summary>
internal sealed record TimedPaper(SaidContribution Paper, LocalDateTime? Start, LocalDateTime? End)
{
    /// <summary>
    /// In order of time where all times are known. Papers follow each other without a gap here, so that one lasts until the next begins; posters, which are all at once,
    /// have no minutes.
    /// </summary>
    public static List<SaidContribution> InOrder(List<TimedPaper> papers, LocalDateTime? session, Place where, ImportNotes notes)
    {
        if (papers.Count == 0 || papers.Exists(p => p.Start is null || p.End is null || p.End <= p.Start))
            return [.. papers.Select(p => p.Paper)];

        List<TimedPaper> ordered = [.. papers.OrderBy(p => p.Start)];
        if (session is { } begins && ordered[0].Start > begins)
            notes.Mend(ordered[0].Paper.Where, $"start {Time(ordered[0].Start!.Value)}", $"The session begins at {Time(begins)}, and its first contribution with it here; add one for what is before.");
        var said = new List<SaidContribution>();
        for (var i = 0; i < ordered.Count; i++)
        {
            var (start, end) = (ordered[i].Start!.Value, ordered[i].End!.Value);
            var next = i + 1 < ordered.Count ? ordered[i + 1].Start!.Value : end;
            if (next < end)
            {
                notes.Mend(where, "presentations at one time", "They overlap, as posters do; they have no times of their own here.");
                return [.. papers.Select(p => p.Paper)];
            }

            if (next > end)
                notes.Mend(ordered[i].Paper.Where, $"end {Time(end)}", $"The next begins at {Time(next)}; it lasts until then.");
            said.Add(ordered[i].Paper with { Minutes = (int)Period.Between(start, next, PeriodUnits.Minutes).Minutes });
        }

        return said;
    }

    private static string Time(LocalDateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
