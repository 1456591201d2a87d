using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Scheduling;

/// <summary>
/// Reads what matters to the conflicts of a few sessions, where they are and in some other rooms: those in the same rooms, those of the same people,
/// and those of the same constraints. To <see cref="ConflictCheck.Of"/> for these sessions it is the whole programme, for a tenth of the work.
/// </summary>
public static class NearbyTimetable
{
    /// <summary>Above so many sessions, the whole programme is as quickly read.</summary>
    public const int Most = 50;

    /// <param name="db">Where the programme is.</param>
    /// <param name="conference">Whose programme it is.</param>
    /// <param name="sessions">No more than <see cref="Most"/>, all of this conference.</param>
    /// <param name="goesInto">The rooms into which some of them may go.</param>
    /// <param name="publishedStarts">As in <see cref="TimetableReader.ReadAsync"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Timetable> ReadAsync(
        AgendaDbContext db, Conference conference, IReadOnlyCollection<SessionId> sessions, Predicate<Room> goesInto, IReadOnlyDictionary<SessionId, PublishedStart>? publishedStarts, CancellationToken cancellation)
    {
        // By ids only: where the conference is asked for as well, SQLite looks through all of its sessions.
        var asked = sessions.ToList();
        var facts = await TimetableReader.FactsAsync(db, conference, publishedStarts, cancellation);
        var own = db.Sessions.Where(s => EF.Parameter(asked).Contains(s.Id));
        var present = await own.AsNoTracking().Select(s => s.RoomId).ToListAsync(cancellation);
        var persons = await own.SelectMany(s => s.People).Select(p => p.PersonId).Distinct().ToListAsync(cancellation);
        persons = [.. persons.Union(await own.SelectMany(s => s.Contributions).SelectMany(c => c.Authors).Select(a => a.PersonId).Distinct().ToListAsync(cancellation))];

        var inRoles = await db.Set<SessionPerson>().Where(p => EF.Parameter(persons).Contains(p.PersonId)).Select(p => new { p.SessionId, p.PersonId, p.Role }).ToListAsync(cancellation);
        var authors = await db.Set<ContributionAuthor>().Where(a => EF.Parameter(persons).Contains(a.PersonId))
            .Join(db.Set<Contribution>(), a => a.ContributionId, c => c.Id, (a, c) => new { c.SessionId, a.PersonId, a.Presenting }).ToListAsync(cancellation);
        var people = TimetableReader.Merged(
            inRoles.Select(p => (p.SessionId, p.PersonId, TimetableReader.RoleOf(p.Role))).Concat(authors.Select(a => (a.SessionId, a.PersonId, TimetableReader.RoleOf(a.Presenting)))));

        var constraints = facts.Constraints.Where(c => asked.Contains(c.First) || asked.Contains(c.Second)).ToList();
        var named = people.Keys.Concat(asked).Concat(constraints.SelectMany(c => new[] { c.First, c.Second })).Distinct().ToList();
        var rooms = Rooms(facts.Rooms, present, goesInto);
        var minutes = await TimetableReader.MinutesAsync(own, cancellation);
        var near = await TimetableReader.SessionsAsync(db.Sessions.Where(s => EF.Parameter(named).Contains(s.Id)), minutes, cancellation);
        near.AddRange(await TimetableReader.SessionsAsync(db.Sessions.Where(s => EF.Parameter(rooms).Contains(s.RoomId)), minutes, cancellation));
        var absences = await db.People.AsNoTracking().Where(p => EF.Parameter(persons).Contains(p.Id) && (string)(object)p.Absences != "").Select(p => new { p.Id, p.Absences }).ToListAsync(cancellation);
        return TimetableReader.Of(
            facts with { Constraints = constraints, People = people, Absences = absences.ToDictionary(p => p.Id, p => p.Absences) }, near.DistinctBy(s => s.Id));
    }

    // Whatever has a place in common with a room in which one of the sessions is or will be.
    private static List<RoomId?> Rooms(IReadOnlyList<Room> all, List<RoomId?> present, Predicate<Room> goesInto)
    {
        var planned = PlannedRoom.All(all);
        var places = planned.Values.Where(r => present.Contains(r.Id) || goesInto(r.Room)).SelectMany(r => r.Places).ToHashSet();
        return [.. planned.Values.Where(r => r.Places.Any(places.Contains)).Select(r => (RoomId?)r.Id)];
    }
}
