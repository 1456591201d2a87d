using Agenda.Domain.People;

namespace Agenda.Domain.Releases;

/// <summary>
/// What sessions merely point at and show by name - rooms, types, tracks, people - and that is called otherwise than in an earlier release.
/// A session that shows such a name has changed for its readers although nobody edited it.
/// </summary>
internal sealed class RenamedSince
{
    private readonly HashSet<Guid> renamed;

    public RenamedSince(ReleaseDocument? previous, Programme programme)
    {
        var before = previous is null ? [] : Names(previous).ToDictionary();
        renamed = [.. Names(programme).Where(now => before.TryGetValue(now.Key, out var name) && name != now.Value).Select(now => now.Key)];
    }

    public bool IsShownBy(ReleasedSession session) =>
        renamed.Count > 0 && (renamed.Contains(session.Type.Value)
            || (session.Room is { } room && renamed.Contains(room.Value))
            || (session.Track is { } track && renamed.Contains(track.Value))
            || session.Chairs.Concat(session.Discussants).Concat(session.Contributions.SelectMany(c => c.Authors).Select(a => a.Person)).Any(p => renamed.Contains(p.Value)));

    private static IEnumerable<KeyValuePair<Guid, string>> Names(ReleaseDocument release) =>
    [
        .. release.Rooms.Select(r => KeyValuePair.Create(r.Id.Value, r.Location)),
        .. release.Types.Select(t => KeyValuePair.Create(t.Id.Value, t.Name)),
        .. release.Tracks.Select(t => KeyValuePair.Create(t.Id.Value, t.Name)),
        .. release.People.Select(p => KeyValuePair.Create(p.Id.Value, Person.NameOf(p.GivenName, p.FamilyName))),
    ];

    private static IEnumerable<KeyValuePair<Guid, string>> Names(Programme programme)
    {
        var buildings = programme.Buildings.ToDictionary(b => b.Id, b => b.Name);
        return
        [
            .. programme.Rooms.Select(r => KeyValuePair.Create(r.Id.Value, r.BuildingId is { } id ? $"{r.Name}, {buildings[id]}" : r.Name)),
            .. programme.Types.Select(t => KeyValuePair.Create(t.Id.Value, t.Name)),
            .. programme.Tracks.Select(t => KeyValuePair.Create(t.Id.Value, t.Name)),
            .. programme.People.Select(p => KeyValuePair.Create(p.Id.Value, p.Name)),
        ];
    }
}
