using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Releases;

/// <summary>What differs between two releases of one conference, session by session.</summary>
public static class ReleaseChanges
{
    /// <summary>
    /// The changes that lead from <paramref name="older"/> to <paramref name="newer"/>, in the order of the sessions' codes: a session of which
    /// anything public reads differently is among them. Null stands for a release before the first, in which there is nothing.
    /// </summary>
    public static IReadOnlyList<SessionChange> Between(ReleaseDocument? older, ReleaseDocument? newer)
    {
        var before = older?.Sessions.ToDictionary(s => s.Id) ?? [];
        var after = newer?.Sessions.ToDictionary(s => s.Id) ?? [];
        var context = new Comparison(older, newer);
        return [.. before.Keys.Union(after.Keys)
            .Select(id => new SessionChange(before.GetValueOrDefault(id), after.GetValueOrDefault(id), context))
            .Where(change => change.Kinds.Count > 0)
            .OrderBy(change => change.Session.Code, StringComparer.Ordinal).ThenBy(change => change.Session.Id.Value)];
    }

    /// <summary>What the comparison of two sessions takes from the releases around them: their zones, and the names that they show.</summary>
    internal sealed class Comparison(ReleaseDocument? older, ReleaseDocument? newer)
    {
        private readonly ShownNames? names = older is null || newer is null ? null : ShownNames.Differing(older, newer);

        private readonly (ConferenceZone Before, ConferenceZone After)? zones =
            older is null || newer is null || older.Conference.TimeZone == newer.Conference.TimeZone ? null
            : (ConferenceZone.Of(older.Conference.TimeZone), ConferenceZone.Of(newer.Conference.TimeZone));

        public bool SameTime(ReleasedSession before, ReleasedSession after) =>
            before.LocalStart == after.LocalStart && before.Minutes == after.Minutes && before.Offset == after.Offset && before.PublishedStart == after.PublishedStart
            && (zones is null || Resolved(zones.Value.Before, before) == Resolved(zones.Value.After, after));

        /// <summary>Whether something that both point at is called otherwise.</summary>
        public bool Relabelled(ReleasedSession before, ReleasedSession after) => names?.AreShownBy(before, after) == true;

        // Another zone can have the same start and, when its clocks change in between, another end.
        private static (Instant?, LocalDateTime?) Resolved(ConferenceZone zone, ReleasedSession session) =>
            session is { LocalStart: { } start, Minutes: { } minutes } && zone.Resolve(new TimeSlot(start, minutes, session.Offset)) is { } times
                ? (times.Start.ToInstant(), times.End.LocalDateTime)
                : (null, null);
    }
}

/// <summary>One session before and after; one of the two is null when it was removed or added.</summary>
public sealed record SessionChange
{
    internal SessionChange(ReleasedSession? before, ReleasedSession? after, ReleaseChanges.Comparison context)
    {
        (Before, After) = (before, after);
        Kinds = (before, after) switch
        {
            (null, { }) => [ChangeKind.Added],
            ({ }, null) => [ChangeKind.Removed],
            ({ }, { }) => [.. Differences(before, after, context)],
            _ => [],
        };
    }

    public ReleasedSession? Before { get; }

    public ReleasedSession? After { get; }

    /// <summary>The session as it is now, or as it last was.</summary>
    public ReleasedSession Session => After ?? Before!;

    /// <summary>What changed; empty when nothing did.</summary>
    public IReadOnlyList<ChangeKind> Kinds { get; }

    private static IEnumerable<ChangeKind> Differences(ReleasedSession before, ReleasedSession after, ReleaseChanges.Comparison context)
    {
        if (before.Status != after.Status)
            yield return after.Status == SessionStatus.Cancelled ? ChangeKind.Cancelled : ChangeKind.Reinstated;
        if (!context.SameTime(before, after))
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
            yield return ChangeKind.ResourceChanged;
        if (before.Type != after.Type || before.Track != after.Track || before.Language != after.Language)
            yield return ChangeKind.Reclassified;
        if (context.Relabelled(before, after))
            yield return ChangeKind.Relabelled;
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
    ResourceChanged,

    /// <summary>Another type, track or language.</summary>
    Reclassified,

    /// <summary>A room, building, type, track or person that it shows is called otherwise.</summary>
    Relabelled,
}
