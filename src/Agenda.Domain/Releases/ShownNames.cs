using Agenda.Domain.People;

namespace Agenda.Domain.Releases;

/// <summary>
/// What sessions point at and show by name - rooms with their building and seats, types, tracks, people with their affiliation - and that reads
/// otherwise in another release. A session that shows it reads otherwise as well, although nobody edited it.
/// </summary>
internal sealed class ShownNames
{
    private readonly HashSet<Guid> differing;

    private ShownNames(HashSet<Guid> differing) => this.differing = differing;

    /// <summary>What both releases have and show differently.</summary>
    public static ShownNames Differing(ReleaseDocument older, ReleaseDocument newer)
    {
        var before = Of(older).ToDictionary();
        return new([.. Of(newer).Where(now => before.TryGetValue(now.Key, out var shown) && !shown.Equals(now.Value)).Select(now => now.Key)]);
    }

    /// <summary>Whether two copies of one session both show any of it: what only one of them points at is a change of the session itself.</summary>
    public bool AreShownBy(ReleasedSession before, ReleasedSession after) => differing.Count > 0 && PointedAt(before).Where(differing.Contains).Intersect(PointedAt(after)).Any();

    /// <summary>Whom a session names in any role.</summary>
    public static IEnumerable<PersonId> PeopleOf(ReleasedSession session) =>
        session.Chairs.Concat(session.Discussants).Concat(session.Contributions.SelectMany(c => c.Authors).Select(a => a.Person));

    private static IEnumerable<Guid> PointedAt(ReleasedSession session)
    {
        yield return session.Type.Value;
        if (session.Room is { } room)
            yield return room.Value;
        if (session.Track is { } track)
            yield return track.Value;
        foreach (var person in PeopleOf(session))
            yield return person.Value;
    }

    private static IEnumerable<KeyValuePair<Guid, object>> Of(ReleaseDocument release) =>
    [
        .. release.Rooms.Select(r => new KeyValuePair<Guid, object>(r.Id.Value, (r.Slug, r.Name, r.Building, r.Capacity))),
        .. release.Types.Select(t => new KeyValuePair<Guid, object>(t.Id.Value, (t.Code, t.Name))),
        .. release.Tracks.Select(t => new KeyValuePair<Guid, object>(t.Id.Value, (t.Slug, t.Name, t.Colour))),
        .. release.People.Select(p => new KeyValuePair<Guid, object>(p.Id.Value, (Person.NameOf(p.GivenName, p.FamilyName), p.Affiliation))),
    ];
}
