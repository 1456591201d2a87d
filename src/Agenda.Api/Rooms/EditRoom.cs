using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Rooms;

/// <summary>Changes what is said of a room.</summary>
internal static class EditRoom
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/rooms/{roomId:guid}", HandleAsync).WithSummary("Edit a room");

    private static async Task<Results<TaggedOk<RoomResponse>, ProblemHttpResult>> HandleAsync(
        Guid roomId, RoomRequest request, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var id = new RoomId(roomId);
        if (await db.Rooms.SingleOrDefaultAsync(r => r.ConferenceId == conference.Id && r.Id == id, cancellation) is not { } room)
            return Problems.Missing("room", roomId);

        var current = await RoomResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(room.Version, () => current) is { } stale)
            return stale;

        var slug = request.Slug ?? room.Slug;
        if (await db.Rooms.AnyAsync(r => r.ConferenceId == conference.Id && r.Slug == slug && r.Id != id, cancellation))
            return Problems.Refused(ConferenceRefusals.SlugTaken("room", slug));

        var (facts, refusal) = await request.FactsAsync(db, conference.Conference, id, cancellation);
        if (facts is null)
            return Problems.Refused(refusal!);

        var before = (room.Capacity, room.BuildingId, room.Virtual, room.Parts, room.OpeningHours);
        room.Revise(slug, facts);
        room.Join(request.JoinUrl, clock.Now());
        var changes = await conflicts.AroundAsync(
            before != (room.Capacity, room.BuildingId, room.Virtual, room.Parts, room.OpeningHours), () => db.SaveChangesAsync(cancellation), cancellation);
        return Tagged.Ok(room.Version, await RoomResponse.ReadAsync(db, conference, id, cancellation) with { Conflicts = changes });
    }
}
