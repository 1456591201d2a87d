using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Agenda.Infrastructure.Json;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Infrastructure.Archives;

/// <summary>The JSON of archives. Every field is always there, and none that is not known: a field more is a higher version.</summary>
internal static class ArchiveJson
{
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IgnoreReadOnlyProperties = true,
            AllowDuplicateProperties = false,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new Whole<Instant>(InstantPattern.ExtendedIso), new Whole<Offset>(OffsetPattern.GeneralInvariant) },
        };
        TimeJson.AddTo(options);
        IdJson.AddTo(options);
        return options;
    }

    // Elsewhere times are told to the second; here they come back as they were.
    private sealed class Whole<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && pattern.Parse(text).TryGetValue(default!, out var value)
                ? value
                : throw new JsonException("Expected a time such as 2024-01-08T14:00:00Z, or an offset such as +01.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }
}
