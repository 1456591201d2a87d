using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Removes a session with its contributions. What was published of it stays until the next release, which tells calendars that it is cancelled.</summary>
internal static class RemoveSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/sessions/{sessionId:guid}", HandleAsync).WithSummary("Remove a session");

    private static async Task<Results<Ok<RemovedSession>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.ConferenceId == conference.Id && s.Id == id, cancellation) is not { } session)
            return Problems.Missing("session", sessionId);

        var current = await SessionResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(session.Version, () => current) is { } stale)
            return stale;

        await conflicts.BeginAsync([id], cancellation);
        // A rule between it and another session is nothing without it.
        db.SessionConstraints.RemoveRange(await db.SessionConstraints.Where(c => c.First == id || c.Second == id).ToListAsync(cancellation));
        db.Sessions.Remove(session);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new RemovedSession(await conflicts.EndAsync([id], cancellation)));
    }
}

/// <summary>What removing a session did to the conflicts of the programme.</summary>
public sealed record RemovedSession(ConflictChanges Conflicts);
