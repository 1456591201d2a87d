namespace Agenda.Domain.Scheduling.Conflicts.Rules;

/// <summary>How long it takes from room to room, in seconds: nothing within a building, to or from a virtual room, and where no time is said.</summary>
internal sealed class Walks
{
    private readonly Dictionary<(BuildingId, BuildingId), int>? minutes;

    public Walks(ConflictPolicy policy)
    {
        if (policy.Of(ConflictRule.WalkTooShort) == Severity.Off || policy.WalkingTimes.Count == 0)
            return;

        minutes = [];
        foreach (var walk in policy.WalkingTimes)
            minutes[(walk.One, walk.Other)] = minutes[(walk.Other, walk.One)] = walk.Minutes;
        Longest = 60L * policy.WalkingTimes.Max(w => w.Minutes);
    }

    /// <summary>No walk takes longer.</summary>
    public long Longest { get; }

    public long Between(PlannedSession one, PlannedSession other) =>
        minutes is not null && one.Room?.Building is { } from && other.Room?.Building is { } to && minutes.TryGetValue((from, to), out var walk) ? 60L * walk : 0;
}
