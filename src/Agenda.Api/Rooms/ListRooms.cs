using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Rooms;

/// <summary>The rooms of the programme, by slug.</summary>
internal static class ListRooms
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/rooms", HandleAsync).WithSummary("List rooms");

    private static async Task<Results<Ok<PageOf<RoomResponse>>, ProblemHttpResult>> HandleAsync([AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var rooms = db.Rooms.Where(r => r.ConferenceId == conference.Id && (page.After == null || string.Compare(r.Slug, page.After) > 0))
            .OrderBy(r => r.Slug).Take(page.Size + 1);
        return TypedResults.Ok(page.Of(await RoomResponse.ListAsync(db, conference, rooms, cancellation), r => r.Slug));
    }
}
