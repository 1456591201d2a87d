using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>The owner of an account chooses a password, with the link that was sent or passed on to them.</summary>
internal static class ChoosePassword
{
    private const string Path = "/account/password/{secret}";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, ShowAsync).WithMetadata(new SignInTry());
        pages.MapPost(Path, HandleAsync).WithMetadata(new SignInTry());
    }

    private static async Task<IResult> ShowAsync(string secret, HttpContext http, PasswordLinks links, CancellationToken cancellation) =>
        await links.OwnerAsync(secret, cancellation) is { } owner ? Show(http, owner, null) : Missing.DeadLink(http);

    private static async Task<IResult> HandleAsync(
        string secret, PostedForm form, HttpContext http, AgendaDbContext db, AuditTrail trail, PasswordLinks links, UserManager<Account> accounts, CancellationToken cancellation)
    {
        if (await links.OwnerAsync(secret, cancellation) is not { } owner)
            return Missing.DeadLink(http);

        var password = NewPassword.Of(form);
        if (!form.IsGood)
            return Show(http, owner, form);

        trail.Actor = LinkHolder.Of(owner, "password link", http);
        var isChosen = await AllOrNothing.RunAsync(
            db,
            async stop =>
            {
                if (await links.OwnerAsync(secret, stop) is not { } account || !await links.SpendAsync(secret, stop))
                    return false;

                NewPassword.Set(accounts, account, password);
                (account.AccessFailedCount, account.LockedUntil, account.ResetRequestedAt) = (0, null, null);
                await db.SaveChangesAsync(stop);
                await db.SignedIn.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(stop);
                return true;
            },
            cancellation);
        return isChosen ? new SeeOther($"{SignIn.Path}?{Done.Parameter}=password-chosen") : Missing.DeadLink(http);
    }

    private static RazorComponentResult<ChoosePasswordPage> Show(HttpContext http, Account owner, PostedForm? posted) =>
        Pages.Show<ChoosePasswordPage>(http, new() { [nameof(ChoosePasswordPage.Email)] = owner.Email }, posted);
}
