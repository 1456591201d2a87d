using System.Text.Json;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Reads the first version of <c>schedule.json</c> (c3voc): days have rooms have events, ids are integers.</summary>
internal static class ScheduleJson
{
    public static Reading Read(FileJson schedule, FileJson conference, ImportNotes notes)
    {
        var kinds = new JsonKinds();
        var said = new SaidSchedule { Format = ScheduleFormats.ScheduleJson };
        ScheduleJsonParts.Conference(said, schedule, conference, kinds);
        if (schedule["rooms"] is { } misplaced)
        {
            notes.Mend(misplaced.Where, "rooms", "They belong into the conference; read all the same.");
            said.Rooms.AddRange(kinds.Objects(misplaced).Select(ScheduleJsonParts.Room));
        }

        foreach (var day in kinds.Objects(conference["days"]))
        {
            var saidDay = new SaidDay(day.Said("date"), day.Said("day_start"));
            foreach (var room in kinds.Members(day["rooms"]))
            {
                said.Rooms.Add(new SaidRoom(new Said(room.Name, room.Where)) { Column = true });
                said.Events.AddRange(kinds.Objects(room).Select(e => Event(e, room, saidDay, kinds)));
            }
        }

        if (kinds.Wrong.Count == 0)
            return new(said);
        if (schedule["rooms"] is { } outside)
            kinds.Complain(outside, "they stand outside of the conference, where the format has none");
        return new(ImportRefusals.WrongKinds(kinds.Wrong));
    }

    private static SaidEvent Event(FileJson said, FileJson room, SaidDay day, JsonKinds kinds) => new(said.Where)
    {
        Guid = kinds.Text(said, "guid"),
        Id = kinds.Integer(said, "id"),
        Code = said.Said("code"),
        Title = said.Said("title"),
        Subtitle = said.Said("subtitle"),
        Abstract = said.Said("abstract"),
        Description = said.Said("description"),
        Type = said.Said("type"),
        Track = said.Said("track"),
        Language = said.Said("language"),
        Room = room.Name.Length > 0 ? new Said(room.Name, room.Where) : said.Said("room"),
        Day = day,
        Date = said.Said("date"),
        Start = said.Said("start"),
        End = said.Said("end"),
        Duration = said.Said("duration"),
        People = [.. kinds.Objects(said["persons"]).Select(p => ScheduleJsonParts.Person(p, kinds))],
        Links = ScheduleJsonParts.Links(said),
    };
}

/// <summary>
/// Holds a file to the JSON kinds of what gives it its shape and its things their identity. A missing id can be mended, one of another kind
/// cannot: the next file would have it right, and everything would be there twice (docs/decisions/0008).
/// </summary>
internal sealed class JsonKinds
{
    private readonly List<ImportNote> wrong = [];

    public IReadOnlyList<ImportNote> Wrong => wrong;

    /// <summary>The elements of an array, which must be objects.</summary>
    public IEnumerable<FileJson> Objects(FileJson? array)
    {
        if (array is null)
            return [];
        if (!array.IsArray)
            ComplainOfKind(array, "an array");
        foreach (var element in array.Children.Where(e => array.IsArray && !e.IsObject))
            ComplainOfKind(element, "an object");
        return array.IsArray ? array.Children.Where(e => e.IsObject) : [];
    }

    /// <summary>The members of an object.</summary>
    public IEnumerable<FileJson> Members(FileJson? value)
    {
        if (value is { IsObject: false })
            ComplainOfKind(value, "an object");
        return value is { IsObject: true } ? value.Children.Where(m => !m.IsNull) : [];
    }

    /// <summary>The id of that name, which must be an integer where there is one.</summary>
    public Said Integer(FileJson value, string member) => Identity(value, member, JsonTokenType.Number, "an integer");

    /// <summary>The identifier of that name, which must be a string where there is one.</summary>
    public Said Text(FileJson value, string member) => Identity(value, member, JsonTokenType.String, "a string");

    private Said Identity(FileJson value, string member, JsonTokenType kind, string called)
    {
        if (value[member] is { } id && (id.Token != kind || (kind == JsonTokenType.Number && !long.TryParse(id.Text, out _))))
            ComplainOfKind(id, called);
        return value.Said(member);
    }

    public void Complain(FileJson value, string why) => wrong.Add(new ImportNote(value.Where.ToString(), value.Name, why));

    private void ComplainOfKind(FileJson value, string wanted)
    {
        var found = value.Token switch
        {
            JsonTokenType.String => $"the string \"{CleanText.Cut(value.Text!, 40)}\"",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.Null => "null",
            _ => value.Text,
        };
        Complain(value, $"it is {found} where the format has {wanted}");
    }
}
