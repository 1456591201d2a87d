using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.SessionTypes;

/// <summary>The session types of the programme, by code.</summary>
internal static class ListSessionTypes
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/session-types", HandleAsync).WithSummary("List session types");

    private static async Task<Results<Ok<PageOf<SessionTypeResponse>>, ProblemHttpResult>> HandleAsync([AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var sessionTypes = db.SessionTypes.Where(t => t.ConferenceId == conference.Id && (page.After == null || string.Compare(t.Code, page.After) > 0))
            .OrderBy(t => t.Code).Take(page.Size + 1);
        return TypedResults.Ok(page.Of(await SessionTypeResponse.From(sessionTypes).ToListAsync(cancellation), t => t.Code));
    }
}
