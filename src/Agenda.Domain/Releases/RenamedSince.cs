using Agenda.Domain.People;

namespace Agenda.Domain.Releases;

/// <summary>
/// What sessions merely point at and show - rooms, types, tracks, people, the conference itself - and that is called or shown otherwise than in an
/// earlier release. A session that shows such a thing has changed for its readers although nobody edited it.
/// </summary>
internal sealed class RenamedSince
{
    private readonly HashSet<Guid> renamed;
    private readonly bool rezoned;

    public RenamedSince(ReleaseDocument? previous, Programme programme)
    {
        rezoned = previous is not null && previous.Conference.TimeZone != programme.Conference.TimeZone;
        var before = previous is null ? [] : Names(previous).ToDictionary();
        renamed = [.. Names(programme).Where(now => before.TryGetValue(now.Key, out var name) && !name.Equals(now.Value)).Select(now => now.Key)];
    }

    public bool IsShownBy(ReleasedSession session) =>
        (rezoned && session.LocalStart is not null) || (renamed.Count > 0 && (renamed.Contains(session.Type.Value)
            || renamed.Contains(session.Room is { } room ? room.Value : WithoutRoom)
            || (session.Track is { } track && renamed.Contains(track.Value))
            || session.Chairs.Concat(session.Discussants).Concat(session.Contributions.SelectMany(c => c.Authors).Select(a => a.Person)).Any(p => renamed.Contains(p.Value))));

    // A session without a room is where the conference is.
    private static Guid WithoutRoom => Guid.Empty;

    private static IEnumerable<KeyValuePair<Guid, object>> Names(ReleaseDocument release) =>
    [
        Shown(WithoutRoom, release.Conference.Name),
        .. release.Rooms.Select(r => Shown(r.Id.Value, (r.Location, r.Coordinates))),
        .. release.Types.Select(t => Shown(t.Id.Value, (t.Name, t.Colour, t.Break))),
        .. release.Tracks.Select(t => Shown(t.Id.Value, (t.Name, t.Colour))),
        .. release.People.Select(p => Shown(p.Id.Value, Person.NameOf(p.GivenName, p.FamilyName))),
    ];

    private static IEnumerable<KeyValuePair<Guid, object>> Names(Programme programme)
    {
        var buildings = programme.Buildings.ToDictionary(b => b.Id);
        return
        [
            Shown(WithoutRoom, programme.Conference.Name),
            .. programme.Rooms.Select(r => Shown(r.Id.Value, r.BuildingId is { } id ? ($"{r.Name}, {buildings[id].Name}", buildings[id].Coordinates) : (r.Name, null))),
            .. programme.Types.Select(t => Shown(t.Id.Value, (t.Name, t.Colour, t.Break))),
            .. programme.Tracks.Select(t => Shown(t.Id.Value, (t.Name, t.Colour))),
            .. programme.People.Select(p => Shown(p.Id.Value, p.Name)),
        ];
    }

    private static KeyValuePair<Guid, object> Shown(Guid id, object shown) => KeyValuePair.Create(id, shown);
}
