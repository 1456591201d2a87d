using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Sessions;

/// <summary>The sessions as they are entered, drafts included, by code.</summary>
internal static class ListSessions
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/sessions", HandleAsync).WithSummary("List sessions as they are entered");

    private static async Task<Results<Ok<PageOf<SessionResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var sessions = conference.SeenSessions.Where(s => page.After == null || string.Compare(s.Code, page.After) > 0)
            .OrderBy(s => s.Code).Take(page.Size + 1);
        return TypedResults.Ok(page.Of(await SessionResponse.ListAsync(db, conference, sessions, cancellation), s => s.Code));
    }
}
