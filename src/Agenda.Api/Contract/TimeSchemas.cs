using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Agenda.Api.Contract;

/// <summary>Dates and times in the contract, in the words of JSON Schema and of the OpenAPI format registry.</summary>
internal static class TimeSchemas
{
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        var (format, pattern, example) = (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(LocalDate) => ("date", null, "2024-01-08"),
            var t when t == typeof(LocalTime) => (null, @"^\d\d:\d\d$", "09:30"),
            var t when t == typeof(LocalDateTime) => ("date-time-local", @"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$", "2024-01-08T14:00:00"),
            var t when t == typeof(Instant) => ("date-time", null, "2024-01-08T14:00:00Z"),
            var t when t == typeof(Offset) => (null, @"^[+-]\d\d:\d\d$", "+00:00"),
            _ => (default(string), default(string), default(string)),
        };
        if (schema.Enum is { Count: > 0 })
            schema.Type ??= JsonSchemaType.String;
        // A list of dates is not asked for what it is a list of.
        if (schema.Type == JsonSchemaType.Array && context.JsonTypeInfo.ElementType == typeof(LocalDate))
            schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" };
        if (example is null)
            return Task.CompletedTask;

        schema.Type = type == (Nullable.GetUnderlyingType(type) ?? type) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        schema.Format = format;
        schema.Pattern = pattern;
        schema.Examples = [example];
        return Task.CompletedTask;
    }
}
