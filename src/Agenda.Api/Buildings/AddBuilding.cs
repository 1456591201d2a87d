using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Buildings;

/// <summary>Adds a building.</summary>
internal static class AddBuilding
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/buildings", HandleAsync).WithSummary("Add a building");

    private static async Task<Results<TaggedCreated<BuildingResponse>, ProblemHttpResult>> HandleAsync(
        BuildingRequest request, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await db.Buildings.AnyAsync(b => b.ConferenceId == conference.Id && b.Name == request.Name, cancellation))
            return Problems.Refused(ConferenceRefusals.NameTaken("building", request.Name));

        var building = new Building(conference.Conference, request.Name, request.Address, request.Coordinates?.ToDomain());
        db.Buildings.Add(building);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/buildings/{building.Id.Value}", building.Version, BuildingResponse.Of(building));
    }
}
