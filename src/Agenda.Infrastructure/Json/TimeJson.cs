using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Infrastructure.Json;

/// <summary>Dates and times in JSON: <c>2024-01-08</c>, <c>2024-01-08T14:00:00</c>, <c>2024-01-08T14:00:00Z</c>, <c>+01:00</c>.</summary>
public static class TimeJson
{
    public static readonly LocalDatePattern Date = LocalDatePattern.Iso;
    public static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    public static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");
    public static readonly OffsetPattern OfUtc = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static readonly LocalTimePattern OfDay = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly IPattern<LocalDateTime> LocalRead = new CompositePatternBuilder<LocalDateTime>
    {
        { LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"), _ => false },
        { Local, _ => true },
    }.Build();

    public static void AddTo(JsonSerializerOptions options)
    {
        options.Converters.Add(new Converter<LocalDate>(Date, "a date such as 2024-01-08"));
        options.Converters.Add(new Converter<LocalTime>(OfDay, "a time of day such as 09:30"));
        options.Converters.Add(new Converter<LocalDateTime>(LocalRead, "a local time such as 2024-01-08T14:00:00"));
        options.Converters.Add(new Converter<Instant>(Utc, "a time in UTC such as 2024-01-08T14:00:00Z"));
        options.Converters.Add(new Converter<Offset>(OfUtc, "an offset such as +01:00"));
    }

    private sealed class Converter<T>(IPattern<T> pattern, string expected) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && pattern.Parse(text).TryGetValue(default!, out var value)
                ? value
                : throw new JsonException($"Expected {expected}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }
}
