using System.Text.Json.Nodes;

namespace Agenda.Api.Tests.Contract;

/// <summary>A schema with its reference followed and "or null" told apart: <c>["null", "string"]</c> and one of null and a reference are the same in both.</summary>
internal sealed class Shape
{
    private static readonly string[] Choices = ["oneOf", "anyOf"], Words = [.. Choices, "allOf"];

    public Shape(JsonNode document, JsonNode schema)
    {
        Node = schema;
        // A reference, or the one alternative beside null, leads on.
        while (true)
        {
            if (Node["$ref"]?.GetValue<string>().Split('/')[^1] is { } name)
            {
                Name = name;
                Node = document["components"]!["schemas"]![name]!;
            }
            else if (Alternatives is { Count: 1 } alternatives)
            {
                IsNullable |= SaysNull(Node);
                Node = alternatives[0];
            }
            else
            {
                break;
            }
        }

        IsNullable |= SaysNull(Node) || (Types.Count == 0 && Values is null && Alternatives.Count == 0);
    }

    /// <summary>The name under which it stands in the contract, if it has one.</summary>
    public string? Name { get; }

    public JsonNode Node { get; }

    public bool IsNullable { get; }

    public HashSet<string> Types => [.. AllTypes(Node).Where(type => type != "null")];

    public string? Format => Node["format"]?.GetValue<string>();

    public IReadOnlyList<string>? Values => Node["enum"] is JsonArray values ? [.. values.Select(value => value?.ToJsonString() ?? "null")] : null;

    public IReadOnlyList<string> Required => Node["required"] is JsonArray names ? [.. names.Select(name => name!.GetValue<string>())] : [];

    public JsonObject Properties => Node["properties"] as JsonObject ?? new JsonObject();

    /// <summary>What else it can be, null apart.</summary>
    public IReadOnlyList<JsonNode> Alternatives =>
        [.. Words.SelectMany(word => Node[word] as JsonArray ?? new JsonArray()).OfType<JsonNode>().Where(one => AllTypes(one) is not ["null"])];

    private static bool SaysNull(JsonNode node) =>
        AllTypes(node).Contains("null") || Choices.Any(word => (node[word] as JsonArray ?? new JsonArray()).Any(one => AllTypes(one!) is ["null"]));

    private static List<string> AllTypes(JsonNode node) => node["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };
}
