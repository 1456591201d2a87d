using Agenda.Api.Archives;
using Agenda.Api.Tests.Interchange;

namespace Agenda.Api.Tests.Archives;

/// <summary>The command line as it is typed: the built program in processes of its own, with two installations.</summary>
public sealed class ArchiveCommandTests : IDisposable
{
    private readonly string here = Directory.CreateTempSubdirectory("agenda-tests-").FullName;
    private readonly string there = Directory.CreateTempSubdirectory("agenda-tests-").FullName;

    [Fact]
    public async Task Takes_a_conference_from_one_installation_to_another()
    {
        var (file, again) = (Path.Combine(here, "harbour.zip"), Path.Combine(there, "harbour.zip"));
        var lenient = Path.Combine(AppContext.BaseDirectory, "Interchange", "Files", "lenient.schedule.xml");
        (await AgendaProcess.RunAsync(here, "import", lenient, "--conference", "harbour", "--publish")).Code.ShouldBe(0);

        var (made, output, errors) = await AgendaProcess.RunAsync(here, "archive", "harbour", "--to", file);
        (made, errors).ShouldBe((0, ""));
        output.ShouldStartWith($"Archived \"harbour\" in {file} (");
        (await AgendaProcess.RunAsync(here, "archive", "harbour", "--to", file)).Code.ShouldBe(2, "a file that is there stays");

        var (code, table, _) = await AgendaProcess.RunAsync(there, "archive", "--import", file);
        code.ShouldBe(0);
        table.ReplaceLineEndings("\n").Split('\n')[..8].ShouldBe(
        [
            "Imported: harbour.zip as \"harbour\"",
            "",
            "  buildings             0",
            "  rooms                 1",
            "  session types         2",
            "  tracks                1",
            "  people                3",
            "  sessions              8",
        ]);
        (await AgendaProcess.RunAsync(there, "archive", "harbour", "--to", again)).Code.ShouldBe(0);
        var (first, second) = (ArchiveFile.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), ArchiveFile.Read(await File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken)));
        second.Entries.Select(e => (e.Name, Convert.ToHexString(e.Content))).ShouldBe(first.Entries.Select(e => (e.Name, Convert.ToHexString(e.Content))));

        (await AgendaProcess.RunAsync(there, "archive", "--import", file, "--as=other")).Errors.ReplaceLineEndings("\n")
            .ShouldBe("Refused (archive-already-here): harbour.zip\nThe conference of the archive is here already, as \"harbour\".\nNothing was changed.\n");
    }

    [Fact]
    public async Task Says_that_there_is_no_such_conference_and_leaves_no_file()
    {
        var file = Path.Combine(here, "nothing.zip");

        var (code, _, errors) = await AgendaProcess.RunAsync(here, "archive", "nothing", "--to", file);

        (code, errors.TrimEnd()).ShouldBe((2, "Refused (unknown-conference): There is no conference \"nothing\"."));
        File.Exists(file).ShouldBeFalse();
    }

    [Theory]
    [InlineData("No conference is said.")]
    [InlineData("Either an archive is made, or one is imported.", "x", "--import", "a.zip")]
    [InlineData("--as, --dry-run and --json belong to --import.", "x", "--dry-run")]
    [InlineData("--to belongs to the making of an archive.", "--import", "a.zip", "--to", "b.zip")]
    [InlineData("--to lacks its value.", "x", "--to")]
    [InlineData("There is no option --force.", "x", "--force")]
    [InlineData("There is a conference already; what is \"y\"?", "x", "y")]
    [InlineData("\"Not a slug\" cannot be a slug: lower-case letters a to z and digits, in groups joined by single hyphens.", "--import", "a.zip", "--as", "Not a slug")]
    public void Says_what_is_wrong_with_the_command(string fault, params string[] args) => ArchiveArguments.Parse(args).Fault.ShouldBe(fault);

    [Fact]
    public void Understands_the_command()
    {
        var parsed = ArchiveArguments.Parse(["--import=my archive.zip", "--as", "x-1", "--dry-run", "--json", "--Agenda:DataFolder=/tmp/x=y"]);

        (parsed.Fault, parsed.Import, parsed.As, parsed.DryRun, parsed.Json).ShouldBe((null, "my archive.zip", "x-1", true, true));
        parsed.Settings.ShouldBe(["--Agenda:DataFolder=/tmp/x=y"]);
    }

    public void Dispose()
    {
        Directory.Delete(here, recursive: true);
        Directory.Delete(there, recursive: true);
    }
}
