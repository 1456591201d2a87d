namespace Agenda.Domain.Releases;

/// <summary>How two releases' copies of one session compare.</summary>
public static class ReleasedSessions
{
    /// <summary>Same time, room and status: what a calendar entry's SEQUENCE counts.</summary>
    public static bool SamePlan(ReleasedSession a, ReleasedSession b) =>
        a.LocalStart == b.LocalStart && a.Minutes == b.Minutes && a.Offset == b.Offset && a.Room == b.Room && a.Status == b.Status
        && a.PublishedStart == b.PublishedStart;

    /// <summary>Same in everything that is published of a session itself; its history does not count.</summary>
    public static bool SameContent(ReleasedSession a, ReleasedSession b) =>
        SamePlan(a, b) && a.Code == b.Code && a.Title == b.Title && a.Type == b.Type && a.Track == b.Track && a.Language == b.Language
        && a.Abstract == b.Abstract && SamePeople(a, b) && SameContributions(a, b) && a.Resources.SequenceEqual(b.Resources);

    public static bool SamePeople(ReleasedSession a, ReleasedSession b) => a.Chairs.SequenceEqual(b.Chairs) && a.Discussants.SequenceEqual(b.Discussants);

    public static bool SameContributions(ReleasedSession a, ReleasedSession b) =>
        a.Contributions.Count == b.Contributions.Count && a.Contributions.Zip(b.Contributions).All(pair => Same(pair.First, pair.Second));

    /// <summary>Everybody with a role in it; somebody with several comes several times.</summary>
    public static IEnumerable<PersonId> PeopleOf(ReleasedSession session) =>
        session.Chairs.Concat(session.Discussants).Concat(session.Contributions.SelectMany(c => c.Authors).Select(a => a.Person));

    private static bool Same(ReleasedContribution a, ReleasedContribution b) =>
        a.Id == b.Id && a.Code == b.Code && a.Title == b.Title && a.Abstract == b.Abstract && a.Minutes == b.Minutes && a.Authors.SequenceEqual(b.Authors);
}
