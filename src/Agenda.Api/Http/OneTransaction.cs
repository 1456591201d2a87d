using System.Data;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Http;

/// <summary>Reads, decides and saves as if nobody else did anything meanwhile.</summary>
internal static class OneTransaction
{
    /// <summary>Runs <paramref name="work"/>, which begins with nothing loaded and may be run again. What it saves is kept, or was only tried.</summary>
    public static Task<T> RunAsync<T>(AgendaDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellation, bool keep = true) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var answer = await work(stop);
                if (keep)
                    await transaction.CommitAsync(stop);
                else
                    await transaction.RollbackAsync(stop);
                return answer;
            },
            cancellation);
}
