using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Signs another browser of the account out.</summary>
internal static class SignOutBrowser
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost("/account/browsers/{id:guid}/sign-out", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        var account = Caller.Of(http.User)!.Account!.Value;
        await db.SignedIn.Where(s => s.Id == id && s.AccountId == account).ExecuteDeleteAsync(cancellation);
        return new SeeOther($"{YourAccount.Path}?{Done.Parameter}=browser-signed-out");
    }
}
