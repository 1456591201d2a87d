using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Revokes one of one's tokens: it opens nothing from now on.</summary>
internal static class RevokeToken
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AddToken.Path + "/{id:guid}/revoke", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        var (token, account) = (new ApiTokenId(id), Caller.Of(http.User)!.Account!.Value);
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == token && t.AccountId == account, cancellation) is { } present)
        {
            db.ApiTokens.Remove(present);
            await db.SaveChangesAsync(cancellation);
        }

        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=token-revoked");
    }
}
