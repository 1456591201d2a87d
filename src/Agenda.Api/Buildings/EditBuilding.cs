using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Buildings;

/// <summary>Changes what is said of a building.</summary>
internal static class EditBuilding
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/buildings/{buildingId:guid}", HandleAsync).WithSummary("Edit a building");

    private static async Task<Results<TaggedOk<BuildingResponse>, ProblemHttpResult>> HandleAsync(
        Guid buildingId, BuildingRequest request, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new BuildingId(buildingId);
        if (await db.Buildings.SingleOrDefaultAsync(b => b.ConferenceId == conference.Id && b.Id == id, cancellation) is not { } building)
            return Problems.Missing("building", buildingId);

        if (ifMatch.Refuses(building.Version, () => BuildingResponse.Of(building)) is { } stale)
            return stale;

        if (await db.Buildings.AnyAsync(b => b.ConferenceId == conference.Id && b.Name == request.Name && b.Id != id, cancellation))
            return Problems.Refused(ConferenceRefusals.NameTaken("building", request.Name));

        building.Revise(request.Name, request.Address, request.Coordinates?.ToDomain());
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(building.Version, BuildingResponse.Of(building));
    }
}
