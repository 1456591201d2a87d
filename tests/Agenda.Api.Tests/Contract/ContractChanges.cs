using System.Text.Json.Nodes;

namespace Agenda.Api.Tests.Contract;

/// <summary>
/// What of a contract breaks programs that were written against an older one: calls that were right and are refused, and answers that lack what was promised.
/// What is new and may be left alone breaks nothing: operations, parameters that need not be sent, fields and values of answers.
/// </summary>
internal sealed class ContractChanges
{
    private const string Trying = "query parameter dryRun";

    private readonly JsonNode before;
    private readonly JsonNode after;
    private readonly List<string> breaking = [];
    private readonly SchemaChanges schemas;

    private ContractChanges(JsonNode before, JsonNode after)
    {
        (this.before, this.after) = (before, after);
        schemas = new SchemaChanges(before, after, breaking);
    }

    /// <summary>One line for each break, in the order of the older contract.</summary>
    public static IReadOnlyList<string> Breaking(JsonNode before, JsonNode after)
    {
        var changes = new ContractChanges(before, after);
        changes.ComparePaths();
        return [.. changes.breaking.Distinct()];
    }

    /// <summary>The number that has to rise with a break: 1 of <c>v1</c>, 2 of <c>2.3.0</c>.</summary>
    public static int Major(JsonNode contract) =>
        int.Parse(contract["info"]!["version"]!.GetValue<string>().TrimStart('v').Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    private void ComparePaths()
    {
        foreach (var (path, methods) in Entries(before["paths"]))
        {
            foreach (var (method, operation) in Entries(methods))
            {
                var name = $"{method.ToUpperInvariant()} {path}";
                if (after["paths"]?[path]?[method] is { } now)
                    Compare(name, operation, now);
                else
                    breaking.Add($"{name}: is gone");
            }
        }

        // Generated clients call their types by these names.
        foreach (var (name, _) in Entries(before["components"]?["schemas"]))
        {
            if (after["components"]?["schemas"]?[name] is null)
                breaking.Add($"{name}: the schema is gone or has another name");
        }
    }

    private void Compare(string name, JsonNode operation, JsonNode now)
    {
        if (Text(operation["operationId"]) != Text(now["operationId"]))
            breaking.Add($"{name}: is called {Text(now["operationId"])} instead of {Text(operation["operationId"])}");
        CompareParameters(name, operation, now);
        CompareBody(name, operation["requestBody"], now["requestBody"]);
        // What is tried is not done, and is answered in its own way to those who ask for it.
        var canBeTried = Parameters(now).ContainsKey(Trying) && !Parameters(operation).ContainsKey(Trying);
        CompareAnswers(name, operation["responses"], now["responses"], canBeTried ? "200" : null);
        var ways = Ways(now);
        foreach (var way in Ways(operation).Where(way => !ways.Contains(way) && !ways.Contains("")))
            breaking.Add(way.Length == 0 ? $"{name}: needs a sign-in" : $"{name}: cannot be called with {way}");
    }

    private void CompareParameters(string name, JsonNode operation, JsonNode now)
    {
        var parameters = Parameters(now);
        var known = Parameters(operation);
        foreach (var (key, parameter) in known)
        {
            if (!parameters.TryGetValue(key, out var kept))
            {
                breaking.Add($"{name}: {key} is gone");
                continue;
            }

            if (IsTrue(kept["required"]) && !IsTrue(parameter["required"]))
                breaking.Add($"{name}: {key} has to be sent");
            schemas.Compare($"{name}: {key}", parameter["schema"], kept["schema"], Way.Sent);
        }

        foreach (var (key, _) in parameters.Where(p => IsTrue(p.Value["required"]) && !known.ContainsKey(p.Key)))
            breaking.Add($"{name}: {key} has to be sent");
    }

    private void CompareBody(string name, JsonNode? body, JsonNode? now)
    {
        if (IsTrue(now?["required"]) && !IsTrue(body?["required"]))
            breaking.Add($"{name}: a body has to be sent");
        foreach (var (type, content) in Entries(body?["content"]))
        {
            if (now?["content"]?[type] is { } kept)
                schemas.Compare($"{name}: body", content["schema"], kept["schema"], Way.Sent);
            else
                breaking.Add($"{name}: takes no {type}");
        }
    }

    private void CompareAnswers(string name, JsonNode? answers, JsonNode? now, string? mayBeNew)
    {
        foreach (var (status, answer) in Entries(answers))
        {
            if (now?[status] is not { } kept)
            {
                breaking.Add($"{name}: no longer answers {status}");
                continue;
            }

            foreach (var (header, _) in Entries(answer["headers"]).Where(h => kept["headers"]?[h.Name] is null))
                breaking.Add($"{name}: {status} has no {header}");
            foreach (var (type, content) in Entries(answer["content"]))
            {
                if (kept["content"]?[type] is { } same)
                    schemas.Compare($"{name}: {status}", content["schema"], same["schema"], Way.Answered);
                else
                    breaking.Add($"{name}: {status} is never {type}");
            }
        }

        // A program knows what to do with a refusal that is new, not with another kind of success.
        foreach (var (status, _) in Entries(now).Where(a => a.Name[0] is '2' or '3' && answers?[a.Name] is null && a.Name != mayBeNew))
            breaking.Add($"{name}: answers {status}");
    }

    private static Dictionary<string, JsonNode> Parameters(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? new JsonArray()).ToDictionary(p => $"{Text(p!["in"])} parameter {Text(p["name"])}", p => p!, StringComparer.Ordinal);

    private static HashSet<string> Ways(JsonNode operation) =>
        operation["security"] is JsonArray { Count: > 0 } ways ? [.. ways.Select(way => string.Join(" and ", way!.AsObject().Select(scheme => scheme.Key)))] : [""];

    private static IEnumerable<(string Name, JsonNode Value)> Entries(JsonNode? node) =>
        (node as JsonObject ?? new JsonObject()).Where(entry => entry.Value is not null).Select(entry => (entry.Key, entry.Value!));

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static bool IsTrue(JsonNode? node) => node?.GetValue<bool>() == true;
}
