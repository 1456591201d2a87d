using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Rooms;

/// <summary>Removes a room in which no session is placed.</summary>
internal static class RemoveRoom
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/rooms/{roomId:guid}", HandleAsync).WithSummary("Remove a room");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid roomId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new RoomId(roomId);
        if (await db.Rooms.SingleOrDefaultAsync(r => r.ConferenceId == conference.Id && r.Id == id, cancellation) is not { } room)
            return Problems.Missing("room", roomId);

        var current = await RoomResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(room.Version, () => current) is { } stale)
            return stale;

        if (await db.Sessions.CountAsync(s => s.ConferenceId == conference.Id && s.RoomId == id, cancellation) is > 0 and var sessions)
            return Problems.Refused(ConferenceRefusals.InUse("room", room.Name, sessions));

        var combined = await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == conference.Id).ToListAsync(cancellation);
        if (combined.Find(r => r.Parts.Contains(id)) is { } whole)
            return Problems.Refused(ConferenceRefusals.RoomIsPart(room.Name, whole.Name));

        db.Rooms.Remove(room);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
