using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Signs every browser of the account out, this one included.</summary>
internal static class SignOutEverywhere
{
    public const string Path = "/account/sign-out-everywhere";

    public static void Map(RouteGroupBuilder pages) => pages.MapPost(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        var account = await YourAccount.OfAsync(http, db, cancellation);
        Stamps.Renew(account);
        await db.SaveChangesAsync(cancellation);
        await db.SignedIn.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        await http.SignOutAsync(Callers.Cookie);
        return new SeeOther($"{SignIn.Path}?{Done.Parameter}=signed-out-everywhere");
    }
}
