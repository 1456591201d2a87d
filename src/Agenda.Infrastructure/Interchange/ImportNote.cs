namespace Agenda.Infrastructure.Interchange;

/// <summary>Something of an imported file that was mended, left out or found wrong.</summary>
/// <param name="Where">The line and, where there is one, the path in JSON or the column of a table.</param>
/// <param name="What">What stands there.</param>
/// <param name="Why">What is the matter with it, and what was done.</param>
public sealed record ImportNote(string Where, string What, string Why);

/// <summary>Collects the notes of one import; they are told in the order of the file.</summary>
internal sealed class ImportNotes
{
    // A file in which everything is wrong is told from the first few thousand lines; the answer must stay readable.
    private const int Most = 5_000;

    private readonly List<(int Line, ImportNote Note)> mended = [], leftOut = [];
    private int moreMended, moreLeftOut;

    public ImportNotes()
    {
    }

    /// <summary>Goes on from what was noted before, however often.</summary>
    public ImportNotes(ImportNotes before)
    {
        mended.AddRange(before.mended);
        leftOut.AddRange(before.leftOut);
        (moreMended, moreLeftOut) = (before.moreMended, before.moreLeftOut);
    }

    public IReadOnlyList<ImportNote> Mended => WithRest(mended, moreMended);

    public IReadOnlyList<ImportNote> LeftOut => WithRest(leftOut, moreLeftOut);

    public void Mend(Place where, string what, string why) => Add(mended, ref moreMended, where, what, why);

    public void LeaveOut(Place where, string what, string why) => Add(leftOut, ref moreLeftOut, where, what, why);

    private static void Add(List<(int Line, ImportNote Note)> notes, ref int more, Place where, string what, string why)
    {
        if (notes.Count < Most)
            notes.Add((where.Line, new ImportNote(where.ToString(), Shown(what), why)));
        else
            more++;
    }

    private static List<ImportNote> WithRest(List<(int Line, ImportNote Note)> notes, int more)
    {
        List<ImportNote> all = [.. notes.OrderBy(n => n.Line).Select(n => n.Note)];
        if (more > 0)
            all.Add(new ImportNote("file", $"{more} more", "Only the first are listed."));
        return all;
    }

    private static string Shown(string what)
    {
        var shown = what.Length > 200 ? $"{CleanText.Cut(what, 200)}…" : what;
        return CleanText.WithoutControls(shown).Replace('\n', ' ');
    }
}

/// <summary>Where in a file something stands.</summary>
internal readonly record struct Place(int Line, FileJson? Json = null, string? Column = null)
{
    /// <summary>The file as a whole.</summary>
    public static readonly Place File = new(0);

    public override string ToString() => Line == 0 ? "file" : (Json?.Path ?? Column) is { } part ? $"line {Line}: {part}" : $"line {Line}";
}

/// <summary>A value as the file has it, and where.</summary>
internal readonly record struct Said(string? Text, Place Where)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
