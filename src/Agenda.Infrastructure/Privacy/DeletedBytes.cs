using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Privacy;

/// <summary>
/// What SQLite leaves of deleted rows in its file until the place is needed. Overwritten as it is deleted; what earlier edits left goes when the
/// file is written anew. SQL Server's files are not readable without it, and its own to clean.
/// </summary>
internal sealed class DeletedBytes : IAsyncDisposable
{
    // Readers keep the log for some milliseconds each.
    private const int Attempts = 20;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly AgendaDbContext? db;

    private DeletedBytes(AgendaDbContext? db) => this.db = db;

    /// <summary>Has everything that the context deletes overwritten until this is disposed of.</summary>
    public static async Task<DeletedBytes> OverwriteAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        if (db is not SqliteAgendaDbContext)
            return new DeletedBytes(null);

        // It counts for one connection, which therefore stays open.
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete = ON", cancellation);
        return new DeletedBytes(db);
    }

    /// <summary>Writes the file anew without what was deleted, and empties its log; false while others keep it busy.</summary>
    public async Task<bool> RemoveAsync(CancellationToken cancellation)
    {
        if (db is null)
            return true;

        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM", cancellation);
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await LogIsEmptiedAsync(db.Database.GetDbConnection(), cancellation))
                    return true;
                await Task.Delay(LookAgain, cancellation);
            }
        }
        catch (SqliteException)
        {
            // Busy, or no room for a second copy: the erasure stands, and what it deleted was overwritten.
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (db is not null)
            await db.Database.CloseConnectionAsync();
    }

    private static async Task<bool> LogIsEmptiedAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await using var answer = await command.ExecuteReaderAsync(cancellation);
        return await answer.ReadAsync(cancellation) && answer.GetInt64(0) == 0;
    }
}
