using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Schedules;

/// <summary>Writes frab <c>schedule.xml</c> as c3voc's schema has it.</summary>
internal static partial class FrabXmlFile
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
    };

    public static byte[] Of(ExportedSchedule schedule)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartElement("schedule");
            xml.WriteStartElement("generator");
            xml.WriteAttributeString("name", ScheduleFormats.Generator);
            xml.WriteEndElement();
            xml.WriteElementString("version", schedule.Version);
            Conference(xml, schedule);
            foreach (var day in schedule.Days)
                Day(xml, day);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Conference(XmlWriter xml, ExportedSchedule schedule)
    {
        xml.WriteStartElement("conference");
        xml.WriteElementString("title", schedule.Title);
        xml.WriteElementString("acronym", schedule.Acronym);
        xml.WriteElementString("start", ExportedTimes.Date(schedule.Conference.FirstDay));
        xml.WriteElementString("end", ExportedTimes.Date(schedule.Conference.LastDay));
        xml.WriteElementString("days", schedule.Days.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("timeslot_duration", ExportedSchedule.Slot);
        xml.WriteElementString("base_url", schedule.BaseUrl);
        if (schedule.Url is { } url)
            xml.WriteElementString("url", ExportedText.Of(url));
        xml.WriteElementString("time_zone_name", schedule.Conference.TimeZone);
        foreach (var track in schedule.Agenda.Document.Tracks)
        {
            xml.WriteStartElement("track");
            xml.WriteAttributeString("name", ExportedText.Of(track.Name));
            if (track.Colour is { } colour)
                xml.WriteAttributeString("color", colour);
            if (SlugOfTheSchema().IsMatch(track.Slug))
                xml.WriteAttributeString("slug", track.Slug);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Day(XmlWriter xml, ExportedDay day)
    {
        xml.WriteStartElement("day");
        xml.WriteAttributeString("index", day.Index.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("date", ExportedTimes.Date(day.Date));
        xml.WriteAttributeString("start", ExportedTimes.Moment(day.Start));
        xml.WriteAttributeString("end", ExportedTimes.Moment(day.End));
        foreach (var room in day.Rooms)
        {
            xml.WriteStartElement("room");
            xml.WriteAttributeString("name", room.Name);
            foreach (var session in room.Events)
                Event(xml, session, room.Name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Event(XmlWriter xml, ExportedSession session, string room)
    {
        xml.WriteStartElement("event");
        xml.WriteAttributeString("guid", session.Guid.ToString());
        xml.WriteAttributeString("id", session.Id.ToString(CultureInfo.InvariantCulture));
        if (CodeOfTheSchema().IsMatch(session.Session.Code))
            xml.WriteAttributeString("code", session.Session.Code);
        xml.WriteElementString("date", ExportedTimes.Moment(session.Times.Start));
        xml.WriteElementString("start", ExportedTimes.Clock(session.Times.Start));
        xml.WriteElementString("duration", session.Duration);
        xml.WriteElementString("room", room);
        xml.WriteElementString("slug", session.Slug);
        xml.WriteElementString("url", session.Url);
        xml.WriteElementString("title", session.Title);
        xml.WriteElementString("subtitle", session.Subtitle);
        xml.WriteElementString("track", ExportedText.Of(session.Session.Track?.Name));
        xml.WriteElementString("type", ExportedText.Of(session.Session.Type.Name));
        if (session.Session.Language is { } language)
            xml.WriteElementString("language", language);
        xml.WriteElementString("abstract", session.Abstract);
        xml.WriteElementString("description", session.Description);
        PeopleAndLinks(xml, session);
        xml.WriteEndElement();
    }

    private static void PeopleAndLinks(XmlWriter xml, ExportedSession session)
    {
        xml.WriteStartElement("persons");
        foreach (var person in session.People)
        {
            xml.WriteStartElement("person");
            xml.WriteAttributeString("id", person.Identity.Number.ToString(CultureInfo.InvariantCulture));
            xml.WriteString(person.Name);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("links");
        foreach (var link in session.Session.Resources)
        {
            xml.WriteStartElement("link");
            xml.WriteAttributeString("href", ExportedText.Of(link.Url));
            xml.WriteString(ExportedText.Of(link.Title));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    [GeneratedRegex("^[a-z][a-z0-9-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SlugOfTheSchema();

    [GeneratedRegex("^[0-9A-Z]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeOfTheSchema();
}
