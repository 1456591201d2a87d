using System.Text.RegularExpressions;
using Agenda.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Agenda.Api.Tests.Databases;

/// <summary>The migrations of both databases: they make what the model says, and for SQL Server only what design and server allow.</summary>
public sealed partial class MigrationTests : IDisposable
{
    // SQL Server: the key of a nonclustered index; that of a clustered one, which primary keys have.
    private const int LongestIndexKey = 1_700, LongestPrimaryKey = 900;

    private const string TablesOfTheModel = "sqlite_master t WHERE t.type = 'table' AND t.name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite%'";

    // Columns that came later stand behind the others, which nobody sees; so they are compared by name.
    private const string
        Columns = $"SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk AS Value FROM (SELECT * FROM {TablesOfTheModel}) t, pragma_table_info(t.name) c ORDER BY 1",
        Indexes = "SELECT sql AS Value FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1",
        References = $"SELECT t.name || '.' || f.\"from\" || ' ' || f.\"table\" || '.' || f.\"to\" || ' ' || f.on_delete AS Value FROM (SELECT * FROM {TablesOfTheModel}) t, pragma_foreign_key_list(t.name) f ORDER BY 1";

    private readonly string folder = Directory.CreateTempSubdirectory("agenda-migrations-").FullName;

    public static TheoryData<bool> Idempotent => [false, true];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void No_change_of_the_model_lacks_a_migration_for_either_database()
    {
        using var sqlite = OnSqlite("none.db");
        using var server = OnSqlServer();

        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("dotnet ef migrations add NAME --context SqliteAgendaDbContext, see CONTRIBUTING.md");
        server.Database.HasPendingModelChanges().ShouldBeFalse("dotnet ef migrations add NAME --context SqlServerAgendaDbContext, see CONTRIBUTING.md");
    }

    [Fact]
    public async Task Migrations_make_of_an_empty_file_what_the_model_says()
    {
        using var migrated = OnSqlite("migrated.db");
        using var modelled = OnSqlite("modelled.db");
        await migrated.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await modelled.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        foreach (var question in (string[])[Columns, Indexes, References])
        {
            var made = Strings(migrated, question);
            made.ShouldBe(Strings(modelled, question));
            made.Count.ShouldBeGreaterThan(10);
        }

        Strings(migrated, "PRAGMA integrity_check").ShouldBe(["ok"]);
        Strings(migrated, "PRAGMA foreign_key_check").ShouldBeEmpty();
        Strings(migrated, "PRAGMA journal_mode").ShouldBe(["wal"]);
    }

    [Theory]
    [MemberData(nameof(Idempotent))]
    public void A_script_for_SQL_Server_makes_every_table_of_the_model(bool idempotent)
    {
        using var server = OnSqlServer();

        var script = Script(server, idempotent);

        CreatedTables().Matches(script).Select(m => m.Groups[1].Value).Where(t => !t.StartsWith("__EF", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(Model(server).GetRelationalModel().Tables.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SQL_Server_keeps_times_as_datetime2_no_finer_than_microseconds()
    {
        using var server = OnSqlServer();

        var types = TimeTypes().Matches(Script(server)).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

        types.ShouldBe(["datetime2(0)", "datetime2(6)"]);
    }

    [Fact]
    public void SQL_Server_reaches_every_table_by_one_cascade_at_the_most()
    {
        using var server = OnSqlServer();
        var cascades = Tables().Matches(Script(server))
            .SelectMany(table => Cascades().Matches(table.Groups[2].Value).Select(key => (Parent: key.Groups[1].Value, Child: table.Groups[1].Value))).ToList();

        cascades.Select(c => c.Child).ShouldBeUnique();
        cascades.Order().ShouldBe(
        [
            ("contributions", "contribution_authors"), ("my_agendas", "feed_fetches"), ("my_agendas", "stars"), ("programme_edits", "edited_sessions"),
            ("session_files", "file_chunks"), ("sessions", "contributions"), ("sessions", "session_files"), ("sessions", "session_links"), ("sessions", "session_people"),
        ]);
    }

    [Fact]
    public void SQL_Server_compares_slugs_codes_and_keys_byte_by_byte()
    {
        using var server = OnSqlServer();
        var entities = Model(server).GetEntityTypes().Where(e => !e.IsMappedToJson()).ToList();
        var compared = entities.SelectMany(e => e.GetKeys().SelectMany(k => k.Properties).Concat(e.GetIndexes().SelectMany(i => i.Properties)))
            .Concat(entities.SelectMany(e => e.GetProperties()).Where(p => p.Name is "Slug" or "Code" or "SortKey" or "ExternalId" or "NormalizedUserName"))
            .Where(p => p.ClrType == typeof(string)).Distinct().ToList();

        compared.Where(p => p.GetCollation() != "Latin1_General_100_BIN2").Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}").ShouldBeEmpty();
        compared.Count.ShouldBeGreaterThan(8);
        BinaryColumns().Count(Script(server)).ShouldBe(compared.Count);
    }

    [Fact]
    public void SQL_Server_can_hold_the_longest_keys()
    {
        using var server = OnSqlServer();
        var entities = Model(server).GetEntityTypes().Where(e => !e.IsMappedToJson()).ToList();

        entities.SelectMany(e => e.GetIndexes()).Where(i => i.Properties.Sum(Bytes) > LongestIndexKey).Select(i => i.GetDatabaseName()).ShouldBeEmpty();
        entities.SelectMany(e => e.GetKeys()).Where(k => k.Properties.Sum(Bytes) > LongestPrimaryKey).Select(k => k.GetName()).ShouldBeEmpty();
    }

    private static int Bytes(IReadOnlyProperty column) => column.ClrType == typeof(string) ? 2 * (column.GetMaxLength() ?? 1_000_000) : 16;

    private static IModel Model(DbContext db) => db.GetService<IDesignTimeModel>().Model;

    private static string Script(DbContext db, bool idempotent = false) =>
        db.GetService<IMigrator>().GenerateScript(options: idempotent ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default);

    private static List<string> Strings(DbContext db, string sql) => [.. db.Database.SqlQueryRaw<string>(sql)];

    private static SqlServerAgendaDbContext OnSqlServer() => new(new DbContextOptionsBuilder<SqlServerAgendaDbContext>().UseSqlServer("Server=none").Options);

    private SqliteAgendaDbContext OnSqlite(string file) => new(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite($"Data Source={Path.Combine(folder, file)}").Options);

    [GeneratedRegex(@"CREATE TABLE \[(\w+)\]")]
    private static partial Regex CreatedTables();

    [GeneratedRegex(@"CREATE TABLE \[(\w+)\] \((.*?)\n\);", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex(@"REFERENCES \[(\w+)\] \(\[\w+\]\) ON DELETE (?:CASCADE|SET NULL|SET DEFAULT)")]
    private static partial Regex Cascades();

    [GeneratedRegex(@"\b(datetime2(\(\d\))?|datetimeoffset(\(\d\))?|smalldatetime|datetime|time(\(\d\))?)(?= (NOT )?NULL)")]
    private static partial Regex TimeTypes();

    [GeneratedRegex(@"COLLATE Latin1_General_100_BIN2\b")]
    private static partial Regex BinaryColumns();
}
