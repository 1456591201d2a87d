using System.Data;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Http;

/// <summary>Reads, decides and saves as if nobody else did anything meanwhile.</summary>
internal static class OneTransaction
{
    /// <summary>Keeps what <paramref name="work"/> saves. It begins with nothing loaded, and may be run again.</summary>
    public static Task<T> RunAsync<T>(AgendaDbContext db, Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async stop =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var answer = await work(stop);
                await transaction.CommitAsync(stop);
                return answer;
            },
            cancellation);
}
