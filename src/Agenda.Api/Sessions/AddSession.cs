using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Adds a session with its chairs, discussants and contributions, and its placement where one is said.</summary>
internal static class AddSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/sessions", HandleAsync)
        .WithSummary("Add a session, or try it")
        .WithDescription("With `dryRun=true` nothing is saved, and the answer is 200: it tells in `conflicts` what the session would cause. Its id is then that of no session.")
        .WithMetadata(BodyLimit.Texts);

    private static async Task<Results<TaggedCreated<SessionResponse>, Ok<SessionResponse>, ProblemHttpResult>> HandleAsync(
        NewSessionRequest request, [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        EditedConference conference, EditHistory history, ConflictWatch conflicts, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        // It is placed once it is there, and what is only tried is saved as well, and rolled back.
        return dryRun is true || request.Placement is not null ? await OneTransaction.RunAsync(db, AddAsync, cancellation, keep: dryRun is not true) : await AddAsync(cancellation);

        async Task<Results<TaggedCreated<SessionResponse>, Ok<SessionResponse>, ProblemHttpResult>> AddAsync(CancellationToken stop)
        {
            if (await db.Sessions.AnyAsync(s => s.ConferenceId == conference.Id && s.Code == request.Code, stop))
                return Problems.Refused(SessionRefusals.CodeTaken(request.Code));

            var (facts, refusal) = await SessionFactsOf.ResolveAsync(request, null, conference, db, stop);
            if (facts is null)
                return Problems.Refused(refusal!);

            var (placement, unplaceable) = request.Placement is { } asked ? await PlaceSession.ResolveAsync(asked, conference, db, stop) : default;
            if (unplaceable is not null)
                return Problems.Refused(unplaceable);

            var session = new Session(conference.Conference, facts);
            session.Note(request.Notes);
            session.Join(request.JoinUrl, clock.Now());
            db.Sessions.Add(session);
            await db.SaveChangesAsync(stop);
            if (placement is not null)
            {
                await history.PlaceAsync(conference.Conference, [(session, placement)], stop);
                await db.SaveChangesAsync(stop);
            }

            var added = await SessionResponse.ReadAsync(db, conference, session.Id, stop) with { Conflicts = await conflicts.AddedAsync(session, stop) };
            return dryRun is true ? TypedResults.Ok(added) : Tagged.Created($"/api/v1/conferences/{conference.Slug}/sessions/{added.Id}", added.Version, added);
        }
    }
}
