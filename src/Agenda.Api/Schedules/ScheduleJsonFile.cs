using System.Text.Json;

namespace Agenda.Api.Schedules;

/// <summary>Writes the first version of c3voc's <c>schedule.json</c>: days have rooms have events.</summary>
internal static class ScheduleJsonFile
{
    private const string Schema = "https://c3voc.de/schedule/schema.json";

    public static byte[] Of(ExportedSchedule schedule) => JsonFileParts.File(Schema, schedule, json =>
    {
        json.WriteStartObject("conference");
        json.WriteString("acronym", schedule.Acronym);
        json.WriteString("title", schedule.Title);
        json.WriteString("start", ExportedTimes.Date(schedule.Conference.FirstDay));
        json.WriteString("end", ExportedTimes.Date(schedule.Conference.LastDay));
        json.WriteNumber("daysCount", schedule.Days.Count);
        json.WriteString("timeslot_duration", ExportedSchedule.Slot);
        JsonFileParts.Site(json, schedule);
        JsonFileParts.Tracks(json, schedule);
        JsonFileParts.Rooms(json, schedule, "online");
        json.WriteStartArray("days");
        foreach (var day in schedule.Days)
            Day(json, day);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Day(Utf8JsonWriter json, ExportedDay day)
    {
        json.WriteStartObject();
        json.WriteNumber("index", day.Index);
        json.WriteString("date", ExportedTimes.Date(day.Date));
        json.WriteString("day_start", ExportedTimes.Moment(day.Start));
        json.WriteString("day_end", ExportedTimes.Moment(day.End));
        json.WriteStartObject("rooms");
        foreach (var room in day.Rooms)
        {
            json.WriteStartArray(room.Name);
            foreach (var session in room.Events)
                Event(json, session, room.Name);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, ExportedSession session, string room)
    {
        json.WriteStartObject();
        json.WriteNumber("id", session.Id);
        JsonFileParts.Guid(json, session);
        json.WriteString("date", ExportedTimes.Moment(session.Times.Start));
        json.WriteString("start", ExportedTimes.Clock(session.Times.Start));
        json.WriteString("end", ExportedTimes.Moment(session.Times.End));
        json.WriteString("duration", session.Duration);
        json.WriteString("room", room);
        json.WriteString("track", ExportedText.Of(session.Session.Track?.Name));
        json.WriteString("type", ExportedText.Of(session.Session.Type.Name));
        json.WriteString("language", session.Session.Language ?? "");
        JsonFileParts.Texts(json, session);
        json.WriteStartArray("persons");
        foreach (var person in session.People)
        {
            json.WriteStartObject();
            json.WriteNumber("id", person.Identity.Number);
            JsonFileParts.Person(json, person, RoleOf(person));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string RoleOf(ExportedPerson person) => person.Role switch
    {
        ExportedRole.Moderator => "moderator",
        ExportedRole.Contributor => "contributor",
        _ => "speaker",
    };
}
