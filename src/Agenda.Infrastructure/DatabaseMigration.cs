using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure;

/// <summary>Brings the tables up to date, also after a process was killed while it did so.</summary>
public static class DatabaseMigration
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    // A file that cannot be made although there is none means something else than another process before long.
    private const int MostVanished = 20;

    /// <summary>
    /// Applies the migrations that are missing. On SQLite, EF marks a running migration by a row in a table, and whoever is killed meanwhile
    /// leaves it there: every later start would wait for ever. So there a lock of the operating system, which dies with its process, says who
    /// migrates; whoever holds it knows that a mark is a left-over.
    /// </summary>
    public static async Task BringUpToDateAsync(this AgendaDbContext db, CancellationToken cancellation)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
            return;

        if (db is not SqliteAgendaDbContext || FileOf(db) is not { } file)
        {
            await db.Database.MigrateAsync(cancellation);
            return;
        }

        await using var alone = await AloneAsync(file + ".migrating", cancellation);
        if (File.Exists(file))
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    private static string? FileOf(AgendaDbContext db) =>
        new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) is { Mode: not SqliteOpenMode.Memory, DataSource: { Length: > 0 } source } && source != ":memory:"
            ? Path.GetFullPath(source)
            : null;

    private static async Task<FileStream> AloneAsync(string path, CancellationToken cancellation)
    {
        for (var vanished = 0; ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path) || ++vanished < MostVanished)
            {
                // Another process migrates at this moment, or has just done so and taken its file away.
                await Task.Delay(LookAgain, cancellation);
            }
        }
    }
}
