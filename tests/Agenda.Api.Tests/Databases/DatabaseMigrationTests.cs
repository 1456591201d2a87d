using Agenda.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Databases;

public sealed class DatabaseMigrationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("agenda-migrating-").FullName;

    private string File => Path.Combine(folder, "agenda.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_mark_of_a_migration_that_was_killed_stops_no_later_start()
    {
        await Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2024-01-08')");

        await BringUpToDate();

        await Execute("SELECT COUNT(*) FROM sessions");
        Directory.GetFiles(folder, "*.migrating").ShouldBeEmpty();
    }

    [Fact]
    public async Task Tables_that_are_up_to_date_are_not_locked()
    {
        await BringUpToDate();
        await Execute("DELETE FROM __EFMigrationsLock; INSERT INTO __EFMigrationsLock VALUES (1, '2024-01-08')");

        await BringUpToDate();
    }

    [Fact]
    public async Task Processes_that_start_at_once_take_turns()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(BringUpToDate)));

        await Execute("SELECT COUNT(*) FROM sessions");
    }

    private async Task BringUpToDate()
    {
        await using var db = new SqliteAgendaDbContext(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite($"Data Source={File}").Options);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await db.BringUpToDateAsync(patience.Token);
        (await db.Database.GetPendingMigrationsAsync(patience.Token)).ShouldBeEmpty();
    }

    private async Task Execute(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The commands stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
