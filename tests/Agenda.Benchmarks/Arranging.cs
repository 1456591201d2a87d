using System.Text.Json;
using System.Text.Json.Nodes;

namespace Agenda.Benchmarks;

/// <summary>What organisers wait for when they arrange a large programme: trying a move, moving, the places for a session, all conflicts.</summary>
internal static class Arranging
{
    private const string Conference = "/api/v1/conferences/measured";

    public static async Task<int> MeasureAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            await LargeProgramme.WriteAsync(file);
            await using var service = new MeasuredService();
            Row.Print($"import and publish {LargeProgramme.Sessions:N0} sessions", [await service.ImportAsync(file, "Europe/Dublin")]);
            await service.StartAsync();
            Measure(service);
        }
        finally
        {
            File.Delete(file);
        }

        return 0;
    }

    private static void Measure(MeasuredService service)
    {
        var sessions = JsonNode.Parse(service.Send(HttpMethod.Get, $"{Conference}/sessions?limit=500"))!["items"]!.AsArray().ToList();
        var next = 0;
        JsonNode Another() => sessions[next++ % sessions.Count]!;

        foreach (var (name, runs, measure) in (ReadOnlySpan<(string, int, Action)>)[
            ("one move, tried", 200, () => Move(service, Another(), dryRun: true)),
            ("one move", 100, () => Move(service, Another(), dryRun: false)),
            ("places for a session", 40, () => service.Send(HttpMethod.Get, $"{Conference}/sessions/{Another()["id"]}/options")),
            ("all conflicts", 40, () => service.Send(HttpMethod.Get, $"{Conference}/conflicts?limit=1")),
            ("one session", 200, () => service.Send(HttpMethod.Get, $"{Conference}/sessions/{Another()["id"]}"))])
        {
            var warmUp = Math.Max(runs / 4, 20);
            Row.Measure(0, warmUp, measure);
            var before = service.ProcessorMilliseconds();
            Row.PrintMost(name, Row.Measure(0, runs, measure));
            // On a busy machine this says more than the clock.
            Console.WriteLine($"{"  of the processor, each",-44}{(service.ProcessorMilliseconds() - before) / runs,9:N2} ms");
        }
    }

    // To another room at an odd time, which meets two others there.
    private static void Move(MeasuredService service, JsonNode session, bool dryRun)
    {
        var body = JsonSerializer.Serialize(new
        {
            moves = new[] { new { session = session["id"]!.GetValue<Guid>(), room = $"room-{Random.Shared.Next(LargeProgramme.Rooms):00}", start = "2027-01-06T11:17:00", minutes = 30, version = session["version"]!.GetValue<int>() } },
        });
        var moved = JsonNode.Parse(service.Send(HttpMethod.Post, $"{Conference}/moves{(dryRun ? "?dryRun=true" : "")}", body))!["sessions"]![0]!;
        session["version"] = moved["version"]!.GetValue<int>();
    }
}
