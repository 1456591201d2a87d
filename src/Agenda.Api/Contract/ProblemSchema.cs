using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>The shape of every error answer (RFC 9457 with a code).</summary>
internal static class ProblemSchema
{
    public static OpenApiSchema Make(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "An error (RFC 9457). Programs go by `code`, which is stable; `detail` is for people.",
        Required = new HashSet<string> { "status", "code", "detail" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A link to what the status means."),
            ["title"] = Text("The name of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("What was wrong, in a sentence."),
            ["code"] = Text("What was wrong, for programs, such as `invalid-input`, `slug-taken` or `time-skipped`."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "With `invalid-input`: for each field in the JSON's own spelling what is wrong with it.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
            },
            ["current"] = new OpenApiSchema { Description = "With `stale`: the present state of what was to be changed; its ETag is in `etag`." },
            ["etag"] = Text("With `stale`: the present ETag."),
            ["field"] = Text("Of a request that names several things: the field that is refused, such as `moves[2].room`."),
            ["sessions"] = List(Text(null), "With a copy that is refused: the sessions that do not fit into it."),
            ["places"] = List(new OpenApiSchemaReference("ImportNote", document), "With a file that cannot be imported: where in it."),
            ["conflict"] = new OpenApiSchemaReference("ConflictResponse", document),
            ["conflicts"] = List(new OpenApiSchemaReference("ConflictResponse", document), "With a release that is refused: the first of the errors that stand."),
            ["count"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "With `conflicts`: how many stand." },
            ["touched"] = List(new OpenApiSchema(), "With an edit that cannot be taken back: what was edited since."),
            ["parameter"] = Text("With `unknown-filter-value`: the filter."),
            ["value"] = Text("With `unknown-filter-value`: the value that the agenda does not know."),
            ["traceId"] = Text("Names the request in the log."),
        },
    };

    private static OpenApiSchema List(IOpenApiSchema items, string description) => new() { Type = JsonSchemaType.Array, Items = items, Description = description };

    private static OpenApiSchema Text(string? description) => new() { Type = JsonSchemaType.String, Description = description };
}
