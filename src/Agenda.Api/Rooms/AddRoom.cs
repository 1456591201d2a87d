using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Rooms;

/// <summary>Adds a room.</summary>
internal static class AddRoom
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/rooms", HandleAsync).WithSummary("Add a room");

    private static async Task<Results<TaggedCreated<RoomResponse>, ProblemHttpResult>> HandleAsync(
        RoomRequest request, EditedConference conference, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var taken = (await db.Rooms.Where(r => r.ConferenceId == conference.Id).Select(r => r.Slug).ToListAsync(cancellation)).ToHashSet();
        if (request.Slug is { } asked && taken.Contains(asked))
            return Problems.Refused(ConferenceRefusals.SlugTaken("room", asked));

        var (facts, refusal) = await request.FactsAsync(db, conference.Conference, null, cancellation);
        if (facts is null)
            return Problems.Refused(refusal!);

        var room = new Room(conference.Conference, request.Slug ?? Slug.Free(request.Name, "room", taken.Contains), facts);
        room.Join(request.JoinUrl, clock.Now());
        db.Rooms.Add(room);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/rooms/{room.Id.Value}", room.Version, await RoomResponse.ReadAsync(db, conference, room.Id, cancellation));
    }
}
