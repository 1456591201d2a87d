using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>One account with its ETag.</summary>
internal static class ReadAccount
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapGet("/accounts/{accountId:guid}", HandleAsync).WithSummary("Read an account");

    private static async Task<Results<TaggedOk<AccountResponse>, ProblemHttpResult>> HandleAsync(Guid accountId, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = new AccountId(accountId);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation) is { } account
            ? Tagged.Ok(account.Version, AccountResponse.Of(account))
            : Problems.Missing("account", accountId);
    }
}
