using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Accepts an invitation as the account that is signed in.</summary>
internal static class AcceptInvitation
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(ReadInvitation.Path, HandleAsync).WithMetadata(new SignInTry());

    private static async Task<IResult> HandleAsync(
        string secret, PostedForm form, HttpContext http, AgendaDbContext db, UserManager<Account> accounts, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.Now();
        if (await OpenInvitation.FindAsync(db, secret, now, cancellation) is not { } open)
            return Missing.DeadLink(http);

        var account = await YourAccount.OfAsync(http, db, cancellation);
        var present = await db.Memberships.SingleOrDefaultAsync(m => m.ConferenceId == open.Conference.Id && m.AccountId == account.Id, cancellation);
        var (membership, refusal) = open.Invitation.Accept(account.Id, present, now);
        if (refusal is not null)
        {
            form.Wrong(refusal);
            return await ReadInvitation.ShowAsync(http, open, secret, accounts, form);
        }

        db.Memberships.Add(membership!);
        await db.SaveChangesAsync(cancellation);
        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=joined");
    }
}
