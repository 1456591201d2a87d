using System.Xml;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Reads <c>schedule.xml</c> as frab, pentabarf, pretalx, wafer and others write it: days have rooms have events.</summary>
internal static class FrabXml
{
    /// <summary>Reads the schedule at whose root element the reader stands.</summary>
    /// <exception cref="XmlException">The text is no XML.</exception>
    /// <exception cref="TooMuchException">It is nested too deeply.</exception>
    public static Reading Read(XmlReader reader)
    {
        var schedule = new SaidSchedule { Format = ScheduleFormats.FrabXml };
        var file = new Open(schedule);
        while (reader.Read())
        {
            if (reader.Depth > Limits.ImportDepth)
                throw new TooMuchException();
            if (reader.NodeType == XmlNodeType.Element)
                file.Start(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                file.End(reader.LocalName);
        }

        return new(schedule);
    }

    /// <summary>Where the reader is: inside which day and room.</summary>
    private sealed class Open(SaidSchedule schedule)
    {
        private SaidDay? day;
        private FileXml? room;

        public void Start(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "generator":
                    schedule.IsOurs = FileXml.StartTag(reader).Attribute("name").Text == ScheduleFormats.Generator;
                    break;
                case "conference":
                    Conference(FileXml.Read(reader));
                    break;
                case "tracks":
                    schedule.Tracks.AddRange(FileXml.Read(reader).Children.Where(c => c.Name == "track").Select(Track));
                    break;
                case "event":
                    if (schedule.Events.Count <= Limits.ImportSessions)
                        schedule.Events.Add(Event(FileXml.Read(reader)));
                    break;
                case "day":
                    var tag = FileXml.StartTag(reader);
                    day = reader.IsEmptyElement ? null : new SaidDay(tag.Attribute("date"), tag.Attribute("start"));
                    break;
                case "room" when day is not null:
                    room = FileXml.StartTag(reader);
                    if (reader.IsEmptyElement)
                        End("room");
                    break;
                default:
                    break;
            }
        }

        public void End(string name)
        {
            if (name == "day")
                day = null;
            if (name is not ("day" or "room") || room is null)
                return;

            schedule.Rooms.Add(new SaidRoom(room.Attribute("name")) { Guid = room.Attribute("guid"), Column = true });
            room = null;
        }

        private void Conference(FileXml conference)
        {
            schedule.Title = conference.Said("title");
            schedule.Acronym = conference.Said("acronym");
            schedule.Url = conference.Said("url");
            schedule.BaseUrl = conference.Said("base_url");
            schedule.Zone = conference.Said("time_zone_name");
            schedule.Start = conference.Said("start");
            schedule.End = conference.Said("end");
            schedule.DayChange = conference.Said("day_change");
            schedule.TimeslotDuration = conference.Said("timeslot_duration");
            schedule.Tracks.AddRange(conference.Children.Where(c => c.Name == "track").Select(Track));
        }

        private static SaidTrack Track(FileXml track) => new(First(track.Attribute("name"), track.Content))
        {
            Slug = track.Attribute("slug"),
            Guid = track.Attribute("guid"),
            Colour = track.Attribute("color"),
        };

        private SaidEvent Event(FileXml said) => new(said.Where)
        {
            Guid = said.Attribute("guid"),
            Id = said.Attribute("id"),
            Code = First(said.Attribute("code"), said.Said("code")),
            Title = said.Said("title"),
            Subtitle = said.Said("subtitle"),
            Abstract = said.Said("abstract"),
            Description = said.Said("description"),
            Type = said.Said("type"),
            Track = said.Said("track"),
            Language = said.Said("language"),
            Room = First(room?.Attribute("name") ?? default, said.Said("room")),
            RoomGuid = room?.Attribute("guid") ?? default,
            Day = day,
            Date = said.Said("date"),
            Start = said.Said("start"),
            Duration = said.Said("duration"),
            People = [.. said.ChildrenOf("persons", "person").Select(Person)],
            Links = [.. Links(said)],
        };

        private static SaidPerson Person(FileXml person) => new(person.Where)
        {
            Guid = person.Attribute("guid"),
            Id = person.Attribute("id"),
            Name = First(person.Content, person.Attribute("name")),
            Role = person.Attribute("role"),
            Biography = person.Said("biography"),
        };

        private static IEnumerable<SaidLink> Links(FileXml said) =>
        [
            new(said.Said("url"), default, SaidLink.Page),
            .. said.ChildrenOf("links", "link").Select(l => new SaidLink(First(l.Attribute("href"), l.Content), l.Content, "Link")),
            .. said.ChildrenOf("attachments", "attachment").Select(a => new SaidLink(First(a.Attribute("href"), a.Content), a.Content, "Attachment")),
            new(said.Said("feedback_url"), default, "Feedback"),
        ];

        private static Said First(Said first, Said second) => first.IsBlank ? second : first;
    }
}
