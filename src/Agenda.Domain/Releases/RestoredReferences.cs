using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Releases;

/// <summary>
/// The rooms, types, tracks and people that copies of sessions point at: those that are gone come back under their old ids, with another slug or
/// code where theirs is taken; those that are there keep what they are called now.
/// </summary>
public sealed class RestoredReferences
{
    private readonly Dictionary<SessionTypeId, SessionType> types;
    private readonly Dictionary<TrackId, Track> tracks;

    private RestoredReferences(Programme programme)
    {
        types = programme.Types.ToDictionary(t => t.Id);
        tracks = programme.Tracks.ToDictionary(t => t.Id);
    }

    public IReadOnlyList<Building> Buildings { get; private set; } = [];

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<SessionType> Types { get; private set; } = [];

    public IReadOnlyList<Track> Tracks { get; private set; } = [];

    public IReadOnlyList<Person> People { get; private set; } = [];

    /// <summary>Those of the programme alone: nothing comes back.</summary>
    public static RestoredReferences None(Programme programme) => new(programme);

    internal static RestoredReferences Of(Programme programme, ReleaseDocument release, IEnumerable<ReleasedSession> sessions)
    {
        var named = sessions.ToList();
        var references = new RestoredReferences(programme);
        references.BringBackTypes(programme, Gone(release.Types, t => t.Id, named.Select(s => s.Type), programme.Types.Select(t => t.Id)));
        references.BringBackTracks(programme, Gone(release.Tracks, t => t.Id, named.Select(s => s.Track).OfType<TrackId>(), programme.Tracks.Select(t => t.Id)));
        references.BringBackRooms(programme, Gone(release.Rooms, r => r.Id, named.Select(s => s.Room).OfType<RoomId>(), programme.Rooms.Select(r => r.Id)));
        references.BringBackPeople(programme, Gone(release.People, p => p.Id, named.SelectMany(ReleasedSessions.PeopleOf), programme.People.Select(p => p.Id)), release.ModifiedAt);
        return references;
    }

    public SessionType Type(SessionTypeId id) => types[id];

    public Track Track(TrackId id) => tracks[id];

    /// <summary>A code that nobody has, beginning with this one; it is taken then.</summary>
    internal static string FreeCode(string code, HashSet<string> taken)
    {
        var free = code;
        for (var n = 2; !taken.Add(free); n++)
        {
            var number = $"-{n}";
            free = code[..Math.Min(code.Length, Limits.Code - number.Length)] + number;
        }

        return free;
    }

    internal Programme AddedTo(Programme programme) => programme with
    {
        Buildings = [.. programme.Buildings, .. Buildings],
        Rooms = [.. programme.Rooms, .. Rooms],
        Types = [.. programme.Types, .. Types],
        Tracks = [.. programme.Tracks, .. Tracks],
        People = [.. programme.People, .. People],
    };

    private void BringBackTypes(Programme programme, IEnumerable<ReleasedType> gone)
    {
        var taken = programme.Types.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        Types = [.. gone.Select(t => new SessionType(t.Id, programme.Conference, FreeCode(t.Code, taken), new(t.Name, t.Colour, null, t.Plenary, t.Parallel, t.Break)))];
        foreach (var type in Types)
            types[type.Id] = type;
    }

    private void BringBackTracks(Programme programme, IEnumerable<ReleasedTrack> gone)
    {
        var taken = programme.Tracks.Select(t => t.Slug).ToHashSet(StringComparer.Ordinal);
        Tracks = [.. gone.Select(t => new Track(t.Id, programme.Conference, Slug.Free(t.Slug, "track", slug => !taken.Add(slug)), t.Name, t.Colour))];
        foreach (var track in Tracks)
            tracks[track.Id] = track;
    }

    private void BringBackRooms(Programme programme, IEnumerable<ReleasedRoom> gone)
    {
        var taken = programme.Rooms.Select(r => r.Slug).ToHashSet(StringComparer.Ordinal);
        var buildings = programme.Buildings.ToDictionary(b => b.Name, StringComparer.Ordinal);
        var added = new List<Building>();
        Rooms = [.. gone.Select(r => new Room(
            r.Id, programme.Conference, Slug.Free(r.Slug, "room", slug => !taken.Add(slug)), new(r.Name, BuildingOf(r), r.Capacity, r.Order, r.Virtual)))];
        Buildings = added;

        Building? BuildingOf(ReleasedRoom room)
        {
            if (room.Building is not { } name)
                return null;
            if (!buildings.TryGetValue(name, out var building))
            {
                buildings[name] = building = new Building(programme.Conference, name, room.Address, room.Coordinates);
                added.Add(building);
            }

            return building;
        }
    }

    private void BringBackPeople(Programme programme, IEnumerable<ReleasedPerson> gone, Instant erasedAt) => People =
    [
        .. gone.Select(p => new Person(
            p.Id,
            programme.Conference,
            new(p.GivenName, p.FamilyName)
            {
                Affiliation = p.Affiliation,
                Country = p.Country,
                Biography = p.Biography,
                Links = p.Links,
            },
            p.IsErased ? erasedAt : null)),
    ];

    private static IEnumerable<T> Gone<T, TId>(IReadOnlyList<T> released, Func<T, TId> id, IEnumerable<TId> named, IEnumerable<TId> present)
    {
        var missing = named.Except(present).ToHashSet();
        return released.Where(r => missing.Contains(id(r)));
    }
}
