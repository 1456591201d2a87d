namespace Agenda.Infrastructure.Interchange;

/// <summary>The parts that both versions of <c>schedule.json</c> have in common.</summary>
internal static class ScheduleJsonParts
{
    public static void Conference(SaidSchedule said, FileJson schedule, FileJson conference, JsonKinds kinds)
    {
        said.Title = conference.Said("title");
        said.Acronym = conference.Said("acronym");
        said.Url = conference.Said("url");
        said.BaseUrl = schedule.Said("base_url");
        said.Zone = conference.Said("time_zone_name");
        said.Start = conference.Said("start");
        said.End = conference.Said("end");
        said.TimeslotDuration = conference.Said("timeslot_duration");
        said.Rooms.AddRange(kinds.Objects(conference["rooms"]).Select(Room));
        said.Tracks.AddRange(kinds.Objects(conference["tracks"]).Select(Track));
    }

    public static SaidRoom Room(FileJson room) => new(room.Said("name"))
    {
        Guid = room.Said("guid"),
        Slug = room.Said("slug"),
        Capacity = room.Said("capacity"),
        Virtual = room.Said("type").Text?.ToUpperInvariant() is "ONLINE" or "BBB" or "VIRTUAL",
    };

    public static SaidPerson Person(FileJson person, JsonKinds kinds) => new(person.Where)
    {
        Guid = kinds.Text(person, "guid"),
        Id = kinds.Integer(person, "id"),
        Name = person.Said("public_name", "name", "full_public_name"),
        Role = person.Said("role"),
        Affiliation = person.Said("affiliation", "organization"),
        Biography = person.Said("biography", "description", "abstract"),
        Email = person.Said("email"),
        Links = [.. Listed(person["links"], "Link"), new SaidLink(person.Said("url"), default, "Profile")],
    };

    public static IReadOnlyList<SaidLink> Links(FileJson said) =>
    [
        new(said.Said("url"), default, SaidLink.Page),
        .. Listed(said["links"], "Link"),
        .. Listed(said["attachments"], "Attachment"),
        new(said.Said("feedback_url"), default, "Feedback"),
    ];

    private static SaidTrack Track(FileJson track) => new(track.Said("name"))
    {
        Slug = track.Said("slug"),
        Guid = track.Said("guid"),
        Colour = track["colors"] is { IsObject: true } colours ? colours.Said("light", "primary", "dark") : track.Said("color"),
    };

    // Objects with url and title, objects with a kind instead of a title, or bare addresses: files have all three.
    private static IEnumerable<SaidLink> Listed(FileJson? links, string kind) => (links?.Children ?? []).Select(link => link.IsObject
        ? new SaidLink(link.Said("url", "href"), link.Said("title", "name"), Words(link.Said("service", "type").Text) ?? kind)
        : new SaidLink(new Said(link.Text, link.Where), default, kind));

    // "ACTIVITYPUB" and "SLIDES" are kinds; shown as words.
    private static string? Words(string? kind)
    {
        var words = CleanText.OneLine((kind ?? "").Replace('_', ' '));
        return words.Length is 0 or > 100 ? null : char.ToUpperInvariant(words[0]) + words[1..].ToLowerInvariant();
    }
}
