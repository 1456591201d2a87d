using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>All accounts by e-mail address.</summary>
internal static class ListAccounts
{
    public static void Map(RouteGroupBuilder accounts) => accounts.MapGet("/accounts", HandleAsync).WithSummary("List accounts by e-mail address");

    private static async Task<Results<Ok<PageOf<AccountResponse>>, ProblemHttpResult>> HandleAsync([AsParameters] Page page, AgendaDbContext db, CancellationToken cancellation)
    {
        var found = await db.Accounts.AsNoTracking().Where(a => page.After == null || string.Compare(a.NormalizedEmail, page.After) > 0)
            .OrderBy(a => a.NormalizedEmail).Take(page.Size + 1).ToListAsync(cancellation);
        var (items, next) = page.Of(found, a => a.NormalizedEmail!);
        return TypedResults.Ok(new PageOf<AccountResponse>([.. items.Select(AccountResponse.Of)], next));
    }
}
