using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Takes the second factor off an account whose owner has lost it, and signs it out everywhere.</summary>
internal static class RemoveSecondFactor
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AdministeredAccount.Path + "/remove-second-factor", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await AdministeredAccount.FindAsync(db, id, cancellation) is not { } account)
            return Missing.Page(http);

        (account.TwoFactorEnabled, account.AuthenticatorKey, account.RecoveryCodes) = (false, null, null);
        account.Version++;
        Stamps.Renew(account);
        await db.SaveChangesAsync(cancellation);
        await db.SignedIn.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        return new SeeOther($"{AdministeredAccount.Of(account.Id)}?{Done.Parameter}=second-factor-removed");
    }
}
