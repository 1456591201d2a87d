using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Agenda.Api.Tests.Clients;

/// <summary>The C# of docs/api.md as a program: each part between two headings is a block of the page, to the letter.</summary>
internal static class ApiTasks
{
    public static async Task<string> RunAsync(string address, string token)
    {
        // # Sign in
        using var api = new HttpClient { BaseAddress = new Uri($"{address}/api/v1/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        // Sends JSON, and reads what is answered; a version goes along as If-Match.
        async Task<T> Send<T>(HttpMethod method, string path, object body, string? version = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
            if (version is not null)
                request.Headers.IfMatch.Add(new EntityTagHeaderValue(version));
            using var response = await api.SendAsync(request);
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException($"{(await response.Content.ReadFromJsonAsync<Problem>())!.Code} ({response.StatusCode})");

            return (await response.Content.ReadFromJsonAsync<T>())!;
        }

        var me = await api.GetFromJsonAsync<Me>("me");

        // # Create a conference
        var conference = await Send<Conference>(HttpMethod.Post, "conferences", new
        {
            slug = "demo-2028",
            name = "Demo 2028",
            timeZone = "Europe/Dublin",
            firstDay = "2028-05-08",
            lastDay = "2028-05-10",
        });
        var path = $"conferences/{conference.Slug}";

        // # Add a room with its capacity
        var room = await Send<Room>(HttpMethod.Post, $"{path}/rooms", new { name = "Arbutus Room", building = "Meadow House", capacity = 60 });

        // # Add people
        var maja = await Send<Person>(HttpMethod.Post, $"{path}/people", new { givenName = "Maja", familyName = "Łódzka", affiliation = "Akademia Szkolna" });
        var sean = await Send<Person>(HttpMethod.Post, $"{path}/people", new { givenName = "Seán", familyName = "Ó Murchú" });

        // # Enter a masterclass with two chairs
        await Send<SessionType>(HttpMethod.Post, $"{path}/session-types", new { code = "MC", name = "Masterclass" });
        var session = await Send<Session>(HttpMethod.Post, $"{path}/sessions", new
        {
            code = "MC-A",
            title = "Designing networks",
            type = "MC",
            status = "confirmed",
            chairs = new[] { maja.Id, sean.Id },
        });

        // # Place it
        session = await Send<Session>(
            HttpMethod.Put,
            $"{path}/sessions/{session.Id}/placement",
            new { room = room.Slug, start = "2028-05-08T14:00:00", minutes = 150 },
            version: $"\"{session.Version}\"");

        // # See the conflicts
        var conflicts = await api.GetFromJsonAsync<Conflicts>($"{path}/conflicts");
        foreach (var conflict in conflicts!.Items)
            Console.WriteLine($"{conflict.Severity}: {conflict.Reason}");

        // # Publish
        var release = await Send<Release>(HttpMethod.Post, $"{path}/releases", new { note = "The first programme" });

        // # Read a day, and one session
        var programme = await api.GetFromJsonAsync<Programme>($"{path}/agenda?day=2028-05-08");
        foreach (var placed in programme!.Sessions)
            Console.WriteLine($"{placed.Start} {placed.Code} {placed.Title}, {placed.Room?.Name}, {string.Join(" and ", placed.Chairs.Select(chair => chair.Name))}");

        var one = await api.GetFromJsonAsync<PlacedSession>($"{path}/agenda/sessions/MC-A");

        // # Subscribe
        var feed = await api.GetStringAsync(new Uri($"{address}/calendars/demo-2028.ics?room=arbutus-room"));

        // # End
        return $"{me!.Name}; {room.Capacity} seats; {conflicts.Items.Length} conflicts; release {release.Number}; "
            + $"{string.Join(", ", programme.Sessions.Select(s => $"{s.Start} {s.Code} {s.Room?.Name}: {string.Join(" and ", s.Chairs.Select(chair => chair.Name))}"))}; {one!.Title}; {feed[..15]}; version {session.Version}";
    }

    // # Records
    private sealed record Problem(string Code, string Detail);

    private sealed record Me(Guid Id, string Name);

    private sealed record Conference(Guid Id, string Slug);

    private sealed record Room(Guid Id, string Slug, string Name, int? Capacity);

    private sealed record Person(Guid Id, string Name);

    private sealed record SessionType(string Code, string Name);

    private sealed record Session(Guid Id, string Code, int Version);

    private sealed record Conflicts(Conflict[] Items);

    private sealed record Conflict(string Rule, string Severity, string Reason);

    private sealed record Release(int Number);

    private sealed record Programme(string Title, string TimeZone, PlacedSession[] Sessions);

    private sealed record PlacedSession(string Code, string Title, string? Start, string? End, Room? Room, Person[] Chairs);
    // # End
}
