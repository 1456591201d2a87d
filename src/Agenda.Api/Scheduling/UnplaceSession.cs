using Agenda.Api.Http;
using Agenda.Api.Sessions;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Takes a session out of its room and slot; it is to be announced again.</summary>
internal static class UnplaceSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/sessions/{sessionId:guid}/placement", HandleAsync)
        .WithSummary("Take a session out of its room and slot");

    private static async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, IfMatch ifMatch, EditedConference conference, EditHistory history, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.ConferenceId == conference.Id && s.Id == id, cancellation) is not { } session)
            return Problems.Missing("session", sessionId);

        var current = await SessionResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(session.Version, () => current) is { } stale)
            return stale;

        await history.PlaceAsync(conference.Conference, [(session, null)], cancellation);
        var changes = await conflicts.ChangesAsync(await conflicts.ReadNearbyAsync([id], _ => false, cancellation), new Dictionary<SessionId, Placement?> { [id] = null }, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(session.Version, await SessionResponse.ReadAsync(db, conference, id, cancellation) with { Conflicts = changes });
    }
}
