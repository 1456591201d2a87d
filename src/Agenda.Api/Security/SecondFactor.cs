using System.Security.Claims;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Agenda.Api.Security;

/// <summary>The step between the password and being signed in, for accounts with an authenticator app.</summary>
internal sealed class SecondFactor(UserManager<Account> accounts, PasswordCheck check)
{
    private const string StampClaim = "stamp";

    /// <summary>Remembers in the browser, for some minutes, that the password was right.</summary>
    public static Task BeginAsync(HttpContext http, Account account) => http.SignInAsync(AccountRules.SecondStep, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id.Value.ToString()), new(StampClaim, account.SecurityStamp!)], AccountRules.SecondStep)));

    /// <summary>Whose password was right a moment ago; null for nobody.</summary>
    public async Task<Account?> PendingAsync(HttpContext http)
    {
        var step = await http.AuthenticateAsync(AccountRules.SecondStep);
        return step.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && await accounts.FindByIdAsync(id) is { Disabled: false } account
            && account.SecurityStamp == step.Principal.FindFirstValue(StampClaim) ? account : null;
    }

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(AccountRules.SecondStep);

    /// <summary>Whether a one-time code, or a recovery code that is used up by it, is right. Tries are counted as those of passwords are.</summary>
    public async Task<bool> VerifyAsync(Account account, string code, CancellationToken cancellation)
    {
        if (!await check.TakeTryAsync(account, cancellation))
            return false;

        var isRight = code.Trim().Length > 7
            ? (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded
            : await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code);
        if (isRight)
            await check.ForgetTriesAsync(account, cancellation);
        return isRight;
    }
}
