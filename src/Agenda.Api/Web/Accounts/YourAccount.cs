using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Everybody's own account: who they are, where they have a role, and how they prove who they are.</summary>
internal static class YourAccount
{
    public const string Path = "/account";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet(Path, HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation) =>
        await ShowAsync(http, db, clock, null, cancellation);

    /// <summary>The page; with a form when it is shown again.</summary>
    public static async Task<IResult> ShowAsync(HttpContext http, AgendaDbContext db, TimeProvider clock, PostedForm? posted, CancellationToken cancellation)
    {
        var view = await AccountView.ReadAsync(db, Caller.Of(http.User)!, clock.Now(), cancellation);
        return Pages.Show<YourAccountPage>(http, new() { [nameof(YourAccountPage.View)] = view }, posted);
    }

    /// <summary>The account that is signed in, to be changed.</summary>
    public static Task<Account> OfAsync(HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = Caller.Of(http.User)!.Account!.Value;
        return db.Accounts.SingleAsync(a => a.Id == id, cancellation);
    }
}
