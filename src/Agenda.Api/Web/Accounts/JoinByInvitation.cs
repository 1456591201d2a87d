using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Web.Accounts;

/// <summary>Accepts an invitation with a new account, which gets the e-mail address that was invited.</summary>
internal static class JoinByInvitation
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(ReadInvitation.Path + "/account", HandleAsync).WithMetadata(new SignInTry());

    private static async Task<IResult> HandleAsync(
        string secret, PostedForm form, HttpContext http, AgendaDbContext db, AuditTrail trail, UserManager<Account> accounts, SigningIn signingIn, TimeProvider clock,
        CancellationToken cancellation)
    {
        var now = clock.Now();
        if (await OpenInvitation.FindAsync(db, secret, now, cancellation) is not { } open)
            return Missing.DeadLink(http);

        var (name, password) = (form.Line("name", Limits.Name), NewPassword.Of(form));
        if (await accounts.FindByEmailAsync(open.Invitation.Email) is not null)
            form.Wrong(AccessRefusals.EmailTaken());
        if (!form.IsGood)
            return await ReadInvitation.ShowAsync(http, open, secret, accounts, form);

        var account = new Account(open.Invitation.Email, name, now);
        trail.Actor = LinkHolder.Of(account, "invitation link", http);
        var hasJoined = await AllOrNothing.RunAsync(
            db,
            async stop =>
            {
                // Loaded anew: somebody else may have used it since.
                if (await OpenInvitation.FindAsync(db, secret, now, stop) is not { } still || still.Invitation.Accept(account.Id, null, now) is not { Membership: { } membership })
                    return false;
                if (!(await accounts.CreateAsync(account, password)).Succeeded)
                    return false;

                db.Memberships.Add(membership);
                await db.SaveChangesAsync(stop);
                return true;
            },
            cancellation);
        if (!hasJoined)
            return Missing.DeadLink(http);

        await signingIn.CompleteAsync(http, account, cancellation);
        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=joined");
    }
}
