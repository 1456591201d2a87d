using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Buildings;

/// <summary>Removes a building that nothing uses.</summary>
internal static class RemoveBuilding
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/buildings/{buildingId:guid}", HandleAsync).WithSummary("Remove a building");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid buildingId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new BuildingId(buildingId);
        if (await db.Buildings.SingleOrDefaultAsync(b => b.ConferenceId == conference.Id && b.Id == id, cancellation) is not { } building)
            return Problems.Missing("building", buildingId);

        if (ifMatch.Refuses(building.Version, () => BuildingResponse.Of(building)) is { } stale)
            return stale;

        if (await db.Rooms.CountAsync(r => r.ConferenceId == conference.Id && r.BuildingId == id, cancellation) is > 0 and var rooms)
            return Problems.Refused(ConferenceRefusals.BuildingInUse(building.Name, rooms));

        db.Buildings.Remove(building);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
