using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Agenda.Api.Http;
using Microsoft.AspNetCore.OpenApi;
using NodaTime;

namespace Agenda.Api.Contract;

/// <summary>The names under which types stand in the contract; null writes a type where it is used.</summary>
internal static class SchemaNames
{
    public static string? Of(JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (type == typeof(LocalDate) || type == typeof(LocalDateTime) || type == typeof(Instant) || type == typeof(Offset) || type == typeof(JsonElement))
            return null;
        if (type == typeof(Stream))
            return "FileContent";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PageOf<>))
            return $"{type.GenericTypeArguments[0].Name.Replace("Response", "", StringComparison.Ordinal)}Page";

        return OpenApiOptions.CreateDefaultSchemaReferenceId(info);
    }
}
