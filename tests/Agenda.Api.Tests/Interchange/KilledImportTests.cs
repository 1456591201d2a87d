using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Interchange;

/// <summary>SIGKILL in the middle of an import: afterwards the database holds all of it or nothing.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Sessions = 4_000;

    private readonly string folder = Directory.CreateTempSubdirectory("agenda-tests-").FullName;

    [Fact]
    public async Task Leaves_all_or_nothing()
    {
        var file = Path.Combine(folder, "large.schedule.xml");
        await File.WriteAllTextAsync(file, Large(), TestContext.Current.CancellationToken);
        var lenient = Path.Combine(AppContext.BaseDirectory, "Interchange", "Files", "lenient.schedule.xml");
        (await AgendaProcess.RunAsync(folder, "import", lenient, "--conference", "before", "--publish")).Code.ShouldBe(0);
        var earlier = Count("SELECT COUNT(*) FROM sessions");

        // How far the import is shows in the write-ahead log, which takes up what does not fit into memory.
        var seen = new List<string>();
        foreach (var written in (long[])[1, 200_000, 1_000_000, 2_000_000, 4_000_000])
            seen.Add(await KilledAt(file, written, earlier));

        seen.ShouldContain("nothing", "no kill hit the middle of the import");
        seen.ShouldNotContain("torn");

        (await AgendaProcess.RunAsync(folder, "import", file, "--conference", "killed", "--publish", "--acknowledge", "As it was")).Code.ShouldBe(0);
        Count("SELECT COUNT(*) FROM sessions").ShouldBe(earlier + Sessions);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> KilledAt(string file, long written, long earlier)
    {
        using var process = AgendaProcess.Start(folder, "import", file, "--conference", "killed", "--publish", "--acknowledge", "As it was");
        var log = new FileInfo(Path.Combine(folder, "agenda.db-wal"));
        while (!process.HasExited && !(Refreshed(log) && log.Length >= written))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Text("PRAGMA integrity_check").ShouldBe("ok");
        Text("SELECT COUNT(*) FROM pragma_foreign_key_check").ShouldBe("0");
        var found = (Count("SELECT COUNT(*) FROM conferences WHERE slug = 'killed'"), Count("SELECT COUNT(*) FROM sessions") - earlier, Count("SELECT COUNT(*) FROM releases") - 1);
        return found switch
        {
            (0, 0, 0) => "nothing",
            (1, Sessions, >= 1) => "all",
            _ => "torn",
        };
    }

    private static bool Refreshed(FileInfo file)
    {
        file.Refresh();
        return file.Exists;
    }

    private long Count(string query) => long.Parse(Text(query), CultureInfo.InvariantCulture);

    private string Text(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "agenda.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries stand above.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private static string Large()
    {
        var file = new StringBuilder("<schedule><conference><title>Large</title><time_zone_name>Europe/Oslo</time_zone_name></conference><day date='2031-01-01'>");
        for (var room = 0; room < Sessions / 20; room++)
        {
            file.Append(CultureInfo.InvariantCulture, $"<room name='Room {room}'>");
            for (var i = 0; i < 20; i++)
            {
                var id = (room * 20) + i + 1;
                file.Append(CultureInfo.InvariantCulture, $"<event id='{id}'><start>{i + 1:D2}:00</start><duration>0:45</duration><title>Session {id}</title><abstract>{new string('a', 400)}</abstract><persons><person id='{id % 700}'>Person {id % 700}</person></persons></event>");
            }

            file.Append("</room>");
        }

        return file.Append("</day></schedule>").ToString();
    }
}
