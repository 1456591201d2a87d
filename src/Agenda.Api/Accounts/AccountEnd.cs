using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>What ends the ways in of an account.</summary>
internal static class AccountEnd
{
    /// <summary>Saves an edit, unless it would leave the installation without an administrator.</summary>
    public static async Task<bool> SaveKeepingAnAdministratorAsync(AgendaDbContext db, bool wasAdministrator, CancellationToken cancellation)
    {
        if (wasAdministrator)
            return await SaveIfHolds.RunAsync(db, stop => db.Accounts.AnyAsync(a => a.Administrator && !a.Disabled, stop), cancellation);

        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Makes every cookie of the account worthless, with the next save.</summary>
    public static async Task SignOutEverywhereAsync(AgendaDbContext db, Account account, CancellationToken cancellation)
    {
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        db.SignedIn.RemoveRange(await db.SignedIn.Where(s => s.AccountId == account.Id).ToListAsync(cancellation));
    }
}
