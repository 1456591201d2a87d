using System.Diagnostics;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Benchmarks;

/// <summary>
/// How much processor time it takes to find all conflicts, sorting included, in programmes of several sizes that are alike: 50 rooms on 12 days for 10,000
/// sessions, 15,000 roles, one session in fifty where another one is already. What is counted is the time of the thread's processor, not of the clock.
/// </summary>
internal static class Checking
{
    private const int Runs = 15, RoomsOf10000 = 50, MinutesApart = 40;

    private static readonly LocalDate FirstDay = new(2027, 1, 4);

    public static int Measure()
    {
        Console.WriteLine($"{"all conflicts",-44}{"median",12}{"worst",12}");
        foreach (var sessions in (int[])[1_000, 2_000, 5_000, 10_000, 20_000, 50_000])
        {
            var (facts, found) = (Facts(sessions), 0);
            for (var i = 0; i < 10_000 / sessions * 5 + 5; i++)
                found = ConflictCheck.All(new Timetable(facts)).Items.Count;
            var process = Process.GetCurrentProcess();
            var milliseconds = new double[Runs];
            for (var i = 0; i < Runs; i++)
            {
                var before = process.UserProcessorTime + process.PrivilegedProcessorTime;
                _ = ConflictCheck.All(new Timetable(facts));
                process.Refresh();
                milliseconds[i] = (process.UserProcessorTime + process.PrivilegedProcessorTime - before).TotalMilliseconds;
            }

            Row.Print($"{sessions:N0} sessions, {found:N0} conflicts", milliseconds);
            Console.WriteLine($"{"  a thousand sessions",-44}{milliseconds[Runs / 2] * 1000 / sessions,9:N2} ms");
        }

        return 0;
    }

    private static TimetableFacts Facts(int count)
    {
        var zone = ConferenceZone.Of("Europe/Dublin");
        var conference = new Conference("measured", new ConferenceFacts("Measured", zone, FirstDay, FirstDay.PlusDays(11), null, []));
        var type = new SessionType(conference, "MC", new SessionTypeFacts("Masterclass"));
        var rooms = Enumerable.Range(0, Math.Max(5, count * RoomsOf10000 / 10_000)).Select(i => new Room(conference, $"room-{i}", new RoomFacts($"Room {i}", null, 100, i, false))).ToList();
        var people = Enumerable.Range(0, Math.Max(1, count * 6 / 10)).Select(_ => PersonId.New()).ToList();
        var sessions = Enumerable.Range(0, count).Select(i => new PlannedSessionFacts(SessionId.New(), $"S-{i}", SessionStatus.Confirmed, type.Id)
        {
            Room = rooms[i % rooms.Count].Id,
            Slot = new TimeSlot(Start(i / rooms.Count), i % 50 == 0 ? MinutesApart + 15 : 30),
            Seats = 40,
            ContributionMinutes = 30,
            Arrangement = 1,
        }).ToList();
        return new TimetableFacts(zone, FirstDay, FirstDay.PlusDays(11))
        {
            Policy = new ConflictPolicy(conference.Id),
            Rooms = rooms,
            Types = [type],
            Sessions = sessions,
            People = sessions.Select((s, i) => (s.Id, Roles: Enumerable.Range(0, 1 + (i % 2)).Select(p => new RoleOfPerson(people[((i * 7) + (p * 1_013)) % people.Count], (ProgrammeRoles)(1 << (p * 2)))).ToList())).ToDictionary(s => s.Id, s => s.Roles),
        };
    }

    private static LocalDateTime Start(int place) => FirstDay.PlusDays(place % 12).At(new LocalTime(9, 0)).PlusMinutes(MinutesApart * (place / 12));
}
