using System.Text.Json;
using Agenda.Domain.Sessions;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web.Organise.Trace;

/// <summary>What a field held, for people: of lists a line for each, people by their names, yes and no.</summary>
internal static class ToldValue
{
    public static string Of(string field, JsonElement value, IReadOnlyDictionary<Guid, string> names) => value.ValueKind switch
    {
        JsonValueKind.String => Text(field, value.GetString()!, names),
        JsonValueKind.True => OrganiseWords.Yes,
        JsonValueKind.False => OrganiseWords.No,
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(item => Of(field, item, names))),
        JsonValueKind.Object => Parts(value, names),
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    private static string Text(string field, string text, IReadOnlyDictionary<Guid, string> names) =>
        Guid.TryParse(text, out var id) && names.TryGetValue(id, out var name) ? name
        : field == "status" && Enum.TryParse<SessionStatus>(text, ignoreCase: true, out var status) && Enum.IsDefined(status) ? StatusWords.Name(status)
        : field == "placement.start" && LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var start } ? Start(start)
        : text;

    private static string Start(LocalDateTime start) => $"{Wording.DayAndDate(start.Date)}, {Reading.Locale.Current.Minute.Format(start.TimeOfDay)}";

    // An author, or a link.
    private static string Parts(JsonElement value, IReadOnlyDictionary<Guid, string> names)
    {
        if (!value.TryGetProperty("person", out var person))
            return string.Join(": ", value.EnumerateObject().Select(part => Of("", part.Value, names)).Where(part => part.Length > 0));

        var name = Of("", person, names);
        return value.TryGetProperty("presenting", out var presents) && presents.ValueKind == JsonValueKind.True ? $"{name} ({OrganiseWords.Presents})" : name;
    }
}
