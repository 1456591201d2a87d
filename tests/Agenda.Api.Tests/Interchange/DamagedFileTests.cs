using System.Data.Common;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Interchange;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Agenda.Api.Tests.Interchange;

/// <summary>Files damaged at random are imported or refused, and none brings the program down; larger ones cost no more questions.</summary>
public sealed class DamagedFileTests : IAsyncLifetime
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly Selects selects = new();

    [Theory]
    [InlineData("lenient.schedule.xml", 1)]
    [InlineData("lenient.schedule.json", 2)]
    [InlineData("roles.schedule2.json", 3)]
    public async Task Imports_or_refuses_whatever_comes(string name, int seed)
    {
        var (random, file, refused, imported) = (new Random(seed), ScheduleFixtures.Own(name), 0, 0);
        for (var round = 0; round < 150; round++)
        {
            await using var db = Context();
            var outcome = await ImportProgramme.RunAsync(
                db, new ImportOrder("damaged", ScheduleReader.Read(Damaged(file, random))) { At = NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0), MayCreate = true, Zone = "Europe/Oslo", DryRun = true }, TestContext.Current.CancellationToken);

            (outcome.Report is null).ShouldBe(outcome.Refusal is not null, $"{name}, seed {seed}, round {round}");
            (refused, imported) = outcome.Report is null ? (refused + 1, imported) : (refused, imported + 1);
        }

        refused.ShouldBeGreaterThan(10);
        imported.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Asks_as_many_questions_for_three_sessions_as_for_one()
    {
        var counts = new List<int>();
        foreach (var sessions in (int[])[1, 3])
        {
            var file = ScheduleReader.Read(File(sessions));
            for (var time = 1; time <= 2; time++)
            {
                await using var db = Context();
                selects.Count = 0;
                (await ImportProgramme.RunAsync(db, new ImportOrder($"of-{sessions}", file) { At = NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0), MayCreate = true }, TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
                counts.Add(selects.Count);
            }
        }

        counts[..2].ShouldBe(counts[2..], "first import and second, of one session and of three");
    }

    public async ValueTask InitializeAsync()
    {
        await connection.OpenAsync();
        await using var db = Context();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private SqliteAgendaDbContext Context() => new(new DbContextOptionsBuilder<SqliteAgendaDbContext>().UseSqlite(connection).AddInterceptors(selects)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);

    private static byte[] File(int sessions) => System.Text.Encoding.UTF8.GetBytes(
        "<schedule><conference><title>x</title><time_zone_name>Europe/Oslo</time_zone_name></conference><day date='2031-01-01'>"
        + string.Concat(Enumerable.Range(1, sessions).Select(i => $"<room name='R{i}'><event id='{i}'><start>10:00</start><duration>0:30</duration><title>S{i}</title><track>T{i}</track><persons><person id='{i}'>P {i}</person></persons></event></room>"))
        + "</day></schedule>");

    private static byte[] Damaged(byte[] file, Random random)
    {
        var damaged = file.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var (place, length) = (random.Next(damaged.Count), random.Next(1, 40));
            switch (random.Next(6))
            {
                case 0:
                    damaged[place] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(place, Math.Min(length, damaged.Count - place));
                    break;
                case 2:
                    damaged.InsertRange(place, damaged.GetRange(random.Next(damaged.Count / 2), length));
                    break;
                case 3 when random.Next(8) == 0:
                    damaged.RemoveRange(place, damaged.Count - place);
                    break;
                default:
                    // A digit for a digit keeps the file whole and makes dates, lengths and ids strange.
                    var digit = damaged.FindIndex(place, b => char.IsAsciiDigit((char)b));
                    if (digit >= 0)
                        damaged[digit] = (byte)('0' + random.Next(10));
                    break;
            }
        }

        return [.. damaged];
    }

    /// <summary>Counts questions to the database; a statement that saves may also return rows.</summary>
    private sealed class Selects : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
