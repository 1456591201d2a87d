using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>A conference in Dublin with a hall of 100 seats and an attic of 20, whose sessions are called by their codes; all on 8 January 2024 unless said.</summary>
internal sealed class Board(Given given)
{
    private static int unique;

    public Given Given => given;

    public HttpClient Organiser => given.Organiser;

    public string Slug => given.Slug;

    public static async Task<Board> MakeAsync(AgendaHost host, string zone = "Europe/Dublin", params string[] sessions)
    {
        var given = await Given.Conference(host, $"board-{Interlocked.Increment(ref unique)}", zone);
        await given.Room("Hall", 100);
        await given.Room("Attic", 20);
        await given.Type("MC", "Masterclass");
        foreach (var code in sessions)
            await given.Session(code, $"Title of {code}");
        return new Board(given);
    }

    public async Task<Answer> Session(string code)
    {
        var all = (await Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray();
        return await Organiser.Read($"{given.Path}/sessions/{all.Single(s => s.GetProperty("code").GetString() == code).GetProperty("id").GetGuid()}");
    }

    public async Task Place(string code, string? room, string time, int minutes = 60, HttpClient? by = null)
    {
        var session = await Session(code);
        (await (by ?? Organiser).Put($"{given.Path}/sessions/{session.Id}/placement", session.Tag, new { room, start = At(time), minutes })).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A move of the session as it is now; without a time, out of its slot.</summary>
    public async Task<Dictionary<string, object?>> Move(string code, string? room = null, string? time = null, int? minutes = 60)
    {
        var session = await Session(code);
        return new()
        {
            ["session"] = session.Id,
            ["room"] = room,
            ["start"] = At(time),
            ["minutes"] = time is null ? null : minutes,
            ["version"] = session["version"].GetInt32(),
        };
    }

    public Task<Answer> Send(params object[] moves) => Organiser.Add($"{given.Path}/moves", new { moves });

    public Task<Answer> Try(params object[] moves) => Organiser.Add($"{given.Path}/moves?dryRun=true", new { moves });

    public Task<Answer> Undo(HttpClient? by = null) => (by ?? Organiser).Send(HttpMethod.Post, $"{given.Path}/undo");

    /// <summary>Where every session is, such as <c>MC-1 hall 09:00</c>, or <c>MC-1 nowhere</c>.</summary>
    public async Task<string[]> Places() => [.. (await Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Select(Place)];

    /// <summary>The conflicts of the programme, such as <c>room-double-booked MC-1 MC-2</c>.</summary>
    public async Task<string[]> Conflicts() => Named((await Organiser.Read($"{given.Path}/conflicts?limit=500"))["items"]);

    public static string[] Named(JsonElement conflicts) =>
        [.. conflicts.EnumerateArray().Select(c => string.Join(' ', [c.GetProperty("rule").GetString()!, .. c.GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("code").GetString()!)])).Order(StringComparer.Ordinal)];

    public static string[] Placed(Answer answer) => [.. answer["sessions"].EnumerateArray().Select(s => $"{Place(s)} v{s.GetProperty("version").GetInt32()}")];

    public static string? At(string? time) => time is null ? null : time.Contains('T', StringComparison.Ordinal) ? time : $"2024-01-08T{time}:00";

    private static string Place(JsonElement session) => session.GetProperty("placement") is { ValueKind: JsonValueKind.Object } placement
        ? $"{session.GetProperty("code").GetString()} {placement.GetProperty("room").GetString() ?? "no-room"} {placement.GetProperty("start").GetString()![11..16]}"
        : $"{session.GetProperty("code").GetString()} nowhere";
}
