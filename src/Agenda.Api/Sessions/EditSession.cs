using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Changes what is said of a session and who is in it; its placement stays.</summary>
internal static class EditSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPut("/sessions/{sessionId:guid}", HandleAsync)
        .WithSummary("Edit a session, or try it")
        .WithDescription("With `dryRun=true` nothing is saved: the answer tells in `conflicts` what it would cause and solve, and has the version and the ETag that the session has.")
        .WithMetadata(BodyLimit.Texts);

    private static async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> HandleAsync(
        Guid sessionId, SessionRequest request, IfMatch ifMatch, [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        // What is only tried is saved as well, and rolled back: the conflicts are then those that would be.
        return dryRun is true ? await OneTransaction.RunAsync(db, EditAsync, cancellation, keep: false) : await EditAsync(cancellation);

        async Task<Results<TaggedOk<SessionResponse>, ProblemHttpResult>> EditAsync(CancellationToken stop)
        {
            var id = new SessionId(sessionId);
            if (await db.Sessions.Include(s => s.People).Include(s => s.Contributions.OrderBy(c => c.Position)).ThenInclude(c => c.Authors).AsSplitQuery()
                    .SingleOrDefaultAsync(s => s.ConferenceId == conference.Id && s.Id == id, stop) is not { } session)
                return Problems.Missing("session", sessionId);

            var current = await SessionResponse.ReadAsync(db, conference, id, stop);
            if (ifMatch.Refuses(session.Version, () => current) is { } stale)
                return stale;

            if (await db.Sessions.AnyAsync(s => s.ConferenceId == conference.Id && s.Code == request.Code && s.Id != id, stop))
                return Problems.Refused(SessionRefusals.CodeTaken(request.Code));

            var (facts, refusal) = await SessionFactsOf.ResolveAsync(request, session, conference, db, stop);
            if (facts is null)
                return Problems.Refused(refusal!);

            session.Revise(facts);
            session.Note(request.Notes);
            session.Join(request.JoinUrl, clock.Now());
            await conflicts.BeginAsync([id], stop);
            await db.SaveChangesAsync(stop);
            var version = dryRun is true ? current.Version : session.Version;
            return Tagged.Ok(version, await SessionResponse.ReadAsync(db, conference, id, stop) with { Version = version, Conflicts = await conflicts.EndAsync([id], stop) });
        }
    }
}
