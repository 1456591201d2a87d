using System.Globalization;
using System.Text;
using Agenda.Api.Scheduling;
using Agenda.Api.Web.Reading;
using Agenda.Infrastructure.Interchange;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Interchange;

/// <summary>What the import command shows on a terminal.</summary>
internal static class ImportTerminal
{
    private const int ConflictsTold = 50;

    /// <summary>Shows how far the import is; null where nobody watches.</summary>
    public static ProgressLine? Progress() => Console.IsErrorRedirected ? null : new ProgressLine(Console.Error);

    public static string Table(string file, ImportReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{(report.DryRun ? "Tried (nothing was saved)" : "Imported")}: {Path.GetFileName(file)} ({report.Format}) into \"{report.Conference}\"");
        text.AppendLine().AppendLine(Row("", "created", "updated", "unchanged"));
        text.AppendLine(Row("sessions", new(report.Created, report.Updated, report.Unchanged)));
        text.AppendLine(Row("rooms", report.Rooms));
        text.AppendLine(Row("tracks", report.Tracks));
        text.AppendLine(Row("session types", report.SessionTypes));
        text.AppendLine(Row("people", report.People));
        Notes(text, "Mended", report.Mended);
        Notes(text, "Left out", report.LeftOut);
        Notes(text, "No longer in the file", [.. report.Gone.Select(g => new ImportNote(g.Code, g.Title, g.Cancelled ? "Cancelled." : "Kept: most sessions are missing, so the file seems to be another or a part."))]);
        if (report.Release is { } release)
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Published as release {release}.");
        return text.ToString();
    }

    public static string Refusal(string file, ImportRefusal refusal)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Refused ({refusal.Refusal.Code}): {Path.GetFileName(file)}");
        text.Append(refusal.Refusal.Reason);
        Notes(text.AppendLine(), "Places", refusal.Places);
        if (refusal.Publication is { Gate: not null } publication)
            Conflicts(text, publication);
        return text.Append("Nothing was changed.").ToString();
    }

    private static void Conflicts(StringBuilder text, PublishOutcome publication)
    {
        var standing = publication.Gate!.Standing.OrderBy(ConflictOrder.Of, StringComparer.Ordinal).ToList();
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Conflicts ({Number(standing.Count)})");
        foreach (var conflict in standing.Take(ConflictsTold))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {ConflictWording.Of(conflict, conflict.Person is { } person ? publication.Names.GetValueOrDefault(person) : null, Locale.English)}");
        if (standing.Count > ConflictsTold)
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {Number(standing.Count - ConflictsTold)} more");
        text.AppendLine("--acknowledge \"WHY\" publishes all the same; without --publish the file is imported, and they can be solved.");
    }

    private static void Notes(StringBuilder text, string title, IReadOnlyList<ImportNote> notes)
    {
        if (notes.Count == 0)
            return;

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{title} ({notes.Count})");
        var where = Math.Min(notes.Max(n => n.Where.Length), 60);
        var what = Math.Min(notes.Max(n => n.What.Length), 50);
        foreach (var note in notes)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {note.Where.PadRight(where)}  {note.What.PadRight(what)}  {note.Why}");
    }

    private static string Row(string kind, ImportTally tally) => Row(kind, Number(tally.Created), Number(tally.Updated), Number(tally.Unchanged));

    private static string Row(string kind, string created, string updated, string unchanged) => $"  {kind,-14}{created,9}{updated,9}{unchanged,11}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One line that is written over and over.</summary>
    internal sealed class ProgressLine(TextWriter terminal) : IProgress<ImportProgress>
    {
        private int width;

        public void Report(ImportProgress value)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"  {value.Done:N0} of {value.Of:N0} sessions");
            terminal.Write($"\r{line.PadRight(width)}");
            terminal.Flush();
            width = line.Length;
        }

        public void Clear()
        {
            terminal.Write($"\r{new string(' ', width)}\r");
            terminal.Flush();
        }
    }
}
