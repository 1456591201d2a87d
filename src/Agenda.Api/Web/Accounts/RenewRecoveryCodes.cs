using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Makes new recovery codes, which end the old ones, and shows them this once.</summary>
internal static class RenewRecoveryCodes
{
    public const string Path = "/account/recovery-codes";

    private const int Codes = 10;

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(
        PostedForm form, HttpContext http, AgendaDbContext db, UserManager<Account> accounts, PasswordCheck check, TimeProvider clock, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        if (!account.TwoFactorEnabled)
            return new SeeOther(YourAccount.Path);

        await PresentPassword.CheckAsync(form, account, check, cancellation);
        return form.IsGood ? Show(http, await OfAsync(accounts, account)) : await YourAccount.ShowAsync(http, db, clock, form, cancellation);
    }

    /// <summary>New codes, saved together with whatever else has changed in the account.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(UserManager<Account> accounts, Account account) =>
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes) is { } codes ? [.. codes] : throw new DbUpdateConcurrencyException("The account was edited at the same time.");

    public static IResult Show(HttpContext http, IReadOnlyList<string> codes) => Pages.Show<RecoveryCodesPage>(http, new() { [nameof(RecoveryCodesPage.Codes)] = codes });
}
