using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>Removes an account with its roles and tokens. What it did stays in the trace under its name.</summary>
internal static class RemoveAccount
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapDelete("/accounts/{accountId:guid}", HandleAsync)
        .WithSummary("Remove an account")
        .WithDescription("With its roles in conferences and its tokens. What it did stays in the trace under the name that it had.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Guid accountId, IfMatch ifMatch, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new AccountId(accountId);
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return Problems.Missing("account", accountId);

        if (ifMatch.Refuses(account.Version, () => AccountResponse.Of(account)) is { } stale)
            return stale;

        db.Memberships.RemoveRange(await db.Memberships.Where(m => m.AccountId == id).ToListAsync(cancellation));
        db.ApiTokens.RemoveRange(await db.ApiTokens.Where(t => t.AccountId == id).ToListAsync(cancellation));
        db.PasswordLinks.RemoveRange(await db.PasswordLinks.Where(l => l.AccountId == id).ToListAsync(cancellation));
        db.SignedIn.RemoveRange(await db.SignedIn.Where(s => s.AccountId == id).ToListAsync(cancellation));
        db.Accounts.Remove(account);
        return await AccountEnd.SaveKeepingAnAdministratorAsync(db, account is { Administrator: true, Disabled: false }, cancellation)
            ? TypedResults.NoContent()
            : Problems.Refused(AccessRefusals.LastAdministrator());
    }
}
