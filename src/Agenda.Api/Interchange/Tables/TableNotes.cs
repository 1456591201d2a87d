using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Interchange.Tables;

/// <summary>What is told of the rows of a table while they are read.</summary>
internal sealed class TableNotes
{
    // A file in which everything is wrong is told from the first few thousand places; the answer must stay readable.
    private const int Most = 5_000, LongestShown = 200;

    private readonly List<(int Line, ImportNote Note)> refused = [], mended = [];
    private readonly List<(int Line, ImportChange Change)> changes = [];
    private int moreRefused, moreMended;

    public int RefusedCount => refused.Count + moreRefused;

    public int Unchanged { get; set; }

    public IReadOnlyList<ImportNote> Refused => Told(refused, moreRefused);

    public IReadOnlyList<ImportNote> Mended => Told(mended, moreMended);

    public IReadOnlyList<ImportChange> Changes => [.. changes.OrderBy(c => c.Line).Select(c => c.Change)];

    public void Refuse(int line, string field, string? what, string why) => Add(refused, ref moreRefused, line, field, what, why);

    public void Mend(int line, string field, string? what, string why) => Add(mended, ref moreMended, line, field, what, why);

    public void Change(int line, string kind, string name, ImportAct act, IReadOnlyList<ImportedField> fields) => changes.Add((line, new ImportChange($"row {line}", kind, Shown(name) ?? "", act, fields)));

    /// <summary>The beginning of a text, in one line.</summary>
    public static string? Shown(string? text)
    {
        if (text is null)
            return null;

        var end = Math.Min(text.Length, LongestShown);
        var shown = text.Length <= LongestShown ? text : $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)]}…";
        return string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c));
    }

    private static void Add(List<(int Line, ImportNote Note)> notes, ref int more, int line, string field, string? what, string why)
    {
        if (notes.Count < Most)
            notes.Add((line, new ImportNote($"row {line}: {field}", Shown(what) ?? "", why)));
        else
            more++;
    }

    private static List<ImportNote> Told(List<(int Line, ImportNote Note)> notes, int more)
    {
        List<ImportNote> all = [.. notes.OrderBy(n => n.Line).Select(n => n.Note)];
        if (more > 0)
            all.Add(new ImportNote("file", $"{more} more", "Only the first are listed."));
        return all;
    }
}
