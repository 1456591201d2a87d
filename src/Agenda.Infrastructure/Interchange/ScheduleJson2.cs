namespace Agenda.Infrastructure.Interchange;

/// <summary>Reads the second version of <c>schedule.json</c> (c3voc): one list of events, with references to rooms, tracks and persons.</summary>
internal static class ScheduleJson2
{
    public static Reading Read(FileJson schedule, FileJson conference)
    {
        var kinds = new JsonKinds();
        var said = new SaidSchedule { Format = ScheduleFormats.ScheduleJson2 };
        ScheduleJsonParts.Conference(said, schedule, conference, kinds);
        said.Rooms.AddRange(kinds.Objects(schedule["rooms"]).Select(ScheduleJsonParts.Room));
        said.People.AddRange(kinds.Objects(schedule["persons"] ?? conference["persons"]).Select(p => ScheduleJsonParts.Person(p, kinds)));
        said.Events.AddRange(kinds.Objects(schedule["events"]).Select(e => Event(e, kinds)));
        return kinds.Wrong.Count > 0 ? new(ImportRefusals.WrongKinds(kinds.Wrong)) : new(said);
    }

    private static SaidEvent Event(FileJson said, JsonKinds kinds) => new(said.Where)
    {
        Guid = kinds.Text(said, "guid"),
        Id = kinds.Integer(said, "id"),
        Code = said.Said("code"),
        Title = Translated(said, "title"),
        Subtitle = Translated(said, "subtitle"),
        Abstract = Translated(said, "abstract"),
        Description = Translated(said, "description"),
        Type = said.Said("type"),
        Track = Known(Reference(said, "track"), ScheduleFormats.NoTrack),
        Language = Known(said.Said("language"), ScheduleFormats.NoLanguage),
        Room = Reference(said, "room"),
        RoomGuid = said["room"] is { IsObject: true } room ? room.Said("guid") : default,
        Date = said.Said("start", "date"),
        End = said.Said("end"),
        Duration = said.Said("duration"),
        People = [.. kinds.Objects(said["participants"] ?? said["persons"]).Select(p => ScheduleJsonParts.Person(p, kinds))],
        Links = ScheduleJsonParts.Links(said),
    };

    private static Said Reference(FileJson said, string member) => said[member] is { IsObject: true } reference ? reference.Said("name", "slug", "guid") : said.Said(member);

    // The format wants a track and a language of every event; what stands there for none is none.
    private static Said Known(Said said, string none) => said.Text == none ? new(null, said.Where) : said;

    // A text may be an object with one text for each language; that of the event's language is taken, else the first.
    private static Said Translated(FileJson said, string member) => said[member] is { IsObject: true } texts
        ? texts.Said([said.Said("language").Text ?? "", "en", .. texts.Children.Select(t => t.Name)])
        : said.Said(member);
}
