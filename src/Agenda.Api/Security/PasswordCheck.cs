using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>
/// Whether an e-mail address and a password belong together. Every answer but a yes is the same and costs the same: one password is hashed
/// whether there is such an account or not, is locked, or is disabled. Tries are counted in the database before they are made, so that many at
/// once are not more than allowed.
/// </summary>
internal sealed class PasswordCheck(UserManager<Account> accounts, IPasswordHasher<Account> hasher, AgendaDbContext db, TimeProvider clock)
{
    private static readonly Account Nobody = new();
    private static readonly Lock Gate = new();
    private static string? nobodysHash;

    /// <summary>The account, or null: wrong, unknown, locked or disabled.</summary>
    public async Task<Account?> VerifyAsync(string email, string password, CancellationToken cancellation)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        var mayTry = account is { Disabled: false, PasswordHash: not null } && await TakeTryAsync(account, cancellation);
        var fits = hasher.VerifyHashedPassword(Nobody, mayTry ? account!.PasswordHash! : NobodysHash(), password);
        if (!mayTry || fits == PasswordVerificationResult.Failed)
            return null;

        await GiveTryBackAsync(account!, cancellation);
        return account;
    }

    /// <summary>Whether a signed-in person knows their password; counts as a try.</summary>
    public async Task<bool> ConfirmAsync(Account account, string password, CancellationToken cancellation)
    {
        if (account.PasswordHash is null || !await TakeTryAsync(account, cancellation)
            || hasher.VerifyHashedPassword(account, account.PasswordHash, password) == PasswordVerificationResult.Failed)
            return false;

        await ForgetTriesAsync(account, cancellation);
        return true;
    }

    /// <summary>Counts a try; false when the account is locked. The try after the last allowed one is refused until the lock ends, then counting begins anew.</summary>
    public async Task<bool> TakeTryAsync(Account account, CancellationToken cancellation)
    {
        var now = clock.Now();
        var end = now + AccountRules.Lockout;
        return await db.Accounts.Where(a => a.Id == account.Id && (a.LockedUntil == null || a.LockedUntil <= now)).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.LockedUntil, a => a.LockedUntil == null && a.AccessFailedCount + 1 >= AccountRules.WrongTries ? end : null)
                .SetProperty(a => a.AccessFailedCount, a => a.LockedUntil == null ? a.AccessFailedCount + 1 : 1),
            cancellation) == 1;
    }

    /// <summary>After everything was right.</summary>
    public Task ForgetTriesAsync(Account account, CancellationToken cancellation) => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
        set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockedUntil, (NodaTime.Instant?)null), cancellation);

    // A right password is no wrong try, but it does not make good for wrong codes before it either.
    private Task<int> GiveTryBackAsync(Account account, CancellationToken cancellation) => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
        set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount - 1).SetProperty(a => a.LockedUntil, (NodaTime.Instant?)null), cancellation);

    private string NobodysHash()
    {
        lock (Gate)
            return nobodysHash ??= hasher.HashPassword(Nobody, Secret.New().Text);
    }
}
