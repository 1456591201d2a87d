using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Security;

/// <summary>
/// Identity's store with what it would keep readable kept otherwise: the secret of the authenticator app protected, recovery codes as hashes.
/// Both stand with the account, so that there are no tables of tokens, claims and outside logins, which nothing here uses.
/// </summary>
internal sealed class AccountStore(AgendaDbContext db, IDataProtectionProvider protection) : UserOnlyStore<Account, AgendaDbContext, AccountId>(db)
{
    private readonly IDataProtector protector = protection.CreateProtector("authenticator");

    public override AccountId ConvertIdFromString(string? id) => Guid.TryParse(id, out var value) ? new(value) : default;

    public override string ConvertIdToString(AccountId id) => id.Value.ToString();

    public override Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        FindByEmailAsync(normalizedUserName, cancellationToken);

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        user.AuthenticatorKey = protector.Protect(key);
        return Task.CompletedTask;
    }

    public override Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } kept ? protector.Unprotect(kept) : null);

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        user.RecoveryCodes = string.Join(' ', recoveryCodes.Select(HashOf));
        return Task.CompletedTask;
    }

    // Identity's own writes every column back, and with them what was counted in the database meanwhile: tries, and the step of the last code.
    public override async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        user.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        try
        {
            await SaveChanges(cancellationToken);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        }
    }

    // The account's concurrency stamp keeps two from using one code at once.
    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var left = LeftOf(user);
        if (!left.Remove(HashOf(code.Trim().ToUpperInvariant())))
            return Task.FromResult(false);

        user.RecoveryCodes = string.Join(' ', left);
        return Task.FromResult(true);
    }

    public override Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(LeftOf(user).Count);

    private static List<string> LeftOf(Account account) => [.. (account.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static string HashOf(string code) => Convert.ToBase64String(Secret.HashOf(code));
}
