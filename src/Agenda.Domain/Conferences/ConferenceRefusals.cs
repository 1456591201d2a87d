namespace Agenda.Domain.Conferences;

/// <summary>Everything that editing a conference, its rooms, tracks and session types can be refused for.</summary>
public static class ConferenceRefusals
{
    public static Refusal SlugIsPublished(string slug) => new("slug-published", $"The programme is published as \"{slug}\"; calendars and links use that name.");

    public static Refusal SlugTaken(string what, string slug) => new("slug-taken", $"There is already a {what} \"{slug}\".");

    public static Refusal SlugReserved(string slug) => new("slug-reserved", $"\"{slug}\" is an address of the service itself.");

    public static Refusal FallsOutside(int sessions, int weeks) => new(
        "falls-outside",
        $"Dates would move by {weeks} {(weeks is 1 or -1 ? "week" : "weeks")}, so that weekdays stay, and {sessions} {(sessions == 1 ? "session" : "sessions")} would be on no day of the new conference. Say another first or last day.");

    public static Refusal CancelledIsNotCopied(string session) => new("cancelled", $"{session} is cancelled.");

    public static Refusal CodeTaken(string what, string code) => new("code-taken", $"There is already a {what} \"{code}\".");

    public static Refusal NameTaken(string what, string name) => new("name-taken", $"There is already a {what} \"{name}\".");

    public static Refusal InUse(string what, string name, int sessions) =>
        new("in-use", $"The {what} \"{name}\" is used by {sessions} {(sessions == 1 ? "session" : "sessions")}.");

    public static Refusal RoomIsPart(string name, string whole) => new("in-use", $"The room \"{name}\" is a part of \"{whole}\".");

    public static Refusal UnknownPart(string slug) => new("unknown-room", $"The conference has no room \"{slug}\".");

    public static Refusal RoomOfItself(string name) => new("room-of-itself", $"The room \"{name}\" would be a part of itself.");

    public static Refusal BuildingInUse(string name, int rooms) => new("in-use", $"The building \"{name}\" has {rooms} {(rooms == 1 ? "room" : "rooms")}.");
}
