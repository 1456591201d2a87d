using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Changes what is said of a session and who is in it; its placement stays.</summary>
internal static class EditSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/sessions/{sessionId:guid}", HandleAsync).WithSummary("Edit a session").WithMetadata(BodyLimit.Texts);

    private static async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, SessionRequest request, IfMatch ifMatch, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var id = new SessionId(sessionId);
        if (await db.Sessions.Include(s => s.People).Include(s => s.Contributions.OrderBy(c => c.Position)).ThenInclude(c => c.Authors).AsSplitQuery()
                .SingleOrDefaultAsync(s => s.ConferenceId == conference.Id && s.Id == id, cancellation) is not { } session)
            return Problems.Missing("session", sessionId);

        var current = await SessionResponse.ReadAsync(db, conference, id, cancellation);
        if (ifMatch.Refuses(session.Version, () => current) is { } stale)
            return stale;

        if (await db.Sessions.AnyAsync(s => s.ConferenceId == conference.Id && s.Code == request.Code && s.Id != id, cancellation))
            return Problems.Refused(SessionRefusals.CodeTaken(request.Code));

        var (facts, refusal) = await SessionFactsOf.ResolveAsync(request, session, conference, db, cancellation);
        if (facts is null)
            return Problems.Refused(refusal!);

        session.Revise(facts);
        session.Note(request.Notes);
        session.Join(request.JoinUrl, clock.Now());
        await conflicts.BeginAsync([id], cancellation);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(session.Version, await SessionResponse.ReadAsync(db, conference, id, cancellation) with { Conflicts = await conflicts.EndAsync([id], cancellation) });
    }
}
