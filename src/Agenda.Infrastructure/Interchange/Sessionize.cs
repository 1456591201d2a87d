using System.Globalization;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Reads what Sessionize's API answers: the view "All" (sessions that name speakers, rooms and categories by their ids) and the view "GridSmart"
/// (days have rooms have sessions). Times are wall times without a zone. What is for speakers and organisers only stays out.
/// </summary>
internal static class Sessionize
{
    // Shown in the agenda for everybody, without a type of its own.
    private const string Service = "Break", Plenum = "Plenary";

    public static bool Is(FileJson root) => root.IsArray
        ? root.Children.Any(day => day["rooms"]?.Children.Any(room => room["sessions"] is { IsArray: true }) is true)
        : root["sessions"] is { IsArray: true } && root["schedule"] is null && (root["speakers"] ?? root["rooms"]) is { IsArray: true };

    public static Reading Read(FileJson root, ImportNotes notes)
    {
        var kinds = new JsonKinds();
        var said = new SaidSchedule
        {
            Format = ScheduleFormats.Sessionize,
            ZoneIsAsked = true,
        };
        var file = new File(root, notes, kinds);
        foreach (var session in root.IsArray ? InGrid(root, kinds) : kinds.Objects(root["sessions"]))
        {
            if (file.Event(session) is { } read)
                said.Events.Add(read);
        }

        foreach (var room in kinds.Objects(root["rooms"]))
            said.Rooms.Add(new SaidRoom(room.Said("name")) { Column = true });
        return kinds.Wrong.Count > 0 ? new(ImportRefusals.WrongKinds(kinds.Wrong)) : new(said);
    }

    // A session for everybody stands in the column of every room that is free then.
    private static IEnumerable<FileJson> InGrid(FileJson root, JsonKinds kinds) => kinds.Objects(root)
        .SelectMany(day => kinds.Objects(day["rooms"])).SelectMany(room => kinds.Objects(room["sessions"]))
        .DistinctBy(session => session.Said("id").Text ?? session.Path, StringComparer.Ordinal);

    private sealed class File(FileJson root, ImportNotes notes, JsonKinds kinds)
    {
        private readonly Dictionary<string, FileJson> speakers = ById(kinds.Objects(root["speakers"]));
        private readonly Dictionary<string, FileJson> rooms = ById(kinds.Objects(root["rooms"]));
        private readonly SessionizeCategories categories = new(root, notes, kinds);
        private readonly HashSet<string> told = new(StringComparer.Ordinal);

        public SaidEvent? Event(FileJson said)
        {
            if (said.Said("status") is { IsBlank: false } status && !status.Text!.StartsWith("Accept", StringComparison.OrdinalIgnoreCase))
            {
                notes.LeaveOut(status.Where, $"session \"{said.Said("title").Text}\"", $"Its status is {status.Text}, so it is not in the programme.");
                return null;
            }

            KeepAnswers(said);
            var id = said.Said("id");
            var isGuid = Guid.TryParse(id.Text, CultureInfo.InvariantCulture, out _);
            var sorted = categories.Of(said);
            return new SaidEvent(said.Where)
            {
                Guid = isGuid ? id : default,
                Id = isGuid ? default : id,
                Title = said.Said("title"),
                Description = said.Said("description"),
                Type = sorted.Type.IsBlank ? TypeOf(said) : sorted.Type,
                Track = sorted.Track,
                Language = sorted.Language,
                Room = RoomOf(said),
                Date = said.Said("startsAt"),
                End = said.Said("endsAt"),
                People = [.. (said["speakers"]?.Children ?? []).Select(Speaker).OfType<SaidPerson>()],
                Links = [new SaidLink(said.Said("recordingUrl"), default, "Recording")],
                // Whoever has it is in the room: it stays private.
                JoinUrl = said.Said("liveUrl"),
            };
        }

        private static Said TypeOf(FileJson said) =>
            said.Said("isServiceSession").Text == "true" ? new(Service, said.Where) : said.Said("isPlenumSession").Text == "true" ? new(Plenum, said.Where) : default;

        private Said RoomOf(FileJson said) =>
            said.Said("roomId").Text is { } id && rooms.TryGetValue(id, out var room) ? room.Said("name") : said.Said("room");

        // The one view names speakers by their ids, the other by id and name.
        private SaidPerson? Speaker(FileJson said)
        {
            var id = said.IsObject ? said.Said("id") : new Said(said.Text, said.Where);
            var whole = id.Text is { } key ? speakers.GetValueOrDefault(key) : null;
            if (whole is null && !said.IsObject)
            {
                notes.LeaveOut(said.Where, $"speaker \"{said.Text}\"", "The file has no speaker of that id.");
                return null;
            }

            var speaker = whole ?? said;
            KeepAnswers(speaker);
            return new SaidPerson(said.Where)
            {
                Guid = id,
                Name = NameOf(speaker),
                Affiliation = speaker.Said("tagLine"),
                Biography = speaker.Said("bio"),
                Email = speaker.Said("email"),
                Links = [.. (speaker["links"]?.Children ?? []).Where(l => l.IsObject).Select(l => new SaidLink(l.Said("url"), l.Said("title"), "Link"))],
            };
        }

        private static Said NameOf(FileJson speaker) => speaker.Said("fullName", "name") is { IsBlank: false } name
            ? name
            : new($"{speaker.Said("firstName").Text} {speaker.Said("lastName").Text}", speaker.Where);

        private void KeepAnswers(FileJson said)
        {
            if (said["questionAnswers"] is { Children.Count: > 0 } answers && told.Add(answers.Path))
                notes.LeaveOut(answers.Where, "questionAnswers", "Answers of speakers are not published.");
        }

        private static Dictionary<string, FileJson> ById(IEnumerable<FileJson> things) =>
            things.Where(t => t.Said("id").Text is not null).GroupBy(t => t.Said("id").Text!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }
}
