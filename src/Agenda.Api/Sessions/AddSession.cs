using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>Adds a session with its chairs, discussants and contributions.</summary>
internal static class AddSession
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/sessions", HandleAsync).WithSummary("Add a session").WithMetadata(BodyLimit.Texts);

    private static async Task<Results<TaggedCreated<SessionResponse>, ProblemHttpResult>> HandleAsync(
        SessionRequest request, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Sessions.AnyAsync(s => s.ConferenceId == conference.Id && s.Code == request.Code, cancellation))
            return Problems.Refused(SessionRefusals.CodeTaken(request.Code));

        var (facts, refusal) = await SessionFactsOf.ResolveAsync(request, null, conference, db, cancellation);
        if (facts is null)
            return Problems.Refused(refusal!);

        var session = new Session(conference.Conference, facts);
        session.Note(request.Notes);
        session.Join(request.JoinUrl, clock.Now());
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        var added = await SessionResponse.ReadAsync(db, conference, session.Id, cancellation);
        return Tagged.Created($"/api/v1/conferences/{conference.Slug}/sessions/{added.Id}", added.Version, added with { Conflicts = await conflicts.AddedAsync(session, cancellation) });
    }
}
