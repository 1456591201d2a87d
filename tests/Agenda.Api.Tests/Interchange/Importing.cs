using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Interchange;

/// <summary>Importing and looking at what came of it, over HTTP.</summary>
internal static class Importing
{
    public static Task<Answer> Import(this Given given, byte[] file, string query = "", string mediaType = "application/octet-stream")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return given.Organiser.Send(HttpMethod.Post, $"{given.Path}/imports{query}", content);
    }

    public static Task<Answer> Import(this Given given, string file, string query = "") => given.Import(Encoding.UTF8.GetBytes(file), query);

    public static async Task<Answer> Imported(this Given given, byte[] file, string query = "") => (await given.Import(file, query)).ShouldBe(HttpStatusCode.OK);

    public static async Task<Answer> Imported(this Given given, string file, string query = "") => (await given.Import(file, query)).ShouldBe(HttpStatusCode.OK);

    /// <summary>"where | what | why" of each note.</summary>
    public static string[] Notes(this Answer report, string list) =>
        [.. report[list].EnumerateArray().Select(n => $"{n.GetProperty("where").GetString()} | {n.GetProperty("what").GetString()} | {n.GetProperty("why").GetString()}")];

    /// <summary>"where | kind name | act | field: here -> file (which is taken)" of each change.</summary>
    public static string[] Changes(this Answer report) =>
    [
        .. report["changes"].EnumerateArray().Select(c => $"{c.GetProperty("where").GetString()} | {c.GetProperty("kind").GetString()} {c.GetProperty("name").GetString()} | {c.GetProperty("act").GetString()} | "
            + string.Join("; ", c.GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("field").GetString()}: {f.GetProperty("here").GetString()} -> {f.GetProperty("file").GetString()} ({f.GetProperty("taken").GetString()}{(f.GetProperty("edited").GetBoolean() ? ", edited" : "")})"))),
    ];

    public static (int Created, int Updated, int Unchanged) Sessions(this Answer report) =>
        (report["created"].GetInt32(), report["updated"].GetInt32(), report["unchanged"].GetInt32());

    public static (int Created, int Updated, int Unchanged) Tally(this Answer report, string kind) =>
        (report[kind].GetProperty("created").GetInt32(), report[kind].GetProperty("updated").GetInt32(), report[kind].GetProperty("unchanged").GetInt32());

    /// <summary>The sessions of the programme by title.</summary>
    public static async Task<Dictionary<string, JsonElement>> Programme(this Given given) =>
        (await given.Organiser.Read($"{given.Path}/sessions?limit=500")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().ToDictionary(s => s.GetProperty("title").GetString()!);

    /// <summary>The room of that name, as it is by itself.</summary>
    public static async Task<Answer> RoomNamed(this Given given, string name)
    {
        var rooms = (await given.Organiser.Read($"{given.Path}/rooms?limit=500")).ShouldBe(HttpStatusCode.OK);
        return (await given.Organiser.Read($"{given.Path}/rooms/{rooms["items"].EnumerateArray().Single(r => r.GetProperty("name").GetString() == name).GetProperty("id").GetGuid()}")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The people of the programme by id.</summary>
    public static async Task<Dictionary<Guid, JsonElement>> People(this Given given) =>
        (await given.Organiser.Read($"{given.Path}/people?limit=500")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().ToDictionary(p => p.GetProperty("id").GetGuid());

    /// <summary>Each session in one line, in the order of the codes: "code: title | start +offset, minutes, room | type, track, language | chairs / authors", a presenting author with a star.</summary>
    public static async Task<string[]> Lines(this Given given)
    {
        var people = (await given.People()).ToDictionary(p => p.Key, p => $"{p.Value.GetProperty("givenName").GetString()} {p.Value.GetProperty("familyName").GetString()}".Trim());
        return [.. (await given.Programme()).Values.OrderBy(s => s.GetProperty("code").GetString(), StringComparer.Ordinal).Select(s => Line(s, people))];
    }

    private static string Line(JsonElement s, Dictionary<Guid, string> people)
    {
        var placed = s.GetProperty("placement") is { ValueKind: JsonValueKind.Object } p
            ? $"{p.GetProperty("start").GetString()} {p.GetProperty("utcOffset").GetString()}, {p.GetProperty("minutes").GetInt32()}, {p.GetProperty("room").GetString() ?? "-"}"
            : "to be announced";
        var chairs = s.GetProperty("chairs").EnumerateArray().Select(c => people[c.GetGuid()]);
        var authors = s.GetProperty("contributions").EnumerateArray().SelectMany(c => c.GetProperty("authors").EnumerateArray())
            .Select(a => people[a.GetProperty("person").GetGuid()] + (a.GetProperty("presenting").GetBoolean() ? "*" : ""));
        return $"{s.GetProperty("code").GetString()}: {s.GetProperty("title").GetString()} | {placed} | {s.GetProperty("type").GetString()}, {s.GetProperty("track").GetString() ?? "-"}, "
            + $"{s.GetProperty("language").GetString() ?? "-"} | {string.Join(", ", chairs)} / {string.Join(", ", authors)}";
    }

    /// <summary>Everything in the tables of the programme, in one line a row: what must not change when an import is refused.</summary>
    public static async Task<string> Everything(this AgendaHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        await db.Database.OpenConnectionAsync();
        var all = new StringBuilder();
        foreach (var table in (string[])["conferences", "rooms", "tracks", "session_types", "people", "sessions", "session_people", "contributions", "contribution_authors", "releases", "memberships", "invitations", "audit"])
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2, 3";
            await using var rows = await command.ExecuteReaderAsync();
            var values = new object[rows.FieldCount];
            while (await rows.ReadAsync())
                all.Append(table).Append(':').AppendJoin('|', values.Take(rows.GetValues(values))).AppendLine();
        }

        return all.ToString();
    }
}
