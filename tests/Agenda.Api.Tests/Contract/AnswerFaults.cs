using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Agenda.Api.Tests.Contract;

/// <summary>Where a value is not what a schema of the contract says. Stricter than JSON Schema in one thing: a field that the schema does not name is a fault.</summary>
internal static class AnswerFaults
{
    public static IEnumerable<string> Of(JsonNode schema, JsonElement value, string place = "")
    {
        var shape = new Shape(ContractOperations.Document, schema);
        if (value.ValueKind == JsonValueKind.Null)
            return shape.IsNullable ? [] : [$"{place} is null"];
        if (shape.Types.Count > 0 && !shape.Types.Any(type => IsOf(type, value)))
            return [$"{place} is {value.ValueKind} instead of {string.Join(" or ", shape.Types)}"];
        if (shape.Values is { } values && !values.Contains(value.GetRawText()))
            return [$"{place} is {value}, which is not one of {string.Join(", ", values)}"];

        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(shape, value, place),
            JsonValueKind.Array when shape.Node["items"] is { } items => value.EnumerateArray().SelectMany(item => Of(items, item, $"{place}[]")),
            JsonValueKind.String => OfText(shape, value.GetString()!, place),
            _ => [],
        };
    }

    private static IEnumerable<string> OfObject(Shape shape, JsonElement value, string place)
    {
        foreach (var name in shape.Required.Where(name => !value.TryGetProperty(name, out _)))
            yield return $"{place}.{name} is missing";
        foreach (var field in value.EnumerateObject())
        {
            var schema = shape.Properties[field.Name] ?? shape.Node["additionalProperties"] as JsonObject;
            if (schema is null && shape.Properties.Count > 0)
                yield return $"{place}.{field.Name} is not in the contract";
            foreach (var fault in schema is null ? [] : Of(schema, field.Value, $"{place}.{field.Name}"))
                yield return fault;
        }
    }

    private static IEnumerable<string> OfText(Shape shape, string text, string place)
    {
        var pattern = shape.Node["pattern"]?.GetValue<string>() ?? shape.Format switch
        {
            "uuid" => "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "date" => @"^\d{4}-\d\d-\d\d$",
            "date-time" => @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$",
            "uri" => "^[a-z]+:",
            _ => "",
        };
        if (!Regex.IsMatch(text, pattern, RegexOptions.ECMAScript))
            yield return $"{place} is \"{text}\", which is no {shape.Format ?? pattern}";
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
