using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Scheduling;

/// <summary>Where and when a session would fit.</summary>
internal static class ListOptions
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/sessions/{sessionId:guid}/options", HandleAsync)
        .WithSummary("List the places where a session would fit")
        .WithDescription(
            "Rooms and slots in which the session would have no error, the best first: those with the fewest warnings, then by how the seats fit, by other sessions of its track nearby, and by how near "
            + "it is to where the session is now. Slots begin where others begin or end, when rooms open, and every quarter of an hour. A cancelled session needs no place and has no options.");

    private static async Task<Results<Ok<OptionsResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, [AsParameters] OptionsQuery query, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var timetable = await watch.ReadAsync(cancellation);
        if (timetable.Session(new(sessionId)) is not { } session)
            return await OfCancelledAsync(new(sessionId), conference, db, cancellation);

        if (Array.Find(query.Room, slug => timetable.Rooms.All(r => r.Room.Slug != slug)) is { } room)
            return Problems.UnknownValue("room", room);
        if (Array.Find(query.Day, day => DayOf(day, timetable) is null) is { } unknown)
            return Problems.UnknownValue("day", unknown);
        if ((query.Minutes ?? session.Slot?.Minutes ?? session.Type.DefaultMinutes) is not { } minutes)
            return Problems.Invalid("minutes", "must be said: the session has no slot, and its type no usual length.");

        var found = FreeSlots.Of(timetable, session, new FreeSlotQuery(minutes, query.Size)
        {
            Days = [.. query.Day.Select(day => DayOf(day, timetable)!.Value)],
            Rooms = [.. timetable.Rooms.Where(r => query.Room.Contains(r.Room.Slug)).Select(r => r.Id)],
        });
        var telling = await ConflictTelling.OfAsync(db, conference, found.Best.SelectMany(place => place.Conflicts).Concat(found.Hindrances), cancellation);
        var rooms = timetable.Rooms.ToDictionary(r => r.Id, r => r.Room.Slug);
        return TypedResults.Ok(new OptionsResponse(
            new(sessionId, session.Code), minutes, session.Facts.Seats,
            [.. found.Best.Select(place => new OptionResponse(
                PlacementResponse.Of(place.Placement, rooms, timetable.Zone)!,
                [.. place.Reasons.Select(reason => OptionReason.Of(reason, place, session))],
                telling.Tell(place.Conflicts, conference)))],
            found.Total, telling.Tell(found.Hindrances, conference)));
    }

    private static async Task<Results<Ok<OptionsResponse>, ProblemHttpResult>> OfCancelledAsync(SessionId id, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && s.Id == id && s.Status == SessionStatus.Cancelled)
            .Select(s => new { s.Code, s.Minutes, s.Seats }).SingleOrDefaultAsync(cancellation);
        return session is null ? Problems.Missing("session", id.Value) : TypedResults.Ok(new OptionsResponse(new(id.Value, session.Code), session.Minutes ?? 0, session.Seats, [], 0, []));
    }

    private static LocalDate? DayOf(string value, Timetable timetable) =>
        LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day } && day >= timetable.FirstDay && day <= timetable.LastDay ? day : null;
}
