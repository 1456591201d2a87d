using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>Ends a token at once, whatever version of it was seen: nobody should have to read first to lock a door.</summary>
internal static class RevokeToken
{
    public static void Map(RouteGroupBuilder me) => me.MapDelete("/me/tokens/{tokenId:guid}", HandleAsync).WithSummary("Revoke a token");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Guid tokenId, ClaimsPrincipal user, AgendaDbContext db, CancellationToken cancellation)
    {
        var (id, account) = (new ApiTokenId(tokenId), Caller.Of(user)!.Account!.Value);
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.AccountId == account, cancellation) is not { } token)
            return Problems.Missing("token", tokenId);

        db.ApiTokens.Remove(token);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
