using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Agenda.Domain.Text;
using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Schedules;

/// <summary>What both versions of <c>schedule.json</c> write alike.</summary>
internal static partial class JsonFileParts
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A file of that schema with what <paramref name="write"/> puts into its schedule.</summary>
    public static byte[] File(string schema, ExportedSchedule schedule, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", schema);
            json.WriteStartObject("generator");
            json.WriteString("name", ScheduleFormats.Generator);
            json.WriteEndObject();
            json.WriteStartObject("schedule");
            json.WriteString("version", schedule.Version);
            json.WriteString("base_url", schedule.BaseUrl);
            write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static void Site(Utf8JsonWriter json, ExportedSchedule schedule)
    {
        if (schedule.Url is { } url)
            json.WriteString("url", ExportedText.Address(url));
        json.WriteString("time_zone_name", schedule.Conference.TimeZone);
    }

    public static void Tracks(Utf8JsonWriter json, ExportedSchedule schedule)
    {
        json.WriteStartArray("tracks");
        foreach (var track in schedule.Agenda.Document.Tracks)
        {
            json.WriteStartObject();
            json.WriteString("name", ExportedText.Of(track.Name));
            json.WriteString("slug", Slug(track.Slug));
            if (track.Colour is { } colour)
                json.WriteString("color", colour);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Rooms(Utf8JsonWriter json, ExportedSchedule schedule, string virtualType)
    {
        json.WriteStartArray("rooms");
        foreach (var room in schedule.Agenda.Document.Rooms)
        {
            json.WriteStartObject();
            json.WriteString("name", schedule.RoomNames[room.Id]);
            json.WriteString("slug", Slug(room.Slug));
            json.WriteString("guid", room.Id.Value);
            if (room.Virtual)
                json.WriteString("type", virtualType);
            if (room.Building is { } building)
                json.WriteString("description", ExportedText.Of(building));
            if (room.Capacity is { } capacity)
                json.WriteNumber("capacity", capacity);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Guid(Utf8JsonWriter json, ExportedSession session)
    {
        json.WriteString("guid", session.Guid);
        if (CodeOfTheSchema().IsMatch(session.Session.Code))
            json.WriteString("code", session.Session.Code);
    }

    /// <summary>Titles and texts, which have the same names in both.</summary>
    public static void Texts(Utf8JsonWriter json, ExportedSession session)
    {
        json.WriteString("slug", session.Slug);
        json.WriteString("url", session.Url);
        json.WriteString("title", session.Title);
        json.WriteString("subtitle", session.Subtitle);
        json.WriteString("abstract", session.Abstract);
        json.WriteString("description", session.Description);
        Links(json, session.Session.Resources);
    }

    /// <summary>What is told of somebody beside their name. Without the biography: it stands at each of their events in every copy, and may name others, who may be erased.</summary>
    public static void Person(Utf8JsonWriter json, ExportedPerson person, string role)
    {
        json.WriteString("guid", person.Identity.Guid);
        json.WriteString("name", person.Name);
        json.WriteString("role", role);
        var released = person.Person.Released;
        if (released.Affiliation is { } affiliation)
            json.WriteString("affiliation", ExportedText.Of(affiliation));
        if (released.Links.Count > 0)
            Links(json, released.Links);
    }

    /// <summary>The schema wants two characters, ours may have one.</summary>
    public static string Slug(string slug) => slug.Length < 2 ? $"_{slug}" : slug;

    private static void Links(Utf8JsonWriter json, IReadOnlyList<Link> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("url", ExportedText.Address(link.Url));
            json.WriteString("title", ExportedText.Of(link.Title));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    [GeneratedRegex("^[A-Z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOfTheSchema();
}
