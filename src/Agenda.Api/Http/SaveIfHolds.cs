using System.Data;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Http;

/// <summary>Saves what is tracked only if something is still so afterwards, whatever others save meanwhile: that there is an owner, an administrator.</summary>
internal static class SaveIfHolds
{
    public static Task<bool> RunAsync(AgendaDbContext db, Func<CancellationToken, Task<bool>> holds, CancellationToken cancellation)
    {
        var attempts = 0;
        return db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                // What is tracked counts as saved after the first attempt; the operation itself has to begin anew (RepeatOnCollision).
                if (attempts++ > 0)
                    throw new DbUpdateException("The connection broke while this was saved.");

                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                await db.SaveChangesAsync(stop);
                var kept = await holds(stop);
                if (kept)
                    await transaction.CommitAsync(stop);
                else
                    db.ChangeTracker.Clear();
                return kept;
            },
            cancellation);
    }
}
