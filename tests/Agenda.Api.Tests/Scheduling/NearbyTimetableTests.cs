using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>Part of a programme says the same of a few sessions as the whole.</summary>
public sealed class NearbyTimetableTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly LocalDate Day = new(2027, 1, 12);

    [Fact]
    public async Task What_is_near_some_sessions_tells_all_that_is_wrong_with_them_and_would_be_elsewhere()
    {
        var (random, conflicts, read) = (new Random(7), 0, 0);
        foreach (var number in Enumerable.Range(0, 6))
        {
            var (conference, sessions, rooms) = await CrowdedAsync(random, $"crowded-{number}");
            await using var scope = host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
            var whole = await TimetableReader.ReadAsync(db, conference, null, TestContext.Current.CancellationToken);
            for (var i = 0; i < 25; i++)
            {
                var moves = Enumerable.Range(0, random.Next(1, 4)).Select(_ => sessions[random.Next(sessions.Count)]).Distinct()
                    .ToDictionary(s => s.Id, _ => random.Next(6) == 0 ? null : (Placement?)new Placement(random.Next(6) == 0 ? null : rooms[random.Next(rooms.Count)].Id, Slot(random)));
                var into = moves.Values.Select(m => m?.Room).OfType<RoomId>().ToHashSet();

                var near = await NearbyTimetable.ReadAsync(db, conference, moves.Keys, room => into.Contains(room.Id), null, TestContext.Current.CancellationToken);

                Told(near, moves.Keys).ShouldBe(Told(whole, moves.Keys));
                Told(near.With(moves), moves.Keys).ShouldBe(Told(whole.With(moves), moves.Keys));
                (conflicts, read) = (conflicts + Told(whole, moves.Keys).Length, read + near.Sessions.Count);
                near.Sessions.Count.ShouldBeLessThanOrEqualTo(whole.Sessions.Count);
            }
        }

        // There was something to find, and not everything was read.
        conflicts.ShouldBeGreaterThan(150);
        read.ShouldBeLessThan(6 * 25 * 55);
    }

    private static string[] Told(Timetable timetable, IReadOnlyCollection<SessionId> sessions) =>
        [.. ConflictCheck.Of(timetable, [.. sessions]).Items.Select(c => $"{c.Rule} {c.Severity} {c.Id} {c.State} {c.First.Code} {c.Second?.Code} {Roles(c, c.First)} {Roles(c, c.Second)}").Order(StringComparer.Ordinal)];

    private static ProgrammeRoles? Roles(Conflict conflict, PlannedSession? session) => session?.People.FirstOrDefault(p => p.Person == conflict.Person).Roles;

    private static TimeSlot Slot(Random random) => new(Day.PlusDays(random.Next(2)).At(new LocalTime(9, 0)).PlusMinutes(15 * random.Next(40)), 15 * random.Next(1, 7));

    private async Task<(Conference Conference, List<Session> Sessions, List<Room> Rooms)> CrowdedAsync(Random random, string slug)
    {
        var conference = new Conference(slug, new("Crowded", ConferenceZone.Of("Europe/Dublin"), Day, Day, null, []));
        var (north, south) = (new Building(conference, "North", null), new Building(conference, "South", null));
        SessionType[] types = [new(conference, "MC", new("Masterclass", NeedsChair: true)), new(conference, "PO", new("Posters", Parallel: true)), new(conference, "KN", new("Keynote", Plenary: true))];
        var rooms = Enumerable.Range(0, 8).Select(i => new Room(conference, $"room-{i}", new($"Room {i}", i % 2 == 0 ? north : south, 30 * i, i, false))).ToList();
        rooms.Add(new Room(conference, "both", new("Both", north, null, 9, false) { Parts = [rooms[0].Id, rooms[1].Id], OpeningHours = [new(null, new(10, 0), new(15, 0))] }));
        rooms.Add(new Room(conference, "three", new("Three", north, null, 10, false) { Parts = [rooms[1].Id, rooms[2].Id] }));
        var people = Enumerable.Range(0, 25).Select(i => new Person(conference, new("Person", $"Number {i}") { Absences = i < 8 ? [new(Day.At(new(9, 0)), Day.At(new(12, 0)))] : [] })).ToList();
        var sessions = Enumerable.Range(0, 60).Select(i => Entered(random, conference, types, rooms, people, i)).ToList();
        var policy = new ConflictPolicy(conference.Id);
        policy.Revise(new(10, [], [], [new(north.Id, south.Id, 15)]));
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        db.AddRange([conference, north, south, policy, .. types, .. rooms, .. people, .. sessions]);
        db.AddRange(Enumerable.Range(0, 12).Select(i => new SessionConstraint(conference, (SessionConstraintKind)(i % 2), sessions[i], sessions[i + 20], null)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (conference, sessions, rooms);
    }

    private static Session Entered(Random random, Conference conference, SessionType[] types, List<Room> rooms, List<Person> people, int number)
    {
        PersonId Somebody() => people[random.Next(people.Count)].Id;
        var session = new Session(conference, new SessionFacts($"S-{number:00}", "Title", types[random.Next(types.Length)])
        {
            Status = (SessionStatus)Math.Min(2, random.Next(8) is 0 ? 0 : random.Next(1, 9) == 8 ? 2 : 1),
            Seats = random.Next(200),
            Chairs = random.Next(3) == 0 ? [] : [Somebody()],
            Discussants = random.Next(2) == 0 ? [] : [Somebody()],
            Contributions = random.Next(2) == 0 ? [] : [new("1", "Talk") { Minutes = 40, Authors = [new(Somebody(), random.Next(2) == 0)] }],
        });
        if (random.Next(8) > 0)
            session.Place(random.Next(8) == 0 ? null : rooms[random.Next(rooms.Count)], Slot(random));
        return session;
    }
}
