using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>The tokens of the caller's account, which are a few at the most, oldest first.</summary>
internal static class ListTokens
{
    public static void Map(RouteGroupBuilder me) => me.MapGet("/me/tokens", HandleAsync).WithSummary("List your tokens");

    private static async Task<Results<Ok<PageOf<TokenResponse>>, ProblemHttpResult>> HandleAsync(ClaimsPrincipal user, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var (account, now) = (Caller.Of(user)!.Account!.Value, clock.Now());
        var tokens = await db.ApiTokens.AsNoTracking().Where(t => t.AccountId == account).OrderBy(t => t.CreatedAt)
            .Select(t => new { Token = t, Slug = db.Conferences.Where(c => c.Id == t.ConferenceId).Select(c => c.Slug).FirstOrDefault() }).ToListAsync(cancellation);
        return TypedResults.Ok(new PageOf<TokenResponse>([.. tokens.Select(t => TokenResponse.Of(t.Token, t.Slug, now))], null));
    }
}
