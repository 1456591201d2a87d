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

        Row.PrintMost("one move, tried", Row.Measure(50, 200, () => Move(service, Another(), dryRun: true)));
        Row.PrintMost("one move", Row.Measure(10, 100, () => Move(service, Another(), dryRun: false)));
        Row.PrintMost("places for a session", Row.Measure(3, 20, () => service.Send(HttpMethod.Get, $"{Conference}/sessions/{Another()["id"]}/options")));
        Row.PrintMost("all conflicts", Row.Measure(3, 20, () => service.Send(HttpMethod.Get, $"{Conference}/conflicts?limit=1")));
        Row.PrintMost("one session", Row.Measure(20, 100, () => service.Send(HttpMethod.Get, $"{Conference}/sessions/{Another()["id"]}")));
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
