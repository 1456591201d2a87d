using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Reads ConfTool's export of sessions: a row for each, its chairs in the columns <c>chair1</c>, <c>chair2</c> …, its presentations in
/// <c>p1_title</c>, <c>p2_title</c> …
/// </summary>
internal static partial class ConfToolSessions
{
    private const int MostOfAKind = 500;

    public static SaidSchedule Read(IReadOnlyList<string> columns, List<ConfToolRow> rows, ImportNotes notes)
    {
        var schedule = new SaidSchedule { Format = ScheduleFormats.ConfToolSessions, ZoneIsAsked = true };
        var rooms = new ConfToolRooms(notes);
        var listsPresentations = columns.Any(c => Presentation().IsMatch(c));
        foreach (var row in rows)
        {
            rooms.Add(row["session_room"], row["session_room_info"]);
            schedule.Events.Add(Of(row, notes) with { Contributions = listsPresentations ? Presentations(row, notes) : null });
        }

        schedule.Rooms.AddRange(rooms.All());
        if (schedule.Events.Any(e => !e.Type.IsBlank && e.Type.Text != ConfToolTypes.Break))
            notes.Mend(Place.File, "types of sessions", "ConfTool exports none: they are taken from the letters with which the codes begin, and may be renamed here.");
        return schedule;
    }

    /// <summary>What the columns of a session say of it, in whatever export they stand.</summary>
    public static SaidEvent Of(ConfToolRow row, ImportNotes notes)
    {
        var (info, join) = ConfToolTexts.WithoutJoinLinks(row["session_info"], notes);
        var (text, joinInText) = ConfToolTexts.WithoutJoinLinks(row["session_abstract"], notes);
        var (start, end) = (row["session_start"], row["session_end"]);
        return new SaidEvent(row.Where)
        {
            Id = ConfTool.Id(row["session_ID"]),
            Code = row["session_short"],
            Title = row["session_title", "session_short"],
            Abstract = ConfToolTexts.WithoutPlaceholder(info, notes),
            Description = ConfToolTexts.WithoutPlaceholder(text, notes),
            Type = ConfToolTypes.Of(row),
            Room = row["session_room"],
            Date = IsAnnounced(start, end) ? start : start with { Text = null },
            End = end,
            People = [.. Chairs(row, notes)],
            JoinUrl = join.IsBlank ? joinInText : join,
        };
    }

    /// <summary>From midnight to midnight is how ConfTool says that nobody knows yet.</summary>
    private static bool IsAnnounced(Said start, Said end)
    {
        var (from, to) = (FileMoment.Parse(start.Text), FileMoment.Parse(end.Text));
        return !(start.Text?.StartsWith("0000", StringComparison.Ordinal) is true || (from?.Time == LocalTime.Midnight && (to is null || to.Value.Time == LocalTime.Midnight)));
    }

    private static IEnumerable<SaidPerson> Chairs(ConfToolRow row, ImportNotes notes)
    {
        for (var n = 1; n <= MostOfAKind; n++)
        {
            var column = string.Create(CultureInfo.InvariantCulture, $"chair{n}");
            var said = row[column, $"{column}_name"];
            if (said.IsBlank)
                continue;

            var id = ConfTool.Id(row[$"{column}_ID"]);
            var names = ConfToolNames.Both(said.Text!);
            if (names.Count > 1)
                notes.Mend(said.Where, $"chair \"{said.Text}\"", $"These are {names.Count} people in one field; taken as such.");
            foreach (var name in names.Select(name => ConfToolNames.Of(said with { Text = name })).Where(name => !name.Name.IsBlank))
            {
                yield return new SaidPerson(said.Where)
                {
                    Id = names.Count == 1 ? id : default,
                    Name = name.Name,
                    GivenName = name.Given,
                    FamilyName = name.Family,
                    Role = new Said("chair", said.Where),
                    Affiliation = names.Count == 1 ? row[$"{column}_organisation"] : default,
                    Email = names.Count == 1 ? row[$"{column}_email"] : default,
                };
            }
        }
    }

    private static List<SaidContribution> Presentations(ConfToolRow row, ImportNotes notes)
    {
        var papers = new List<TimedPaper>();
        for (var n = 1; n <= MostOfAKind; n++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"p{n}_");
            var (id, title) = (row[$"{prefix}paperID"], row[$"{prefix}title"]);
            if (id.IsBlank && title.IsBlank)
                continue;

            papers.Add(new(ConfToolPapers.Of(row, prefix, notes), FileMoment.Parse(row[$"{prefix}start"].Text)?.Local, FileMoment.Parse(row[$"{prefix}end"].Text)?.Local));
            if (!row[$"{prefix}download_A", $"{prefix}download_B", $"{prefix}download_C"].IsBlank)
                notes.LeaveOut(row[$"{prefix}download_A", $"{prefix}download_B", $"{prefix}download_C"].Where, "downloads", "They are for whoever is signed in there; upload here what is to be public.");
        }

        return TimedPaper.InOrder(papers, FileMoment.Parse(row["session_start"].Text)?.Local, row.Where, notes);
    }

    [GeneratedRegex(@"^p\d+_(paperID|title)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Presentation();
}
