using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Withdraws an invitation: its link is dead.</summary>
internal static class WithdrawInvitation
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AddInvitation.Path + "/{id:guid}/withdraw", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var (of, wanted) = (conference.Id, new InvitationId(id));
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == wanted && i.ConferenceId == of && i.UsedAt == null, cancellation) is { } open)
        {
            db.Invitations.Remove(open);
            await db.SaveChangesAsync(cancellation);
        }

        return new SeeOther($"{Members.Of(conference.Slug)}?{Done.Parameter}=withdrawn");
    }
}
