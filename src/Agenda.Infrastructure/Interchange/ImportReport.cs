namespace Agenda.Infrastructure.Interchange;

/// <summary>What an import did: sessions created, updated and unchanged, and every place of the file that was mended or left out.</summary>
public record ImportReport
{
    /// <summary>The conference's slug.</summary>
    public required string Conference { get; init; }

    /// <summary>The format that the file turned out to have.</summary>
    public required string Format { get; init; }

    /// <summary>Whether it was only tried; then nothing was saved.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Sessions that are new.</summary>
    public required int Created { get; init; }

    /// <summary>Sessions that were there already and have changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Sessions that were there already just so.</summary>
    public required int Unchanged { get; init; }

    public required ImportTally Rooms { get; init; }

    public required ImportTally Tracks { get; init; }

    public required ImportTally SessionTypes { get; init; }

    public required ImportTally People { get; init; }

    /// <summary>What it makes and changes, row by row, and where the file and the programme differ.</summary>
    public required IReadOnlyList<ImportChange> Changes { get; init; }

    /// <summary>How many more there are than <see cref="Changes"/> lists.</summary>
    public required int ChangesUnlisted { get; init; }

    /// <summary>Sessions of an earlier import that the file no longer has.</summary>
    public required IReadOnlyList<GoneSession> Gone { get; init; }

    public required IReadOnlyList<ImportNote> LeftOut { get; init; }

    public required IReadOnlyList<ImportNote> Mended { get; init; }

    /// <summary>The number of the release that was published with it; null when none was.</summary>
    public int? Release { get; init; }
}

/// <summary>How many of a kind an import created, updated and found unchanged.</summary>
public sealed record ImportTally(int Created, int Updated, int Unchanged);

/// <summary>A session of an earlier import that the file no longer has.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cancelled">Whether it was cancelled; otherwise it stays as it is, because the file seems to be another or only a part.</param>
public sealed record GoneSession(string Code, string Title, bool Cancelled);

/// <summary>Counts while an import runs.</summary>
internal sealed class RunningTally
{
    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public ImportTally Total => new(Created, Updated, Unchanged);
}
