using System.Diagnostics;
using System.Globalization;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.MyAgendas;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Agenda.Benchmarks;

/// <summary>
/// What calendars cost on one core: writing all events of a release once, choosing and sending them again under a filter, and somebody's own agenda of 40
/// sessions. What is sent is copied once, as to a connection. Bytes are those allocated.
/// </summary>
internal static class Feeds
{
    private const int Runs = 200, Stars = 40;

    private static readonly PublicAddress Address = new(new ConfigurationBuilder().AddInMemoryCollection([new("Agenda:PublicUrl", "https://agenda.example.org")]).Build());

    public static int Measure()
    {
        Console.WriteLine($"{"events of about 600 characters",-44}{"median",12}{"worst",12}{"processor",12}{"allocated",14}");
        foreach (var events in (int[])[2_000, 4_000])
        {
            var agenda = new PublishedAgenda(Document(events));
            var calendar = new ReleaseCalendar(agenda, Address);
            Console.WriteLine($"{$"{events:N0} events, each",-44}{calendar.Whole.Length / events,9:N0} bytes");
            Print($"{events:N0} events written for the first time", () => _ = new ReleaseCalendar(agenda, Address));

            var (filter, chosen) = (new FeedFilter(new AgendaFilter { Types = ["MC"] }), agenda.Select(new AgendaFilter { Types = ["MC"] }).Sessions);
            foreach (var (name, form) in (ReadOnlySpan<(string, FeedForm)>)[
                ("UTC", default), ("UTC, reminders", new(EventTimes.Utc, new Reminder(15))), ("wall time", new(EventTimes.Local, null))])
            {
                Print($"{events:N0} events chosen, {name}: 304", () => _ = calendar.Feed(filter, chosen, form).Tag);
                Print($"{events:N0} events chosen and sent, {name}", () => Send(calendar.Feed(filter, chosen, form)));
            }

            var mine = new MyFeed(new MyAgendaId(), [], [.. Enumerable.Range(0, Stars).Select(i => Star(agenda, i * (events / Stars)))], new Dictionary<RoomId, JoinLink>(), null, null);
            Print($"own agenda of {Stars} sessions: 304", () => _ = MyCalendar.Of(mine, [calendar], default).Tag);
            Print($"own agenda of {Stars} sessions, sent", () => Send(MyCalendar.Of(mine, [calendar], default)));
            Print("  in wall time", () => Send(MyCalendar.Of(mine, [calendar], new(EventTimes.Local, null))));
            var joined = mine with { Stars = [.. mine.Stars.Select(s => s with { ShowsLinks = true, Link = new JoinLink("https://meet.example.org/room", Instant.FromUtc(2027, 1, 1, 0, 0)) })] };
            Print("  with links to join online", () => Send(MyCalendar.Of(joined, [calendar], default)));
        }

        return 0;
    }

    private static StarredSession Star(PublishedAgenda agenda, int place) => new("measured", agenda.Sessions[place].Id, ShowsLinks: false, null, null);

    private static readonly byte[] Connection = new byte[32 * 1024 * 1024];

    // In memory everything is done at once, so nothing is waited for.
    private static void Send(IContent content)
    {
        var sending = content.WriteToAsync(new MemoryStream(Connection), default);
        if (!sending.IsCompletedSuccessfully)
            throw new InvalidOperationException("A stream in memory made somebody wait.");
    }

    private static void Print(string name, Action measure)
    {
        for (var i = 0; i < Runs; i++)
            measure();
        var milliseconds = new double[Runs];
        var (allocated, before) = (GC.GetAllocatedBytesForCurrentThread(), Processor());
        for (var i = 0; i < Runs; i++)
        {
            var began = Stopwatch.GetTimestamp();
            measure();
            milliseconds[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        // On a busy machine this says more than the clock; it counts what the garbage costs as well.
        var each = (Processor() - before).TotalMilliseconds / Runs;
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Runs;
        Array.Sort(milliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-44}{milliseconds[Runs / 2] * 1000,9:N1} µs{milliseconds[^1] * 1000,9:N1} µs{each * 1000,9:N1} µs{allocated,12:N0} B"));
    }

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static ReleaseDocument Document(int sessions)
    {
        var rooms = Enumerable.Range(0, 20).Select(i => new ReleasedRoom(new(Id(1, i)), $"room-{i}", $"Room {i}", "Meadow House", null, 60, i, Virtual: false)).ToList();
        var type = new ReleasedType(new(Id(2, 0)), "MC", "Masterclass", "#336699", Plenary: false, Parallel: false, Break: false);
        var track = new ReleasedTrack(new(Id(3, 0)), "networks", "Networks", "#aa3311");
        var people = Enumerable.Range(0, 500).Select(i => new ReleasedPerson(new(Id(4, i)), "Ada", $"Byron {i}", "University of Example", null, null, [])).ToList();
        return new ReleaseDocument
        {
            Number = 1,
            PublishedAt = Instant.FromUtc(2026, 12, 1, 9, 0),
            PublishedBy = "Measured",
            TzdbVersion = "not looked at",
            Conference = new(new(Id(0, 0)), "measured", "Measured", "Europe/Dublin", new(2027, 1, 4), new(2027, 1, 15), null, []),
            Rooms = rooms,
            Types = [type],
            Tracks = [track],
            People = people,
            Sessions = [.. Enumerable.Range(0, sessions).Select(i => new ReleasedSession
            {
                Id = new(Id(5, i)),
                Code = $"MC-{i}",
                Title = $"Designing and leading professional learning networks {i}",
                Type = type.Id,
                Track = track.Id,
                Status = SessionStatus.Confirmed,
                Room = rooms[i % rooms.Count].Id,
                LocalStart = new LocalDateTime(2027, 1, 4, 9, 0).PlusDays(i % 12).PlusMinutes(i % 480),
                Minutes = 60,
                Chairs = [people[i % people.Count].Id],
                Abstract = "Networks are popular, and for a reason: they let schools learn from each other. But do all reach their potential, and what does it take?",
                ChangedAt = Instant.FromUtc(2026, 12, 1, 9, 0),
            })],
            Withdrawn = [],
        };
    }

    private static Guid Id(int kind, int number) => new($"00000000-0000-7000-{kind:d4}-{number:d12}");
}
