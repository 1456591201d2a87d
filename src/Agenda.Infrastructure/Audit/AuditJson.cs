using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using Agenda.Infrastructure.Json;
using NodaTime;

namespace Agenda.Infrastructure.Audit;

/// <summary>
/// Changes as they are stored: a JSON array of <c>{"field","before","after"}</c> with values as the API writes them; what is null is left out. It is
/// written by hand because every command would otherwise wait for the serializer to get to know the types.
/// </summary>
internal static class AuditJson
{
    /// <summary>Longer texts are cut: the trace tells what was done, it is no second copy of the programme.</summary>
    public const int LongestText = 2_000;

    /// <summary>
    /// For texts of what is added: it stands in the programme, and once it is changed or removed the entry of that has it. An import adds
    /// thousands of abstracts.
    /// </summary>
    public const int LongestAddedText = 200;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null for no changes.</summary>
    public static string? Write(AuditNote note, AuditNames names)
    {
        if (note.Changes.Count == 0)
            return null;

        var longest = note.Act == AuditAct.Added ? LongestAddedText : LongestText;
        var bytes = new ArrayBufferWriter<byte>(1_024);
        using var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartArray();
        foreach (var change in note.Changes)
        {
            json.WriteStartObject();
            json.WriteString("field"u8, change.Field);
            if (change.Before is not null)
            {
                json.WritePropertyName("before"u8);
                Write(json, change.Before, names, longest);
            }

            if (change.After is not null)
            {
                json.WritePropertyName("after"u8);
                Write(json, change.After, names, longest);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, object? value, AuditNames names, int longest)
    {
        switch (names.Tell(value))
        {
            case string text:
                json.WriteStringValue(text.Length > longest ? Cut(text, longest) : text);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double degrees:
                json.WriteNumberValue(degrees);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case Enum name:
                json.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString()));
                break;
            case LocalDate date:
                json.WriteStringValue(TimeJson.Date.Format(date));
                break;
            case LocalDateTime time:
                json.WriteStringValue(TimeJson.Local.Format(time));
                break;
            case Instant instant:
                json.WriteStringValue(TimeJson.Utc.Format(instant));
                break;
            case Offset offset:
                json.WriteStringValue(TimeJson.OfUtc.Format(offset));
                break;
            case PersonId person:
                json.WriteStringValue(person.Value);
                break;
            case AuthorFacts author:
                json.WriteStartObject();
                json.WriteString("person"u8, author.Person.Value);
                json.WriteBoolean("presenting"u8, author.Presenting);
                json.WriteEndObject();
                break;
            case Link link:
                json.WriteStartObject();
                json.WriteString("title"u8, link.Title);
                json.WriteString("url"u8, link.Url);
                json.WriteEndObject();
                break;
            case OpeningHours or Absence or RuleSeverity or RolePairSeverity or WalkingTime:
                json.WriteStringValue(AuditWords.Of(value, names));
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item, names, longest);
                json.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"The trace cannot tell a {value?.GetType().Name} yet.");
        }
    }

    private static string Cut(string text, int longest)
    {
        // Not between the two halves of a character beyond the basic plane.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)} […, {text.Length} characters in all]");
    }
}
