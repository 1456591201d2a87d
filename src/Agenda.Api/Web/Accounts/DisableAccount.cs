using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Shuts an account out: it is signed out everywhere, and neither its password, links nor tokens open anything.</summary>
internal static class DisableAccount
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AdministeredAccount.Path + "/disable", HandleAsync);

    private static Task<IResult> HandleAsync(Guid id, PostedForm form, HttpContext http, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation) =>
        AccountEdits.KeepingAnAdministratorAsync(
            id, form, http, db, clock, "disabled",
            async (account, stop) =>
            {
                account.Disabled = true;
                Stamps.Renew(account);
                await db.SignedIn.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(stop);
                await db.PasswordLinks.Where(l => l.AccountId == account.Id).ExecuteDeleteAsync(stop);
            },
            cancellation);
}
