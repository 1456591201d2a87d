using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Rooms;

/// <summary>One room with its ETag.</summary>
internal static class ReadRoom
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/rooms/{roomId:guid}", HandleAsync).WithSummary("Read a room");

    private static async Task<Results<TaggedOk<RoomResponse>, ProblemHttpResult>> HandleAsync(Guid roomId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new RoomId(roomId);
        return (await RoomResponse.ListAsync(db, conference, db.Rooms.Where(r => r.ConferenceId == conference.Id && r.Id == id), cancellation)).SingleOrDefault() is { } room
            ? Tagged.Ok(room.Version, room)
            : Problems.Missing("room", roomId);
    }
}
