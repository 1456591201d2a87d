using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Removes a session with its contributions. What was published of it stays until the next release, which tells calendars that it is cancelled.</summary>
internal static class RemoveSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/sessions/{sessionId:guid}", HandleAsync).WithSummary("Remove a session");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid sessionId, IfMatch ifMatch, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.ConferenceId == conference.Id && s.Id == id, cancellation) is not { } session)
            return Problems.Missing("session", sessionId);

        var current = await SessionResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(session.Version, () => current) is { } stale)
            return stale;

        db.Sessions.Remove(session);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
