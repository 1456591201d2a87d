using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Buildings;

/// <summary>One building with its ETag.</summary>
internal static class ReadBuilding
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/buildings/{buildingId:guid}", HandleAsync).WithSummary("Read a building");

    private static async Task<Results<TaggedOk<BuildingResponse>, ProblemHttpResult>> HandleAsync(Guid buildingId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new BuildingId(buildingId);
        return await BuildingResponse.From(db.Buildings.Where(b => b.ConferenceId == conference.Id && b.Id == id)).SingleOrDefaultAsync(cancellation) is { } building
            ? Tagged.Ok(building.Version, building)
            : Problems.Missing("building", buildingId);
    }
}
