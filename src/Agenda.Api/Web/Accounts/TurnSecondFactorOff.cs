using Agenda.Api.Security;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Turns the second factor off; its key and codes are forgotten.</summary>
internal static class TurnSecondFactorOff
{
    public const string Path = "/account/second-factor/off";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        PostedForm form, HttpContext http, AgendaDbContext db, PasswordCheck check, SigningIn signingIn, TimeProvider clock, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        if (!account.TwoFactorEnabled)
            return new SeeOther(YourAccount.Path);

        await PresentPassword.CheckAsync(form, account, check, cancellation);
        if (!form.IsGood)
            return await YourAccount.ShowAsync(http, db, clock, form, cancellation);

        (account.TwoFactorEnabled, account.AuthenticatorKey, account.RecoveryCodes) = (false, null, null);
        Stamps.Renew(account);
        await db.SaveChangesAsync(cancellation);
        await signingIn.GoOnAsync(http, account, cancellation);
        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=second-factor-off");
    }
}
