using System.Text.Json.Nodes;

namespace Agenda.Api.Tests.Contract;

/// <summary>Which way what a schema describes goes.</summary>
internal enum Way
{
    /// <summary>To the service: it must take all that it took.</summary>
    Sent,

    /// <summary>From the service: it must answer nothing that it did not.</summary>
    Answered,
}

/// <summary>Compares schemas in the words of JSON Schema that the contract uses.</summary>
internal sealed class SchemaChanges(JsonNode before, JsonNode after, List<string> breaking)
{
    private static readonly string[] Least = ["minLength", "minimum", "minItems"], Most = ["maxLength", "maximum", "maxItems"];

    private readonly HashSet<(string?, string?, Way)> compared = [];

    public void Compare(string place, JsonNode? schema, JsonNode? now, Way way)
    {
        // Nothing said is anything at all.
        var (old, current) = (new Shape(before, schema ?? new JsonObject()), new Shape(after, now ?? new JsonObject()));
        if (old.IsNullable != current.IsNullable && current.IsNullable == (way == Way.Answered))
            breaking.Add(way == Way.Answered ? $"{place}: can be null" : $"{place}: cannot be null");
        if ((old.Name ?? current.Name) is not null && !compared.Add((old.Name, current.Name, way)))
            return;

        // What is inside a schema with a name is told once, under that name.
        place = old.Name ?? place;
        CompareTypes(place, old, current, way);
        CompareProperties(place, old, current, way);
        if (way == Way.Sent)
            CompareLimits(place, old.Node, current.Node);
        if (old.Alternatives.Count != current.Alternatives.Count)
            breaking.Add($"{place}: has other alternatives");
        foreach (var (one, other) in old.Alternatives.Zip(current.Alternatives))
            Compare(place, one, other, way);
        if (old.Node["items"] is { } items)
            Compare($"{place}[]", items, current.Node["items"], way);
        if (old.Node["additionalProperties"] is JsonObject values)
            Compare($"{place}{{}}", values, current.Node["additionalProperties"] as JsonObject, way);
    }

    private void CompareTypes(string place, Shape old, Shape current, Way way)
    {
        var (smaller, larger) = way == Way.Sent ? (old, current) : (current, old);
        if (larger.Types.Count > 0 && (smaller.Types.Count == 0 || !smaller.Types.All(type => larger.Types.Contains(type) || (type == "integer" && larger.Types.Contains("number")))))
            breaking.Add($"{place}: is {Named(current.Types)} instead of {Named(old.Types)}");
        // A format may be said of an answer that had none, and no longer be asked of a request.
        if (smaller.Format != larger.Format && larger.Format is not null)
            breaking.Add($"{place}: has the format {current.Format ?? "none"} instead of {old.Format ?? "none"}");
        if (way == Way.Sent && current.Values is not null && (old.Values is null || old.Values.Except(current.Values).Any()))
            breaking.Add($"{place}: no longer takes {(old.Values is null ? "any value" : string.Join(", ", old.Values.Except(current.Values)))}");
        if (way == Way.Answered && old.Values is not null && current.Values is null)
            breaking.Add($"{place}: can be any value");
    }

    private void CompareProperties(string place, Shape old, Shape current, Way way)
    {
        foreach (var (name, property) in old.Properties)
        {
            if (!current.Properties.TryGetPropertyValue(name, out var kept))
                breaking.Add($"{place}.{name}: is gone");
            else
                Compare($"{place}.{name}", property, kept, way);
        }

        foreach (var name in way == Way.Sent ? current.Required.Except(old.Required) : old.Required.Except(current.Required).Where(current.Properties.ContainsKey))
            breaking.Add(way == Way.Sent ? $"{place}.{name}: has to be sent" : $"{place}.{name}: can be missing");
        if (way == Way.Sent && IsClosed(current.Node) && !IsClosed(old.Node))
            breaking.Add($"{place}: takes no other fields");
    }

    private void CompareLimits(string place, JsonNode old, JsonNode current)
    {
        foreach (var limit in Least.Where(limit => Number(current[limit]) is { } now && (Number(old[limit]) is not { } was || now > was)))
            breaking.Add($"{place}: {limit} is {current[limit]} instead of {old[limit]?.ToString() ?? "none"}");
        foreach (var limit in Most.Where(limit => Number(current[limit]) is { } now && (Number(old[limit]) is not { } was || now < was)))
            breaking.Add($"{place}: {limit} is {current[limit]} instead of {old[limit]?.ToString() ?? "none"}");
        if (current["pattern"] is { } pattern && pattern.GetValue<string>() != old["pattern"]?.GetValue<string>())
            breaking.Add($"{place}: has another pattern");
    }

    private static decimal? Number(JsonNode? node) => node is null ? null : decimal.Parse(node.ToJsonString().Trim('"'), System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsClosed(JsonNode node) => node["additionalProperties"] is JsonValue value && value.TryGetValue<bool>(out var open) && !open;

    private static string Named(HashSet<string> types) => types.Count == 0 ? "anything" : string.Join(" or ", types.Order(StringComparer.Ordinal));
}
