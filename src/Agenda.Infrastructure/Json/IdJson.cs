using System.Text.Json;
using System.Text.Json.Serialization;
using Agenda.Domain;

namespace Agenda.Infrastructure.Json;

/// <summary>Typed ids as plain GUIDs.</summary>
internal static class IdJson
{
    public static void AddTo(JsonSerializerOptions options)
    {
        options.Converters.Add(new Converter<ConferenceId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<BuildingId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<RoomId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<TrackId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<SessionTypeId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<PersonId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<SessionId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<ContributionId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<SessionConstraintId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<AcknowledgementId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<SessionFileId>(v => new(v), id => id.Value));
        options.Converters.Add(new Converter<SessionLinkId>(v => new(v), id => id.Value));
    }

    private sealed class Converter<T>(Func<Guid, T> read, Func<T, Guid> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
