using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;

namespace Agenda.Api.Interchange.Tables;

/// <summary>Looks up what rows of sessions name: types, tracks and rooms, and the slot that a day and a time make.</summary>
internal sealed class SessionPlaces(EditedConference conference, IReadOnlyList<SessionType> types, IReadOnlyList<Track> tracks, IReadOnlyList<Room> rooms, TableNotes notes)
{
    public SessionType? TypeOf(AskedRow<SessionRow> row)
    {
        var type = types.FirstOrDefault(t => t.Code == row.Content.Said.Type);
        if (type is null)
            notes.Refuse(row.Number, "type", row.Content.Said.Type, SessionRefusals.UnknownType(row.Content.Said.Type).Reason);
        return type;
    }

    public Track? TrackOf(AskedRow<SessionRow> row)
    {
        if (row.Content.Said.Track is not { } slug)
            return null;

        var track = tracks.FirstOrDefault(t => t.Slug == slug);
        if (track is null)
            notes.Refuse(row.Number, "track", slug, SessionRefusals.UnknownTrack(slug).Reason);
        return track;
    }

    /// <summary>Where and when the row says that the session is; null for nowhere yet, and where something is refused.</summary>
    public Placement? PlacementOf(AskedRow<SessionRow> row)
    {
        var said = row.Content;
        if (said is { Room: null, Day: null, Start: null, Minutes: null, Offset: null })
            return null;
        if (said is not { Day: { } day, Start: { } start, Minutes: { } minutes })
        {
            foreach (var missing in (string[])[.. said.Day is null ? ["day"] : (string[])[], .. said.Start is null ? ["start"] : (string[])[], .. said.Minutes is null ? ["minutes"] : (string[])[]])
                notes.Refuse(row.Number, missing, null, "Day, start and minutes are said together; for a session that is to be announced all of them are empty, and the room.");
            return null;
        }

        if (minutes is < TimeSlot.ShortestMinutes or > TimeSlot.LongestMinutes)
            return Refused("minutes", CellValues.Of(minutes), $"It must be from {TimeSlot.ShortestMinutes} to {TimeSlot.LongestMinutes}.");
        if (day < Limits.Earliest || day > Limits.Latest)
            return Refused("day", CellValues.Of(day), $"It must be from {Limits.Earliest.Year} to {Limits.Latest.Year}.");

        Room? room = null;
        if (said.Room is { } slug && (room = rooms.FirstOrDefault(r => r.Slug == slug)) is null)
            return Refused("room", slug, SchedulingRefusals.UnknownRoom(slug).Reason);

        var asked = conference.Zone.Slot(day + start, minutes, said.Offset);
        return asked.Slot is { } slot ? new Placement(room?.Id, slot) : Refused(said.Offset is null ? "start" : "offset", CellValues.Of(start), asked.Refusal!.Reason);

        Placement? Refused(string field, string? what, string why)
        {
            notes.Refuse(row.Number, field, what, why);
            return null;
        }
    }
}
