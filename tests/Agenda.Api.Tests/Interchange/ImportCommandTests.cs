using System.Text.Json;
using Agenda.Api.Interchange;

namespace Agenda.Api.Tests.Interchange;

/// <summary>The command line as it is typed: the built program in a process of its own.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private static readonly string Lenient = Path.Combine(AppContext.BaseDirectory, "Interchange", "Files", "lenient.schedule.xml");

    private readonly string folder = Directory.CreateTempSubdirectory("agenda-tests-").FullName;

    [Fact]
    public async Task Makes_the_conference_imports_publishes_and_prints_a_table()
    {
        var (code, output, errors) = await AgendaProcess.RunAsync(folder, "import", Lenient, "--conference", "harbour", "--publish");

        errors.ShouldBeEmpty();
        code.ShouldBe(0);
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        lines[..8].ShouldBe(
        [
            "Imported: lenient.schedule.xml (frab-xml) into \"harbour\"",
            "",
            "                  created  updated  unchanged",
            "  sessions              8        0          0",
            "  rooms                 1        0          0",
            "  tracks                1        0          0",
            "  session types         2        0          0",
            "  people                3        0          0",
        ]);
        lines.ShouldContain("Mended (11)");
        lines.ShouldContain("Left out (6)");
        lines.ShouldContain("  line 62  room \"Empty Hold\"              There is no session in it.");
        lines[^2].ShouldBe("Published as release 1.");
    }

    [Fact]
    public async Task Prints_the_report_as_JSON_and_publishes_the_next_release()
    {
        await AgendaProcess.RunAsync(folder, "import", Lenient, "--conference=harbour", "--publish");

        var (code, output, _) = await AgendaProcess.RunAsync(folder, "import", "--json", "--publish", "--conference=harbour", Lenient);

        code.ShouldBe(0);
        var report = JsonDocument.Parse(output).RootElement;
        (report.GetProperty("created").GetInt32(), report.GetProperty("unchanged").GetInt32(), report.GetProperty("release").GetInt32()).ShouldBe((0, 8, 2));
    }

    [Fact]
    public async Task Publishes_nothing_while_errors_stand_unless_they_are_acknowledged()
    {
        var file = Path.Combine(folder, "double-booked.xml");
        await File.WriteAllTextAsync(
            file,
            "<schedule><conference><title>x</title><time_zone_name>UTC</time_zone_name></conference><day date='2031-01-01'><room name='A'>"
            + "<event id='1'><start>10:00</start><duration>01:00</duration><title>One</title><persons><person id='7'>Maja Łódzka</person></persons></event></room><room name='B'>"
            + "<event id='2'><start>10:30</start><duration>01:00</duration><title>Two</title><persons><person id='7'>Maja Łódzka</person></persons></event></room></day></schedule>",
            TestContext.Current.CancellationToken);

        var (code, _, errors) = await AgendaProcess.RunAsync(folder, "import", file, "--conference", "booked", "--publish");

        code.ShouldBe(ImportCommand.Refused);
        errors.ReplaceLineEndings("\n").ShouldBe(
            """
            Refused (conflicts-unacknowledged): double-booked.xml
            A conflict stands in the way: solve it, or acknowledge it with a reason.

            Conflicts (1)
              Maja Łódzka presents in 1 and presents in 2 on 2031-01-01 10:30 until 11:00.
            --acknowledge "WHY" publishes all the same; without --publish the file is imported, and they can be solved.
            Nothing was changed.

            """.ReplaceLineEndings("\n"));
        var (done, output, _) = await AgendaProcess.RunAsync(folder, "import", file, "--conference", "booked", "--publish", "--acknowledge=She is quick.");
        (done, output.Contains("Published as release 1.", StringComparison.Ordinal)).ShouldBe((0, true));
    }

    [Fact]
    public async Task Refuses_with_exit_code_2_and_the_reason()
    {
        var file = Path.Combine(folder, "no-zone.xml");
        await File.WriteAllTextAsync(
            file, "<schedule><conference><title>x</title></conference><day date='2031-01-01'><room name='A'><event id='1'><start>10:00</start><title>y</title></event></room></day></schedule>",
            TestContext.Current.CancellationToken);

        var (code, output, errors) = await AgendaProcess.RunAsync(folder, "import", file, "--conference", "zoneless");
        code.ShouldBe(ImportCommand.Refused);
        output.ShouldBeEmpty();
        errors.ReplaceLineEndings("\n").ShouldBe(
            "Refused (time-zone-needed): no-zone.xml\nThe file does not say its time zone. Say which time zone it is in, such as Europe/Brussels.\nNothing was changed.\n");

        (await AgendaProcess.RunAsync(folder, "import", file, "--conference", "Not a slug", "--zone", "UTC")).Errors.ShouldStartWith("Refused (bad-slug)");
        (await AgendaProcess.RunAsync(folder, "import", file, "--conference", "api", "--zone", "UTC")).Errors.ShouldStartWith("Refused (slug-reserved)");
        (await AgendaProcess.RunAsync(folder, "import", file, "--conference", "zoneless", "--zone", "UTC", "--dry-run")).Output.ShouldStartWith("Tried (nothing was saved)");
        (await AgendaProcess.RunAsync(folder, "import", file, "--conference", "zoneless")).Code.ShouldBe(2, "the try has left nothing behind");
    }

    [Theory]
    [InlineData("No file is said.", "--conference", "x")]
    [InlineData("No conference is said.", "file.xml")]
    [InlineData("--zone lacks its value.", "file.xml", "--conference", "x", "--zone")]
    [InlineData("--acknowledge belongs to --publish.", "file.xml", "--conference", "x", "--acknowledge", "So it is")]
    [InlineData("The reason says nothing, or has control characters.", "file.xml", "--conference", "x", "--publish", "--acknowledge", " ")]
    [InlineData("There is no option --force.", "file.xml", "--force")]
    [InlineData("There is a file already; what is \"b.xml\"?", "a.xml", "b.xml")]
    public void Says_what_is_wrong_with_the_command(string fault, params string[] args) => ImportArguments.Parse(args).Fault.ShouldBe(fault);

    [Fact]
    public void Understands_the_command()
    {
        var parsed = ImportArguments.Parse(["--publish", "--zone=Europe/Oslo", "my file.xml", "--conference", "x-1", "--format", "frab-xml", "--Agenda:DataFolder=/tmp/x=y"]);

        parsed.Fault.ShouldBeNull();
        (parsed.File, parsed.Conference, parsed.Zone, parsed.Format, parsed.Publish, parsed.DryRun).ShouldBe(("my file.xml", "x-1", "Europe/Oslo", "frab-xml", true, false));
        parsed.Settings.ShouldBe(["--Agenda:DataFolder=/tmp/x=y"]);
    }

    [Fact]
    public async Task Says_that_there_is_no_such_file()
    {
        var (code, _, errors) = await AgendaProcess.RunAsync(folder, "import", Path.Combine(folder, "nowhere.xml"), "--conference", "x");

        code.ShouldBe(2);
        errors.ShouldContain("nowhere.xml");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
