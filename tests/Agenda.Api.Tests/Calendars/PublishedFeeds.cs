using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Calendars;

/// <summary>The feeds of a conference as they are fetched, each beside what the JSON agenda says under the same filter.</summary>
internal sealed class PublishedFeeds(HttpClient reader, string slug)
{
    /// <summary>What a client may add to the address of any feed; what happens when and where stays the same.</summary>
    private static readonly string[] Variants =
    [
        "",
        "tz=local",
        "alarm=15",
        "tz=local&alarm=15",
    ];

    private readonly string api = $"/api/v1/conferences/{slug}";

    /// <summary>The whole feed, those of each day, room and person, and each session; of rooms, persons and sessions not more than these.</summary>
    public async Task<FeedFolder> FetchAsync(int most = int.MaxValue)
    {
        var folder = new FeedFolder();
        var conference = (await reader.Read(api)).ShouldBe(HttpStatusCode.OK);
        var people = (await reader.Read($"{api}/agenda/people?limit=500")).ShouldBe(HttpStatusCode.OK);
        IEnumerable<string> filters =
        [
            "",
            .. conference["days"].EnumerateArray().Select(day => $"day={day.GetString()}"),
            .. conference["rooms"].EnumerateArray().Take(most).Select(room => $"room={room.GetProperty("slug").GetString()}"),
            .. people["items"].EnumerateArray().Take(most).Select(person => $"person={person.GetProperty("id").GetString()}"),
        ];
        foreach (var filter in filters)
            await Fetch(folder, $"/calendars/{slug}.ics?{filter}", await Expected(filter));
        foreach (var (code, expected) in (await Sessions("")).Take(most))
            await Fetch(folder, $"/calendars/{slug}/sessions/{Uri.EscapeDataString(code)}.ics?", [expected]);
        return folder;
    }

    private async Task Fetch(FeedFolder folder, string address, IReadOnlyList<SeenEvent> expected)
    {
        foreach (var variant in Variants)
        {
            var varied = $"{address}&{variant}";
            await folder.Add(varied, await reader.GetByteArrayAsync(varied, TestContext.Current.CancellationToken), expected);
        }
    }

    private async Task<IReadOnlyList<SeenEvent>> Expected(string filter) => [.. (await Sessions(filter)).Select(session => session.Event)];

    private async Task<IEnumerable<(string Code, SeenEvent Event)>> Sessions(string filter)
    {
        var agenda = (await reader.Read($"{api}/agenda?{filter}")).ShouldBe(HttpStatusCode.OK);
        return agenda["sessions"].EnumerateArray().Where(session => session.GetProperty("startUtc").ValueKind != JsonValueKind.Null)
            .Select(session => (session.GetProperty("code").GetString()!, Said(session, agenda["title"].GetString()!)));
    }

    private static SeenEvent Said(JsonElement session, string conference)
    {
        string? Text(string name) => session.GetProperty(name).GetString();
        string? Of(string name, string part) => session.GetProperty(name) is { ValueKind: JsonValueKind.Object } found ? found.GetProperty(part).GetString() : null;
        var cancelled = Text("status") == "cancelled";
        return new(
            $"{Text("id")}@agenda.example.org",
            Text("startUtc"),
            Text("endUtc"),
            $"{(cancelled ? "Cancelled: " : "")}{Text("code")}: {Text("title")}",
            Of("room", "name") is null ? conference : Together(", ", Of("room", "name"), Of("room", "building")),
            Description: null,
            cancelled ? "CANCELLED" : "CONFIRMED",
            Together(",", Of("type", "name"), Of("track", "name")));
    }

    private static string Together(string separator, params string?[] parts) => string.Join(separator, parts.Where(part => part is not null));
}
