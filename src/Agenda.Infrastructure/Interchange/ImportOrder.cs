using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure.Releases;
using NodaTime;

namespace Agenda.Infrastructure.Interchange;

/// <summary>A schedule to import, and how.</summary>
/// <param name="Conference">The slug of the conference that it is imported into.</param>
/// <param name="Schedule">What was read from the file.</param>
public sealed record ImportOrder(string Conference, ReadSchedule Schedule)
{
    /// <summary>The IANA name of the zone in which the file's wall times are; null takes the file's own, else the conference's.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether to make the conference when there is none.</summary>
    public bool MayCreate { get; init; }

    /// <summary>When it is imported.</summary>
    public required Instant At { get; init; }

    /// <summary>What is taken where a field was changed in the file and here since the last import.</summary>
    public ImportSide Edits { get; init; } = ImportSide.Here;

    /// <summary>Whether to do everything and save nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Publishes the programme in the same transaction, when said; a refusal to publish undoes the import.</summary>
    public PublishOrder? Publish { get; init; }

    /// <summary>Takes the conflicts of the programme before and afterwards, before anything is kept or dropped; they are not looked for without it.</summary>
    public Func<ConflictList, ConflictList, CancellationToken, Task>? Conflicts { get; init; }

    public IProgress<ImportProgress>? Progress { get; init; }
}

/// <summary>How far an import is.</summary>
public readonly record struct ImportProgress(int Done, int Of);

/// <summary>The report, or why nothing was imported.</summary>
public readonly record struct ImportOutcome(ImportReport? Report, ImportRefusal? Refusal)
{
    internal ImportOutcome(ImportReport report) : this(report, null)
    {
    }

    internal ImportOutcome(ImportRefusal refusal) : this(null, refusal)
    {
    }
}
