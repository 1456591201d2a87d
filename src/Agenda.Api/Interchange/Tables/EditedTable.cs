namespace Agenda.Api.Interchange.Tables;

/// <summary>A table of a conference: how its rows are written for a spreadsheet, and what becomes of them when they come back.</summary>
internal abstract class EditedTable
{
    protected const string IdColumn = "id", VersionColumn = "version";

    /// <summary>The names of its columns, as far as the caller may see them.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Reads what is here, in a fixed number of queries.</summary>
    public abstract Task LoadAsync(CancellationToken cancellation);

    /// <summary>The rows, in an order that does not change.</summary>
    public abstract IEnumerable<IEnumerable<string?>> Lines();

    /// <summary>A row as one would enter it, with names that this conference has.</summary>
    public abstract IEnumerable<string?> Example();

    /// <summary>Decides about every row of a file, and takes what is to be taken into the context, unsaved; nothing unless no row is refused.</summary>
    public abstract Task TakeAsync(TableFile file, TableOrder order, CancellationToken cancellation);
}

/// <summary>How a file is to be taken.</summary>
/// <param name="FileWins">Whether the file decides about what differs in rows that were edited here since they were written.</param>
internal sealed record TableOrder(bool FileWins, TableNotes Notes);
