using System.Text.Json;
using System.Text.RegularExpressions;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Schedules;

/// <summary>Writes the second version of c3voc's <c>schedule.json</c>: one list of events, with references to rooms and tracks.</summary>
internal static partial class ScheduleJson2File
{
    private const string Schema = "https://c3voc.de/schedule/schema2.json";

    public static byte[] Of(ExportedSchedule schedule) => JsonFileParts.File(Schema, schedule, json =>
    {
        Conference(json, schedule);
        json.WriteStartArray("events");
        foreach (var session in schedule.Events)
            Event(json, schedule, session);
        json.WriteEndArray();
    });

    private static void Conference(Utf8JsonWriter json, ExportedSchedule schedule)
    {
        var zone = schedule.Agenda.Zone.Rules;
        json.WriteStartObject("conference");
        json.WriteString("acronym", schedule.Acronym);
        json.WriteString("title", schedule.Title);
        json.WriteString("start", ExportedTimes.Moment(zone.AtStartOfDay(schedule.Conference.FirstDay)));
        json.WriteString("end", ExportedTimes.Moment(zone.AtStartOfDay(schedule.Conference.LastDay.PlusDays(1)).PlusSeconds(-1)));
        json.WriteString("timeslot_duration", "PT5M");
        JsonFileParts.Site(json, schedule);
        JsonFileParts.Tracks(json, schedule);
        JsonFileParts.Rooms(json, schedule, "ONLINE");
        json.WriteStartArray("days");
        foreach (var day in schedule.Days)
        {
            json.WriteStartObject();
            json.WriteNumber("index", day.Index);
            json.WriteString("date", ExportedTimes.Date(day.Date));
            json.WriteString("start", ExportedTimes.Moment(day.Start));
            json.WriteString("end", ExportedTimes.Moment(day.End));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, ExportedSchedule schedule, ExportedSession session)
    {
        json.WriteStartObject();
        JsonFileParts.Guid(json, session);
        json.WriteString("start", ExportedTimes.Moment(session.Times.Start));
        json.WriteString("end", ExportedTimes.Moment(session.Times.End));
        Room(json, schedule, session);
        json.WriteStartObject("track");
        json.WriteString("slug", session.Session.Track is { } track ? JsonFileParts.Slug(track.Slug) : ScheduleFormats.NoTrack);
        json.WriteEndObject();
        json.WriteString("type", TypeOf(session.Session.Type));
        json.WriteString("language", LanguageOf(session.Session.Language));
        JsonFileParts.Texts(json, session);
        json.WriteStartArray("participants");
        foreach (var person in session.People)
        {
            json.WriteStartObject();
            JsonFileParts.Person(json, person, RoleOf(person));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The schema wants a room for every event; without one it has the conference's own id and no name that is one.
    private static void Room(Utf8JsonWriter json, ExportedSchedule schedule, ExportedSession session)
    {
        json.WriteStartObject("room");
        json.WriteString("guid", session.Session.Room?.Id.Value ?? schedule.Conference.Id.Value);
        json.WriteString("name", schedule.RoomOf(session));
        if (session.Session.Room is { } room)
            json.WriteString("slug", JsonFileParts.Slug(room.Slug));
        json.WriteEndObject();
    }

    private static string RoleOf(ExportedPerson person) => person.Role switch
    {
        ExportedRole.Moderator => "MODERATOR",
        ExportedRole.Contributor => "CONTRIBUTOR",
        _ => "SPEAKER",
    };

    // The schema has two letters, or nothing that it calls valid.
    private static string LanguageOf(string? language) => TwoLetters().Match(language ?? "") is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : ScheduleFormats.NoLanguage;

    private static string TypeOf(ReleasedType type)
    {
        if (Workshops().IsMatch(type.Name))
            return "WORKSHOP";
        if (Discussions().IsMatch(type.Name))
            return "DISCUSSION";
        if (Meetings().IsMatch(type.Name))
            return "MEETING";
        return Talks().IsMatch(type.Name) ? "TALK" : Games().IsMatch(type.Name) ? "GAME" : "OTHER";
    }

    [GeneratedRegex("^([A-Za-z]{2})(?:-|$)", RegexOptions.CultureInvariant)]
    private static partial Regex TwoLetters();

    [GeneratedRegex("workshop|tutorial|masterclass|training", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Workshops();

    [GeneratedRegex("discussion|panel|symposium|round ?table", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Discussions();

    [GeneratedRegex("meeting|assembly", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Meetings();

    [GeneratedRegex("talk|keynote|lecture|paper", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Talks();

    [GeneratedRegex(@"\bgames?\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Games();
}
