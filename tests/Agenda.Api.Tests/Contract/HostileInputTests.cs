using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Contract;

/// <summary>What nobody should send, sent to every operation of the contract: always a 4xx with a code, and nothing is written.</summary>
public sealed class HostileInputTests(QuietHost host) : IClassFixture<QuietHost>
{
    private const string LoneSurrogate = "@@lone@@";

    private static readonly string Megabyte = new('x', 1024 * 1024);

    private static int unique;

    public static TheoryData<string> WithBody => [.. ContractOperations.All.Where(o => o.ExampleBody() is not null).Select(o => o.Id)];

    public static TheoryData<string> Every => [.. ContractOperations.All.Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Refuses_bodies_that_make_no_sense(string operationId)
    {
        var (operation, filled) = await Situation(operationId);
        using var witness = new Witness(host.Database);
        foreach (var (name, body) in Bodies(filled.Body(operation, Unique())!))
        {
            if (name == "nothing" && operation.Node["requestBody"]!["required"] is null)
                continue;

            var answer = await Send(operation, filled, filled.Address(operation), body);
            ((int)answer.Status).ShouldBeInRange(400, 499, $"{operationId}, {name}: {answer.Text}");
            answer.Code.ShouldNotBeNullOrEmpty($"{operationId}, {name}: {answer.Text}");
            witness.SawAWrite().ShouldBeFalse($"{operationId}, {name} wrote something although it was refused");
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Survives_every_field_with_every_strange_value(string operationId)
    {
        var (operation, filled) = await Situation(operationId);
        using var witness = new Witness(host.Database);
        foreach (var field in Fields(filled.Body(operation, Unique())!))
        {
            foreach (var strange in Strange())
            {
                var body = filled.Body(operation, Unique())!;
                field.Set(body, strange?.DeepClone());
                var answer = await Send(operation, filled, filled.Address(operation), Json(body));
                var said = $"{operationId}, {field.Name} = {Short(strange)}: {answer.Text}";
                ((int)answer.Status).ShouldBeLessThan(500, said);
                if ((int)answer.Status >= 400)
                {
                    answer.Code.ShouldNotBeNullOrEmpty(said);
                    witness.SawAWrite().ShouldBeFalse($"{said} wrote something although it was refused");
                }
                else
                {
                    witness.SawAWrite();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Survives_strange_addresses_and_queries(string operationId)
    {
        var (operation, filled) = await Situation(operationId);
        using var witness = new Witness(host.Database);
        var addresses = FilledConference.Parts(operation).SelectMany(part => StrangeParts().Select(value => filled.Address(operation, part, value)))
            .Concat(operation.QueryParameters.SelectMany(name => StrangeQueries().Select(value => $"{filled.Address(operation)}?{name}={value}")));
        foreach (var address in addresses)
        {
            var body = filled.Body(operation, Unique());
            var answer = await Send(operation, filled, address, body is null ? null : Json(body), readTag: false);
            ((int)answer.Status).ShouldBeLessThan(500, $"{operation.Method} {address}: {answer.Text}");
            if ((int)answer.Status < 400)
                witness.SawAWrite();
            else
                witness.SawAWrite().ShouldBeFalse($"{operation.Method} {address} wrote something although it was refused");
            // What is no HTTP at all is refused by the server before the service sees it, and has no body.
            // Where the interface stands among pages, a strange part makes the address of a page, and the answer is one.
            var isPage = operation.Path.StartsWith("/{slug}/", StringComparison.Ordinal) && answer.Text.StartsWith("<!DOCTYPE html>", StringComparison.Ordinal);
            if ((int)answer.Status >= 400 && answer.Text.Length > 0 && !isPage)
                answer.Code.ShouldNotBeNullOrEmpty($"{operation.Method} {address}: {answer.Text}");
        }
    }

    private static IEnumerable<(string Name, HttpContent Body)> Bodies(JsonNode example)
    {
        yield return ("nothing", new ByteArrayContent([]) { Headers = { ContentType = new("application/json") } });
        yield return ("no JSON", Text("slug=x&name=y"));
        yield return ("half of it", Text(example.ToJsonString()[..^5]));
        yield return ("two of it", Text(example.ToJsonString() + example.ToJsonString()));
        yield return ("a list", Text("[]"));
        yield return ("a string", Text("\"x\""));
        yield return ("invalid UTF-8", new ByteArrayContent([.. "{\"name\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } });
        yield return ("as a form", new StringContent(example.ToJsonString(), Encoding.UTF8, "application/x-www-form-urlencoded"));
        yield return ("deeply nested", Text(string.Concat(Enumerable.Repeat("{\"links\":[", 500))));
        yield return ("three megabytes", Text($"{{\"note\":\"{string.Concat(Enumerable.Repeat(Megabyte, 3))}\"}}"));
        yield return ("an unknown field", With(example, "hasOwnProperty", 1));
        yield return ("a field twice", Text(example.ToJsonString().Replace("{", $"{{\"{example.AsObject().First().Key}\":\"x\",", StringComparison.Ordinal)));
    }

    private static IEnumerable<JsonNode?> Strange() =>
    [
        null, true, 12.5, -1, 0, long.MaxValue, 1e300, "", " ", "\0", "a\0b", "x\u001b[31m", LoneSurrogate, "\uFFFE", Megabyte, "9999-12-31", "9999-12-31T23:59:00", "0001-01-01T00:00:00",
        "-9998-01-01", "2024-13-45", "2024-01-08T25:61:00", "+99:99", "Mars/Olympus", "../../etc/passwd", "%2e%2e%2f", "'; DROP TABLE sessions; --", "<script>alert(1)</script>",
        "javascript:alert(1)", "00000000-0000-0000-0000-000000000000", "ǅ‮\u200b\u2028", new JsonArray(), new JsonArray(null, null), new JsonArray("x", 1, new JsonObject()), new JsonObject(),
        new JsonArray([.. Enumerable.Repeat(0, 2_000).Select(_ => (JsonNode)"00000000-0000-0000-0000-000000000000")]),
    ];

    private static IEnumerable<string> StrangeParts() =>
    [
        "x", "..", "%2e%2e", "%00", "%FF%FE", "a%2Fb", "%20", "%0D%0AX-Injected:1", "UPPER", "-", "99999999999999999999", "-1", "0", "%F0%9F%98%80", "00000000-0000-0000-0000-000000000000",
        new string('x', 3_000), "%ED%A0%80", "a;b=c", "'%20OR%201=1--",
    ];

    private static IEnumerable<string> StrangeQueries() =>
        ["", "%00", "%FF", "%ED%A0%80", "-1", "0", "2147483648", "99999999999999999999", "1e9", "null", "9999-12-31", "0000-00-00", "%F0%9F%98%80", "'%20OR%201=1--", new string('x', 5_000), "%25%25", "<script>", "[]", "{}"];

    private static IEnumerable<Field> Fields(JsonNode body)
    {
        foreach (var (name, value) in body.AsObject())
        {
            yield return new Field([name]);
            if (value is JsonArray { Count: > 0 } list)
            {
                yield return new Field([name, 0]);
                if (list[0] is JsonObject item)
                {
                    foreach (var field in Fields(item))
                        yield return new Field([name, 0, .. field.Path]);
                }
            }
        }
    }

    private static string Unique() => $"u{Interlocked.Increment(ref unique)}";

    private static string Short(JsonNode? value) => value?.ToJsonString() is { } text ? text[..Math.Min(60, text.Length)] : "null";

    private static StringContent Text(string text) => new(text, new MediaTypeHeaderValue("application/json"));

    private static StringContent Json(JsonNode body) => Text(body.ToJsonString().Replace(LoneSurrogate, "\\ud800", StringComparison.Ordinal));

    private static StringContent With(JsonNode example, string name, JsonNode value)
    {
        var body = example.DeepClone();
        body[name] = value;
        return Json(body);
    }

    private async Task<(Operation Operation, FilledConference Filled)> Situation(string operationId) =>
        (ContractOperations.All.Single(o => o.Id == operationId), await FilledConference.MakeAsync(host, $"hostile-{Unique()}"));

    private static async Task<Answer> Send(Operation operation, FilledConference filled, string address, HttpContent? body, bool readTag = true)
    {
        var tag = readTag ? await filled.TagAsync(operation) : operation.NeedsIfMatch ? "\"0\"" : null;
        return await filled.CallerOf(operation).Send(new HttpMethod(operation.Method), address, body, tag);
    }

    private sealed record Field(object[] Path)
    {
        public string Name => string.Join('.', Path);

        public void Set(JsonNode body, JsonNode? value)
        {
            var parent = Path[..^1].Aggregate(body, (node, step) => step is int i ? node[i]! : node[(string)step]!);
            if (Path[^1] is int place)
                parent[place] = value;
            else
                parent[(string)Path[^1]] = value;
        }
    }

    /// <summary>Another connection to the database, which is told of every commit (SQLite's data_version).</summary>
    private sealed class Witness : IDisposable
    {
        private readonly SqliteConnection connection;
        private long seen;

        public Witness(string database)
        {
            connection = new SqliteConnection($"Data Source={database};Pooling=False");
            connection.Open();
            seen = Version();
        }

        /// <summary>Whether anything was committed since it was last asked.</summary>
        public bool SawAWrite()
        {
            var now = Version();
            var wrote = now != seen;
            seen = now;
            return wrote;
        }

        public void Dispose() => connection.Dispose();

        private long Version()
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)command.ExecuteScalar()!;
        }
    }
}
