namespace Agenda.Infrastructure.Interchange;

/// <summary>Collects what an import makes and changes, row by row.</summary>
internal sealed class ImportChanges(ImportSide wins)
{
    // Of a file in which everything is new the first few thousand are enough to read; the counts are of all.
    private const int Most = 5_000;

    private readonly List<(int Line, ImportChange Change)> all = [];

    /// <summary>What is taken where a field was changed in the file and here.</summary>
    public ImportSide Wins => wins;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ImportChange> All => [.. all.OrderBy(c => c.Line).Select(c => c.Change)];

    /// <summary>How many more there are than are listed.</summary>
    public int Unlisted { get; private set; }

    public void Created(Place where, string kind, string name) => Add(where, new ImportChange(where.ToString(), kind, name, ImportAct.Created, []));

    /// <summary>Notes something that was there, if anything of it differs.</summary>
    public void Compared(Place where, string kind, string name, IReadOnlyList<ImportedField> fields)
    {
        if (fields.Count > 0)
            Add(where, new ImportChange(where.ToString(), kind, name, fields.Any(f => f.Taken == ImportSide.File) ? ImportAct.Updated : ImportAct.Kept, fields));
    }

    private void Add(Place where, ImportChange change)
    {
        if (all.Count < Most)
            all.Add((where.Line, change));
        else
            Unlisted++;
    }
}
