using System.Data;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>Several changes that are saved together or not at all, and what they depend on is still so when they are.</summary>
internal static class AllOrNothing
{
    /// <summary>Keeps what <paramref name="work"/> saves when it answers true. It begins with nothing loaded, and may be run again.</summary>
    public static Task<bool> RunAsync(AgendaDbContext db, Func<CancellationToken, Task<bool>> work, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var isKept = await work(stop);
                if (isKept)
                    await transaction.CommitAsync(stop);
                else
                    db.ChangeTracker.Clear();
                return isKept;
            },
            cancellation);
}
