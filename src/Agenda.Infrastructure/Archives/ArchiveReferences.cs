using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Infrastructure.Archives;

/// <summary>Whether the lists of an archive fit together: what they point at is there, what is to be unique is, and rooms are not parts of themselves.</summary>
public static class ArchiveReferences
{
    /// <summary>Each place that is wrong.</summary>
    public static IEnumerable<string> Faults(ArchivedProgramme archive) =>
        Twice(archive).Concat(Nulls(archive)) is var first && first.Any() ? first : Missing(archive) is var missing && missing.Any() ? missing : Circles(archive).Concat(Rules(archive));

    private static IEnumerable<string> Twice(ArchivedProgramme a) =>
    [
        .. Twice(ArchiveLayout.Buildings, a.Buildings, b => b.Id), .. Twice(ArchiveLayout.Buildings, a.Buildings, b => b.Name),
        .. Twice(ArchiveLayout.Rooms, a.Rooms, r => r.Id), .. Twice(ArchiveLayout.Rooms, a.Rooms, r => r.Slug),
        .. Twice(ArchiveLayout.Types, a.Types, t => t.Id), .. Twice(ArchiveLayout.Types, a.Types, t => t.Code),
        .. Twice(ArchiveLayout.Tracks, a.Tracks, t => t.Id), .. Twice(ArchiveLayout.Tracks, a.Tracks, t => t.Slug),
        .. Twice(ArchiveLayout.People, a.People, p => p.Id),
        .. Twice(ArchiveLayout.Sessions, a.Sessions, s => s.Id), .. Twice(ArchiveLayout.Sessions, a.Sessions, s => s.Code),
        .. Twice(ArchiveLayout.Constraints, a.Constraints, c => c.Id), .. Twice(ArchiveLayout.Constraints, a.Constraints, c => (c.Kind, c.First, c.Second)),
        .. Twice(ArchiveLayout.Acknowledgements, a.Acknowledgements, x => x.Id), .. Twice(ArchiveLayout.Acknowledgements, a.Acknowledgements, x => (x.Conflict, x.State)),
        .. Twice(ArchiveLayout.Links, a.Links, l => l.Id), .. Twice(ArchiveLayout.Files, a.Files, f => f.Id), .. Twice(ArchiveLayout.Releases, a.Releases, r => r.Number),
    ];

    private static IEnumerable<string> Twice<T, TKey>(string entry, IEnumerable<T> items, Func<T, TKey> key) =>
        items.GroupBy(key).Where(same => same.Skip(1).Any()).Select(same => $"{entry}: {same.Key} is there twice.");

    private static IEnumerable<string> Nulls(ArchivedProgramme a)
    {
        foreach (var session in a.Sessions.Where(s => s.Contributions.Any(c => c is null || c.Authors.Any(author => author is null)) || s.Resources.Any(l => l is null)))
            yield return $"{ArchiveLayout.Sessions}: {session.Id.Value} has a list with nothing in one of its places.";
        foreach (var person in a.People.Where(p => p.Links.Any(l => l is null)))
            yield return $"{ArchiveLayout.People}: {person.Id.Value} has a list with nothing in one of its places.";
        if (a.Conference.Links.Any(l => l is null))
            yield return $"{ArchiveLayout.Conference}: the list of links has nothing in one of its places.";
        var contributions = a.Sessions.SelectMany(s => s.Contributions).OfType<ArchivedContribution>();
        foreach (var fault in Twice(ArchiveLayout.Sessions, contributions, c => c.Id))
            yield return fault;
    }

    private static IEnumerable<string> Missing(ArchivedProgramme a)
    {
        var (buildings, rooms, types) = (a.Buildings.Select(b => b.Id).ToHashSet(), a.Rooms.Select(r => r.Id).ToHashSet(), a.Types.Select(t => t.Id).ToHashSet());
        var (tracks, people, sessions) = (a.Tracks.Select(t => t.Id).ToHashSet(), a.People.Select(p => p.Id).ToHashSet(), a.Sessions.ToDictionary(s => s.Id));
        foreach (var room in a.Rooms.Where(r => (r.Building is { } b && !buildings.Contains(b)) || r.Parts.Any(part => !rooms.Contains(part))))
            yield return $"{ArchiveLayout.Rooms}: {room.Slug} points at a building or room that is not there.";
        foreach (var session in a.Sessions)
        {
            if (!types.Contains(session.Type) || (session.Track is { } track && !tracks.Contains(track)) || (session.Placement?.Room is { } room && !rooms.Contains(room)))
                yield return $"{ArchiveLayout.Sessions}: {session.Code} points at a type, track or room that is not there.";
            if (session.Chairs.Concat(session.Discussants).Concat(session.Contributions.SelectMany(c => c.Authors).Select(x => x.Person)).Any(person => !people.Contains(person)))
                yield return $"{ArchiveLayout.Sessions}: {session.Code} points at a person who is not there.";
        }

        foreach (var constraint in a.Constraints.Where(c => !sessions.ContainsKey(c.First) || !sessions.ContainsKey(c.Second)))
            yield return $"{ArchiveLayout.Constraints}: {constraint.Id.Value} points at a session that is not there.";
        foreach (var (entry, id, session, contribution) in a.Links.Select(l => (ArchiveLayout.Links, l.Id.Value, l.Session, l.Contribution))
            .Concat(a.Files.Select(f => (ArchiveLayout.Files, f.Id.Value, f.Session, f.Contribution))))
        {
            if (!sessions.TryGetValue(session, out var of) || (contribution is { } part && of.Contributions.All(c => c.Id != part)))
                yield return $"{entry}: {id} points at a session or contribution that is not there.";
        }

        if (a.Conference.Policy?.WalkingTimes.Any(w => !buildings.Contains(w.One) || !buildings.Contains(w.Other)) == true)
            yield return $"{ArchiveLayout.Conference}: a walking time points at a building that is not there.";
    }

    // Rooms whose parts are all accounted for are taken away until none is left; those of a circle are.
    private static IEnumerable<string> Circles(ArchivedProgramme a)
    {
        var waits = a.Rooms.ToDictionary(r => r.Id, r => r.Parts.Count);
        var wholes = a.Rooms.SelectMany(r => r.Parts.Select(part => (Part: part, Whole: r.Id))).ToLookup(pair => pair.Part, pair => pair.Whole);
        var free = new Queue<RoomId>(waits.Where(w => w.Value == 0).Select(w => w.Key));
        while (free.TryDequeue(out var room))
        {
            waits.Remove(room);
            foreach (var whole in wholes[room].Where(whole => --waits[whole] == 0))
                free.Enqueue(whole);
        }

        return a.Rooms.Where(r => waits.ContainsKey(r.Id)).Select(r => $"{ArchiveLayout.Rooms}: {r.Slug} is a part of itself.");
    }

    private static IEnumerable<string> Rules(ArchivedProgramme a)
    {
        var follows = a.Constraints.Where(c => c.Kind == SessionConstraintKind.Follows).Select(c => (c.First, c.Second)).ToHashSet();
        foreach (var constraint in a.Constraints.Where(c => c.First == c.Second || (c.Kind == SessionConstraintKind.Follows && follows.Contains((c.Second, c.First)))))
            yield return $"{ArchiveLayout.Constraints}: {constraint.Id.Value} contradicts itself or another.";
    }
}
