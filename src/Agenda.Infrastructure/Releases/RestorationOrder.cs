using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Infrastructure.Releases;

/// <summary>Which release to bring back, and of which programme the caller knows what that overwrites.</summary>
/// <param name="Conference">Whose release.</param>
/// <param name="Number">Its number.</param>
/// <param name="State">The state of the programme that was seen; null only tries it.</param>
public sealed record RestorationOrder(ConferenceId Conference, int Number, string? State);

/// <summary>What became of it, or would.</summary>
public sealed record RestorationReport(Restoration Restoration)
{
    /// <summary>What to say to go on from here.</summary>
    public required string State { get; init; }

    /// <summary>The conflicts of the programme before.</summary>
    public required ConflictList Before { get; init; }

    /// <summary>The conflicts of the programme afterwards.</summary>
    public required ConflictList After { get; init; }

    /// <summary>Whether it was done and saved.</summary>
    public required bool Done { get; init; }

    /// <summary>Whether it was not done because the programme is not what was seen.</summary>
    public bool Changed { get; init; }
}

/// <summary>The report, or why there is none: that no such release is, or that it is not kept any more.</summary>
public readonly record struct RestorationOutcome(RestorationReport? Report, bool NotKept);
