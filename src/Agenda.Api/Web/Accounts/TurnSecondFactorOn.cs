using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Web.Accounts;

/// <summary>Turns the second factor on, once a code shows that the app has the key, and shows the recovery codes this once.</summary>
internal static class TurnSecondFactorOn
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(BeginSecondFactor.Page, HandleAsync);

    private static async Task<IResult> HandleAsync(
        PostedForm form, HttpContext http, AgendaDbContext db, Authenticator authenticator, UserManager<Account> accounts, SigningIn signingIn, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        if (await authenticator.PendingKeyAsync(account, cancellation) is not { } key)
            return new SeeOther(YourAccount.Path);

        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, form["code"]))
        {
            form.Wrong("code", AccountWords.CodeIsNotOfThisMoment);
            return BeginSecondFactor.Show(http, key, form);
        }

        account.TwoFactorEnabled = true;
        Stamps.Renew(account);
        var codes = await RenewRecoveryCodes.OfAsync(accounts, account);
        await signingIn.GoOnAsync(http, account, cancellation);
        return RenewRecoveryCodes.Show(http, codes);
    }
}
