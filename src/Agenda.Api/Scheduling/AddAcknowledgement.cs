using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Says that a conflict is known and meant to be so. Said again for the same arrangement, the newer reason counts.</summary>
internal static class AddAcknowledgement
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/acknowledgements", HandleAsync)
        .WithSummary("Acknowledge a conflict with a reason")
        .WithDescription(
            "Of whatever severity; an error that is acknowledged keeps nobody from publishing. It holds for the `state` that was seen, and lapses for good when the slot, room, people or status of one of the "
            + "sessions change. Said again for the same state the newer reason counts: 200 in place of 201. A conflict that has another state by now is refused with the present one.");

    private static async Task<Results<Created<AcknowledgementResponse>, Ok<AcknowledgementResponse>, ProblemHttpResult>> HandleAsync(
        AcknowledgementRequest request, ClaimsPrincipal user, EditedConference conference, ConflictWatch watch, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var conflict = ConflictCheck.All(await watch.ReadAsync(cancellation)).Items.FirstOrDefault(c => c.Id == request.Conflict);
        if (conflict is null)
            return Problems.Missing("conflict", request.Conflict);
        if (conflict.State != request.State)
            return await ChangedAsync(conflict, conference, db, cancellation);

        var by = Caller.Of(user)!.Name;
        var known = await db.Acknowledgements.SingleOrDefaultAsync(a => a.ConferenceId == conference.Id && a.Conflict == request.Conflict && a.State == request.State, cancellation);
        if (known is null)
        {
            var acknowledgement = new Acknowledgement(conference.Id, conflict, request.Reason, by, clock.Now());
            db.Acknowledgements.Add(acknowledgement);
            await db.SaveChangesAsync(cancellation);
            return TypedResults.Created($"/api/v1/conferences/{conference.Slug}/acknowledgements/{acknowledgement.Id.Value}", AcknowledgementResponse.Of(acknowledgement));
        }

        if (known.Reason != request.Reason)
            known.Revise(request.Reason, by, clock.Now());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(AcknowledgementResponse.Of(known));
    }

    private static async Task<ProblemHttpResult> ChangedAsync(Domain.Scheduling.Conflicts.Conflict conflict, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var telling = await ConflictTelling.OfAsync(db, conference, [conflict], cancellation);
        return Problems.Of(
            StatusCodes.Status409Conflict, "conflict-changed", "One of the sessions was arranged anew since the conflict was seen. As it is now, it is in \"conflict\".", ("conflict", telling.Tell(conflict)));
    }
}
