using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Accounts;

/// <summary>What ends the ways in of an account.</summary>
internal static class AccountEnd
{
    public static async Task<bool> IsLastAdministratorAsync(AgendaDbContext db, Account account, CancellationToken cancellation) =>
        !await db.Accounts.AnyAsync(a => a.Administrator && !a.Disabled && a.Id != account.Id, cancellation);

    /// <summary>Makes every cookie of the account worthless, with the next save.</summary>
    public static async Task SignOutEverywhereAsync(AgendaDbContext db, Account account, CancellationToken cancellation)
    {
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        db.SignedIn.RemoveRange(await db.SignedIn.Where(s => s.AccountId == account.Id).ToListAsync(cancellation));
    }
}
