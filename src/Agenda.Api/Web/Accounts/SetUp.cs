using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Web.Accounts;

/// <summary>The first administrator makes their account, with the link that the service printed.</summary>
internal static class SetUp
{
    private const string Path = "/account/set-up/{secret}";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, ShowAsync).WithMetadata(new SignInTry());
        pages.MapPost(Path, HandleAsync).WithMetadata(new SignInTry());
    }

    private static async Task<IResult> ShowAsync(string secret, HttpContext http, AgendaDbContext db, CancellationToken cancellation) =>
        await SetUpLink.IsOpenAsync(db, secret, cancellation) ? Pages.Show<SetUpPage>(http) : Missing.DeadLink(http);

    private static async Task<IResult> HandleAsync(
        string secret, PostedForm form, HttpContext http, AgendaDbContext db, AuditTrail trail, UserManager<Account> accounts, SigningIn signingIn, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (!await SetUpLink.IsOpenAsync(db, secret, cancellation))
            return Missing.DeadLink(http);

        var (name, email, password) = (form.Line("name", Limits.Name), form.Email("email"), NewPassword.Of(form));
        if (!form.IsGood)
            return Pages.Show<SetUpPage>(http, posted: form);

        var account = new Account(email, name, clock.Now()) { Administrator = true };
        trail.Actor = LinkHolder.Of(account, "set-up link", http);
        var wasOpen = false;
        var isMade = await AllOrNothing.RunAsync(
            db, async stop => (wasOpen = await SetUpLink.SpendAsync(db, secret, stop)) && (await accounts.CreateAsync(account, password)).Succeeded, cancellation);
        if (!wasOpen)
            return Missing.DeadLink(http);
        if (!isMade)
        {
            form.Wrong("email", AccessRefusals.EmailTaken());
            return Pages.Show<SetUpPage>(http, posted: form);
        }

        await signingIn.CompleteAsync(http, account, cancellation);
        return new SeeOther(YourAccount.Path);
    }
}
