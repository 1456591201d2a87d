using System.Text.Json.Nodes;

namespace Agenda.Api.Tests.Contract;

/// <summary>The operations of the committed contract, as tests walk through them.</summary>
internal static class ContractOperations
{
    public static string Root { get; } = FindRoot();

    public static JsonNode Document { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "openapi", "agenda.v1.json")))!;

    public static IReadOnlyList<Operation> All { get; } =
    [
        .. from path in Document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           select new Operation(method.Key.ToUpperInvariant(), path.Key, method.Value!),
    ];

    /// <summary>An example of the body that an operation takes; null when it takes none or no JSON.</summary>
    public static JsonNode? ExampleBody(this Operation operation)
    {
        var schema = operation.Node["requestBody"]?["content"]?["application/json"]?["schema"];
        var reference = schema?["$ref"] ?? schema?["oneOf"]?.AsArray().Select(s => s!["$ref"]).FirstOrDefault(r => r is not null);
        return reference is null ? null : Resolve(reference.GetValue<string>())["examples"]?[0]?.DeepClone();
    }

    private static JsonNode Resolve(string reference) => Document["components"]!["schemas"]![reference.Split('/')[^1]]!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Agenda.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run below the repository.");
        return folder.FullName;
    }
}

internal sealed record Operation(string Method, string Path, JsonNode Node)
{
    public string Id => Node["operationId"]!.GetValue<string>();

    public bool NeedsIfMatch => Node["parameters"]?.AsArray().Any(p => p!["name"]!.GetValue<string>() == "If-Match") == true;

    /// <summary>The status of an answer when all goes well.</summary>
    public int Success => Node["responses"]!.AsObject().Select(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture)).First(status => status < 300);

    /// <summary>Whether there is no way to call it but with the key: an empty requirement among the alternatives means without.</summary>
    public bool IsForOrganisers => Node["security"] is JsonArray { Count: > 0 } ways && ways.All(way => way!.AsObject().Count > 0);

    public IEnumerable<string> QueryParameters =>
        Node["parameters"]?.AsArray().Where(p => p!["in"]!.GetValue<string>() == "query").Select(p => p!["name"]!.GetValue<string>()) ?? [];
}
