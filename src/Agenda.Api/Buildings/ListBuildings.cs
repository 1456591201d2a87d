using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Buildings;

/// <summary>The buildings of the programme, by name.</summary>
internal static class ListBuildings
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/buildings", HandleAsync).WithSummary("List buildings");

    private static async Task<Results<Ok<PageOf<BuildingResponse>>, ProblemHttpResult>> HandleAsync([AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var buildings = db.Buildings.Where(b => b.ConferenceId == conference.Id && (page.After == null || string.Compare(b.Name, page.After) > 0))
            .OrderBy(b => b.Name).Take(page.Size + 1);
        return TypedResults.Ok(page.Of(await BuildingResponse.From(buildings).ToListAsync(cancellation), b => b.Name));
    }
}
