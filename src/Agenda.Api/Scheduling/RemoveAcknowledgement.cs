using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Scheduling;

/// <summary>Takes an acknowledgement back, whatever its reason was seen to be: the conflict stands again.</summary>
internal static class RemoveAcknowledgement
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/acknowledgements/{acknowledgementId:guid}", HandleAsync)
        .WithSummary("Take back an acknowledgement");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid acknowledgementId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new AcknowledgementId(acknowledgementId);
        if (await db.Acknowledgements.SingleOrDefaultAsync(a => a.ConferenceId == conference.Id && a.Id == id, cancellation) is not { } acknowledgement)
            return Problems.Missing("acknowledgement", acknowledgementId);

        db.Acknowledgements.Remove(acknowledgement);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
