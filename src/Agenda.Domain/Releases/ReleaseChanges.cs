using Agenda.Domain.Sessions;

namespace Agenda.Domain.Releases;

/// <summary>What differs between two releases of one conference, session by session.</summary>
public static class ReleaseChanges
{
    /// <summary>The changes that lead from <paramref name="older"/> to <paramref name="newer"/>, in the order of the sessions' codes.</summary>
    public static IReadOnlyList<SessionChange> Between(ReleaseDocument older, ReleaseDocument newer)
    {
        var before = older.Sessions.ToDictionary(s => s.Id);
        var after = newer.Sessions.ToDictionary(s => s.Id);
        return [.. before.Keys.Union(after.Keys)
            .Select(id => new SessionChange(before.GetValueOrDefault(id), after.GetValueOrDefault(id)))
            .Where(change => change.Kinds.Count > 0)
            .OrderBy(change => change.Session.Code, StringComparer.Ordinal).ThenBy(change => change.Session.Id.Value)];
    }
}

/// <summary>One session before and after; one of the two is null when it was removed or added.</summary>
public sealed record SessionChange(ReleasedSession? Before, ReleasedSession? After)
{
    /// <summary>The session as it is now, or as it last was.</summary>
    public ReleasedSession Session => After ?? Before!;

    /// <summary>What changed; empty when nothing did.</summary>
    public IReadOnlyList<ChangeKind> Kinds { get; } = (Before, After) switch
    {
        (null, { }) => [ChangeKind.Added],
        ({ }, null) => [ChangeKind.Removed],
        ({ } before, { } after) => [.. Differences(before, after)],
        _ => [],
    };

    private static IEnumerable<ChangeKind> Differences(ReleasedSession before, ReleasedSession after)
    {
        if (before.Status != after.Status)
            yield return after.Status == SessionStatus.Cancelled ? ChangeKind.Cancelled : ChangeKind.Reinstated;
        if (before.LocalStart != after.LocalStart || before.Minutes != after.Minutes || before.Offset != after.Offset || before.PublishedStart != after.PublishedStart)
            yield return ChangeKind.Moved;
        if (before.Room != after.Room)
            yield return ChangeKind.RoomChanged;
        if (before.Title != after.Title || before.Code != after.Code)
            yield return ChangeKind.Retitled;
        if (!ReleasedSessions.SamePeople(before, after))
            yield return ChangeKind.PeopleChanged;
        if (before.Abstract != after.Abstract)
            yield return ChangeKind.AbstractChanged;
        if (!ReleasedSessions.SameContributions(before, after))
            yield return ChangeKind.ContributionsChanged;
        if (!before.Resources.SequenceEqual(after.Resources))
            yield return ChangeKind.ResourcesChanged;
        if (before.Type != after.Type || before.Track != after.Track || before.Language != after.Language)
            yield return ChangeKind.Reclassified;
    }
}

public enum ChangeKind
{
    Added,
    Removed,
    Cancelled,
    Reinstated,
    Moved,
    RoomChanged,
    Retitled,
    PeopleChanged,
    AbstractChanged,
    ContributionsChanged,
    ResourcesChanged,

    /// <summary>Another type, track or language.</summary>
    Reclassified,
}
