using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Removes a rule between two sessions. It never changes, so there is nothing that the caller could have missed.</summary>
internal static class RemoveConstraint
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/constraints/{constraintId:guid}", HandleAsync).WithSummary("Remove a rule between two sessions");

    private static async Task<Results<Ok<RemovedConstraint>, ProblemHttpResult>> HandleAsync(
        Guid constraintId, EditedConference conference, ConflictWatch conflicts, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new SessionConstraintId(constraintId);
        if (await db.SessionConstraints.SingleOrDefaultAsync(c => c.ConferenceId == conference.Id && c.Id == id, cancellation) is not { } constraint)
            return Problems.Missing("constraint", constraintId);

        await conflicts.BeginAsync([constraint.First, constraint.Second], cancellation);
        db.SessionConstraints.Remove(constraint);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new RemovedConstraint(await conflicts.EndAsync([constraint.First, constraint.Second], cancellation)));
    }
}

/// <summary>What removing a rule did to the conflicts of the programme.</summary>
public sealed record RemovedConstraint(ConflictChanges Conflicts);
