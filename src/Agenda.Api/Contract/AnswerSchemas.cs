using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agenda.Api.Contract;

/// <summary>
/// Requests with fields that nobody knows are refused, so their schemas are closed. Answers may get new fields at any time, so theirs are open: a client that
/// goes by the contract does not stumble over a field that came later.
/// </summary>
internal static class AnswerSchemas
{
    public static Task OpenAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var schemas = document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var body in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToList() ?? []).Select(operation => operation.RequestBody))
        {
            foreach (var content in body?.Content?.Values.ToList() ?? [])
                Collect(content.Schema, schemas, sent);
        }

        foreach (var (name, schema) in schemas)
        {
            if (!sent.Contains(name) && schema is OpenApiSchema answer)
                answer.AdditionalPropertiesAllowed = true;
        }

        return Task.CompletedTask;
    }

    private static void Collect(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> sent)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } name })
        {
            if (!sent.Add(name))
                return;

            schema = schemas[name];
        }

        IEnumerable<IOpenApiSchema?> parts =
            [schema?.Items, schema?.AdditionalProperties, .. schema?.Properties?.Values ?? [], .. schema?.OneOf ?? [], .. schema?.AnyOf ?? [], .. schema?.AllOf ?? []];
        foreach (var part in parts.Where(part => part is not null))
            Collect(part, schemas, sent);
    }
}
