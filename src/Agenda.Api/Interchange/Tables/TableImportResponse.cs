using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Interchange.Tables;

/// <summary>What became of the rows of a table, or would become of them.</summary>
public sealed record TableImportResponse
{
    /// <summary>The conference's slug.</summary>
    public required string Conference { get; init; }

    /// <summary>Which table it is.</summary>
    public required string Table { get; init; }

    /// <summary>Whether it was only tried; then nothing was saved.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The encoding that the file turned out to have: "utf-8", "utf-16" or "windows-1252".</summary>
    public required string Encoding { get; init; }

    /// <summary>What separates its cells: a comma, a semicolon or a tab.</summary>
    public required string Separator { get; init; }

    /// <summary>Rows that are new.</summary>
    public required int Created { get; init; }

    /// <summary>Rows of which something is taken from the file.</summary>
    public required int Updated { get; init; }

    /// <summary>Rows that stay as they are although the file says something else, because they were edited here since.</summary>
    public required int Kept { get; init; }

    /// <summary>Rows that are here just so.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Every row that differs, with its row and fields.</summary>
    public required IReadOnlyList<ImportChange> Changes { get; init; }

    /// <summary>What was read as something else than what stands there, or not taken because it was lost in the file.</summary>
    public required IReadOnlyList<ImportNote> Mended { get; init; }

    /// <summary>Columns that the table does not have.</summary>
    public required IReadOnlyList<ImportNote> LeftOut { get; init; }

    /// <summary>What cannot be taken as it is; only in a trial, for without it the file is refused.</summary>
    public required IReadOnlyList<ImportNote> Refused { get; init; }

    /// <summary>What it did to the conflicts of the programme; nothing while something is refused.</summary>
    public required ConflictChanges Conflicts { get; init; }

    internal static TableImportResponse Of(EditedConference conference, string table, TableFile file, TableNotes notes, bool dryRun, ConflictChanges conflicts)
    {
        var changes = notes.Changes;
        return new()
        {
            Conference = conference.Slug,
            Table = table,
            DryRun = dryRun,
            Encoding = file.Encoding,
            Separator = file.Separator.ToString(),
            Created = changes.Count(c => c.Act == ImportAct.Created),
            Updated = changes.Count(c => c.Act == ImportAct.Updated),
            Kept = changes.Count(c => c.Act == ImportAct.Kept),
            Unchanged = notes.Unchanged,
            Changes = changes,
            Mended = notes.Mended,
            LeftOut = [.. file.Unknown.Select(name => new ImportNote("row 1", TableNotes.Shown(name)!, "The table has no such column; it is left out."))],
            Refused = notes.Refused,
            Conflicts = conflicts,
        };
    }
}
