using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Members;

/// <summary>Withdraws an invitation, whatever version of it was seen: nobody should have to read first to lock a door. A role that it gave stays.</summary>
internal static class WithdrawInvitation
{
    public static void Map(RouteGroupBuilder conference) => conference.MapDelete("/invitations/{invitationId:guid}", HandleAsync).WithSummary("Withdraw an invitation");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid invitationId, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new InvitationId(invitationId);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.ConferenceId == conference.Id && i.Id == id, cancellation) is not { } invitation)
            return Problems.Missing("invitation", invitationId);

        db.Invitations.Remove(invitation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
