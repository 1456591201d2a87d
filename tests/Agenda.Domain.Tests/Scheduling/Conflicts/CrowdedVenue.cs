using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

/// <summary>A few rooms over three days in Dublin with more sessions than fit well, at random but the same for the same seed; the clocks may go back or forward on the second day.</summary>
internal static class CrowdedVenue
{
    private static readonly LocalDate[] FirstDays = [new(2027, 10, 30), new(2027, 3, 27), new(2027, 1, 12)];

    private static readonly int[] Lengths = [15, 30, 45, 60, 90, 120];

    public static Timetable Of(int seed)
    {
        var random = new Random(seed);
        var firstDay = FirstDays[random.Next(FirstDays.Length)];
        var conference = new Conference("venue", new("Venue", ConferenceZone.Of("Europe/Dublin"), firstDay, firstDay.PlusDays(2), null, []));
        SessionType[] types =
        [
            new(conference, "MC", new("Masterclass", NeedsChair: random.Next(4) == 0)), new(conference, "KN", new("Keynote", Plenary: true)),
            new(conference, "PO", new("Posters", Parallel: true)), new(conference, "BR", new("Break", Break: true)),
        ];
        Track[] tracks = [new(conference, "one", "One", null), new(conference, "two", "Two", null)];
        PersonId[] people = [.. Enumerable.Range(0, 5).Select(_ => PersonId.New())];
        var rooms = Rooms(random, conference, firstDay);
        var entities = Enumerable.Range(0, random.Next(4, 14)).Select(i => new Session(conference, new SessionFacts($"S{i:00}", "Title", types[Math.Max(0, random.Next(-3, 4))]))).ToList();
        return new Timetable(new TimetableFacts(conference.Zone, conference.FirstDay, conference.LastDay)
        {
            Policy = Policy(random, conference, rooms),
            Rooms = rooms,
            Types = types,
            Sessions = [.. entities.Select(s => Planned(random, s, rooms, tracks, firstDay))],
            People = entities.ToDictionary(s => s.Id, _ => Enumerable.Range(0, random.Next(3)).Select(_ => new RoleOfPerson(people[random.Next(5)], (ProgrammeRoles)(1 << random.Next(4)))).ToList()),
            Absences = people.Take(2).ToDictionary(p => p, _ => (IReadOnlyList<Absence>)[new(Time(random, firstDay), Time(random, firstDay.PlusDays(1)))]),
            Constraints = [.. Enumerable.Range(1, random.Next(3)).Select(i => new SessionConstraint(conference, (SessionConstraintKind)random.Next(2), entities[0], entities[i], null))],
        });
    }

    private static Room[] Rooms(Random random, Conference conference, LocalDate firstDay)
    {
        var (north, south) = (new Building(conference, "North", null), new Building(conference, "South", null));
        OpeningHours[] hours = random.Next(3) > 0 ? [] : [new(null, new(8, 20), new(17, 10)), new(firstDay.PlusDays(1), new(0, 0), new(12, 0))];
        Room hall = new(conference, "hall", new("Hall", north, 100, 1, false)), attic = new(conference, "attic", new("Attic", north, random.Next(2) == 0 ? null : 30, 1, false));
        return
        [
            hall, attic, new(conference, "both", new("Both", north, null, 0, false) { Parts = [hall.Id, attic.Id] }),
            new(conference, "barn", new("Barn", south, 45, 2, false) { OpeningHours = hours }), new(conference, "stream", new("Stream", null, null, 3, true)),
        ];
    }

    private static ConflictPolicy Policy(Random random, Conference conference, Room[] rooms)
    {
        var policy = new ConflictPolicy(conference.Id);
        ConflictRule[] unusual = [.. Enum.GetValues<ConflictRule>().Where(_ => random.Next(8) == 0)];
        policy.Revise(new(
            random.Next(2) * 10, [.. unusual.Select(rule => new RuleSeverity(rule, (Severity)random.Next(4)))], [], random.Next(2) == 0 ? [] : [new(rooms[0].BuildingId!.Value, rooms[3].BuildingId!.Value, 20)]));
        return policy;
    }

    private static PlannedSessionFacts Planned(Random random, Session session, Room[] rooms, Track[] tracks, LocalDate firstDay)
    {
        var facts = new PlannedSessionFacts(session.Id, session.Code, random.Next(5) == 0 ? SessionStatus.Draft : SessionStatus.Confirmed, session.TypeId)
        {
            Track = random.Next(3) == 0 ? null : tracks[random.Next(2)].Id,
            Seats = random.Next(3) == 0 ? null : random.Next(10, 60),
            ContributionMinutes = random.Next(4) * 20,
            Arrangement = 1,
        };
        return random.Next(6) == 0 ? facts : facts with
        {
            Room = random.Next(8) == 0 ? null : rooms[random.Next(rooms.Length)].Id,
            Slot = new TimeSlot(Time(random, firstDay.PlusDays(random.Next(2))), Lengths[random.Next(Lengths.Length)]),
        };
    }

    // In the night as well, when the clocks change.
    private static LocalDateTime Time(Random random, LocalDate day) => day.AtMidnight().PlusMinutes(random.Next(3) == 0 ? 5 * random.Next(48) : 480 + (5 * random.Next(96)));
}
