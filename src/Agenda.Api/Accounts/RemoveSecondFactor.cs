using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>Takes the second factor off an account whose owner has lost it, and signs it out everywhere.</summary>
internal static class RemoveSecondFactor
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapDelete("/accounts/{accountId:guid}/second-factor", HandleAsync)
        .WithSummary("Take off a lost second factor");

    private static async Task<Results<TaggedOk<AccountResponse>, ProblemHttpResult>> HandleAsync(Guid accountId, IfMatch ifMatch, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new AccountId(accountId);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return Problems.Missing("account", accountId);

        if (ifMatch.Refuses(account.Version, () => AccountResponse.Of(account)) is { } stale)
            return stale;

        (account.TwoFactorEnabled, account.AuthenticatorKey, account.RecoveryCodes) = (false, null, null);
        account.Version++;
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        await AccountEnd.SignOutEverywhereAsync(db, account, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Tagged.Ok(account.Version, AccountResponse.Of(account));
    }
}
