using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Resources;

/// <summary>The live links of a session and of its contributions, hidden ones included.</summary>
internal static class ListLinks
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/sessions/{sessionId:guid}/links", HandleAsync).WithSummary("List the live links of a session");

    private static async Task<Results<Ok<LinksResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (!await conference.SeenSessions.AnyAsync(s => s.Id == id, cancellation))
            return Problems.Missing("session", sessionId);

        var links = await db.SessionLinks.AsNoTracking().Where(l => l.SessionId == id).OrderBy(l => l.Order).ThenBy(l => l.AddedAt).ThenBy(l => l.Id).ToListAsync(cancellation);
        return TypedResults.Ok(new LinksResponse([.. links.Select(LinkResponse.Of)]));
    }
}
