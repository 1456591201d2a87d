using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

/// <summary>Small programmes full of conflicts, at random but the same for the same seed: nights in which the clocks change, midnights, slots that touch.</summary>
internal static class RandomProgramme
{
    private static readonly (string Zone, LocalDate FirstDay)[] Places =
    [
        ("Europe/Dublin", new(2024, 3, 30)), ("Europe/Dublin", new(2024, 10, 26)), ("Europe/Dublin", new(2024, 1, 8)), ("Pacific/Auckland", new(2024, 4, 6)), ("Pacific/Auckland", new(2024, 9, 28)),
        ("Australia/Lord_Howe", new(2024, 4, 6)), ("Australia/Lord_Howe", new(2024, 10, 5)), ("America/Santiago", new(2024, 9, 7)), ("Asia/Kathmandu", new(2024, 5, 1)), ("Africa/Casablanca", new(2024, 3, 9)),
    ];

    private static readonly int[] Lengths = [1, 15, 30, 30, 60, 60, 90, 150, 720];

    public static GivenTimetable Of(int seed)
    {
        var random = new Random(seed);
        var (zone, firstDay) = Places[random.Next(Places.Length)];
        var given = new GivenTimetable(zone, firstDay, 2);
        SessionType[] types =
            [given.Type, given.Type, given.AddType("K", plenary: true), given.AddType("P", parallel: true), given.AddType("B", isBreak: true), given.AddType("W", needsChair: true)];
        var buildings = new[] { given.Building("North"), given.Building("South"), given.Building("East") };
        var rooms = Rooms(given, random, buildings, firstDay);
        var sessions = Enumerable.Range(0, random.Next(2, 22)).Select(i => Session(given, random, i, types, rooms, firstDay)).ToList();
        foreach (var person in Enumerable.Range(0, random.Next(3)))
            given.Away($"P{person}", [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Start(random, firstDay)).Select(from => new Absence(from, from.PlusMinutes(random.Next(1, 300))))]);
        // There is no second rule of a kind between two sessions.
        var constrained = new HashSet<(SessionConstraintKind, int, int)>();
        foreach (var kind in Enumerable.Range(0, random.Next(4)).Select(_ => (SessionConstraintKind)random.Next(2)))
        {
            var (one, other) = (random.Next(sessions.Count), random.Next(sessions.Count));
            if (one != other && constrained.Add((kind, Math.Min(one, other), Math.Max(one, other))))
                given.Constraint(kind, sessions[one], sessions[other]);
        }

        foreach (var session in sessions.Where(s => s.Slot is not null && random.Next(8) == 0))
            given.Published(session, firstDay.AtMidnight().InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant() + Duration.FromMinutes(15 * random.Next(200)));
        given.Policy(
            random.Next(3) == 0 ? 0 : random.Next(1, 40),
            [.. Enum.GetValues<ConflictRule>().Where(rule => rule != ConflictRule.PersonDoubleBooked && random.Next(6) == 0).Select(rule => new RuleSeverity(rule, (Severity)random.Next(4)))],
            [.. Enumerable.Range(0, random.Next(3)).Select(i => new RolePairSeverity((ProgrammeRole)i, (ProgrammeRole)random.Next(i, 4), (Severity)random.Next(4)))],
            random.Next(2) == 0 ? [] : [new(buildings[0].Id, buildings[1].Id, random.Next(1, 45)), new(buildings[2].Id, buildings[0].Id, random.Next(1, 45))]);
        return given;
    }

    private static Room[] Rooms(GivenTimetable given, Random random, Building[] buildings, LocalDate firstDay)
    {
        var rooms = Enumerable.Range(0, random.Next(1, 5)).Select(i => given.Room(
            $"r{i}", random.Next(3) == 0 ? null : random.Next(10, 100), random.Next(3) == 0 ? null : buildings[random.Next(3)], hours: random.Next(4) == 0 ? Hours(random, firstDay) : [], isVirtual: random.Next(8) == 0)).ToList();
        for (var i = random.Next(3); i > 0; i--)
            rooms.Add(given.Room($"c{i}", random.Next(2) == 0 ? null : 50, parts: [.. rooms.Where(_ => random.Next(2) == 0)]));
        return [.. rooms];
    }

    private static OpeningHours[] Hours(Random random, LocalDate firstDay) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        new OpeningHours(random.Next(2) == 0 ? null : firstDay.PlusDays(random.Next(2)), new LocalTime(random.Next(24), 0), new LocalTime(random.Next(24), 30 * random.Next(2))))];

    private static PlannedSessionFacts Session(GivenTimetable given, Random random, int i, SessionType[] types, Room[] rooms, LocalDate firstDay)
    {
        LocalDateTime? start = random.Next(10) == 0 ? null : Start(random, firstDay);
        var roles = Enumerable.Range(0, random.Next(4)).Select(_ => $"{(ProgrammeRole)random.Next(4)} P{random.Next(6)}").ToArray();
        return given.Session(
            $"S{i:00}", start is null || random.Next(8) == 0 ? null : rooms[random.Next(rooms.Length)], start, Lengths[random.Next(Lengths.Length)], types[random.Next(types.Length)],
            random.Next(4) == 0 ? SessionStatus.Draft : SessionStatus.Confirmed, random.Next(2) == 0 ? null : random.Next(10, 150), random.Next(3) == 0 ? random.Next(200) : 0,
            start is { } local ? Offset(random, given, local) : null, roles);
    }

    // Where the hour comes twice, mostly one of the two is said.
    private static Offset? Offset(Random random, GivenTimetable given, LocalDateTime start)
    {
        var map = DateTimeZoneProviders.Tzdb[given.Zone.Id].MapLocal(start);
        return map.Count == 2 && random.Next(5) > 0 ? (random.Next(2) == 0 ? map.First() : map.Last()).Offset : null;
    }

    private static LocalDateTime Start(Random random, LocalDate firstDay) => random.Next(3) == 0
        ? firstDay.PlusDays(1).AtMidnight().PlusMinutes(15 * random.Next(-4, 18))
        : firstDay.AtMidnight().PlusMinutes(15 * random.Next(-4, 200));
}
