using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Says that two sessions must not run at the same time, or that one must follow the other.</summary>
internal static class AddConstraint
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/constraints", HandleAsync)
        .WithSummary("Add a rule between two sessions")
        .WithDescription("`not-together`: the two must not run at the same time. `follows`: the second must not begin before the first has ended.");

    private static async Task<Results<Created<ConstraintResponse>, ProblemHttpResult>> HandleAsync(
        ConstraintRequest request, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        if (request.First == request.Second)
            return Problems.Refused(ConstraintRefusals.SameSession());

        var (one, other) = (new SessionId(request.First), new SessionId(request.Second));
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ConferenceId == conference.Id && (s.Id == one || s.Id == other)).ToDictionaryAsync(s => s.Id, cancellation);
        foreach (var id in (SessionId[])[one, other])
        {
            if (!sessions.ContainsKey(id))
                return Problems.Refused(ConstraintRefusals.UnknownSession(id.Value));
        }

        var between = await db.SessionConstraints.AsNoTracking()
            .Where(c => c.ConferenceId == conference.Id && c.Kind == request.Kind && ((c.First == one && c.Second == other) || (c.First == other && c.Second == one))).ToListAsync(cancellation);
        if (between.Exists(c => c.First == one || request.Kind == SessionConstraintKind.NotTogether))
            return Problems.Refused(ConstraintRefusals.Exists(request.Kind));
        if (between.Count > 0)
            return Problems.Refused(ConstraintRefusals.Contradicts());

        var constraint = new SessionConstraint(conference.Conference, request.Kind, sessions[one], sessions[other], request.Note);
        db.SessionConstraints.Add(constraint);
        await conflicts.BeginAsync([one, other], cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/api/v1/conferences/{conference.Slug}/constraints/{constraint.Id.Value}",
            new ConstraintResponse(constraint.Id.Value, constraint.Kind, new(one.Value, sessions[one].Code), new(other.Value, sessions[other].Code), constraint.Note)
            {
                Conflicts = await conflicts.EndAsync([one, other], cancellation),
            });
    }
}
