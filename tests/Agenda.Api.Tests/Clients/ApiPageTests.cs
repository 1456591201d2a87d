using System.Text.RegularExpressions;
using Agenda.Api.Tests.House;
using Agenda.Api.Tests.Security;

namespace Agenda.Api.Tests.Clients;

/// <summary>What docs/api.md tells programmers to write works: its commands and its C# are run against the service.</summary>
public sealed partial class ApiPageTests
{
    private static readonly string Page = Checkout.Read("docs/api.md");

    [Fact]
    public async Task The_commands_are_answered_as_the_page_says()
    {
        await using var host = new AgendaHost();
        var environment = new Dictionary<string, string> { ["AGENDA"] = Address(host), ["TOKEN"] = await TokenAsync(host) };
        Assert.SkipWhen(await CommandLine.RunAsync(Path.GetTempPath(), environment, "curl", "--version") is null, "curl is not installed.");
        var commands = string.Join('\n', Blocks("sh"));
        // Every command says at once what it was answered with.
        const string Tell = "set -eu\ncurl() { command curl --write-out '%{stderr}%{http_code}\\n' \"$@\"; }\n";

        var ran = await CommandLine.RunAsync(Path.GetTempPath(), environment, "bash", "-c", Tell + commands);

        Assert.SkipWhen(ran is null, "bash is not installed.");
        ran!.ShouldSucceed();
        var said = Statuses().Matches(commands).Select(match => match.Groups[1].Value).ToList();
        said.Count.ShouldBe(Curls().Count(commands), "each command of the page is followed by what it answers");
        ran.Complained.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(said);
        ran.Said.ShouldContain("\"slug\":\"demo-2027\"");
        ran.Said.ShouldContain("BEGIN:VCALENDAR");
    }

    [Fact]
    public async Task The_program_does_what_the_page_says()
    {
        await using var host = new AgendaHost();
        (await ApiTasks.RunAsync(Address(host), await TokenAsync(host))).ShouldBe(
            "Ada; 60 seats; 0 conflicts; release 1; 2028-05-08T14:00:00 MC-A Arbutus Room: Maja Łódzka and Seán Ó Murchú; Designing networks; BEGIN:VCALENDAR; version 2");
    }

    [Fact]
    public void The_page_shows_the_program_to_the_letter()
    {
        var parts = Parts().Split(Checkout.Read("tests/Agenda.Api.Tests/Clients/ApiTasks.cs"));
        // Title and text in turn, after what comes before the first title.
        var shown = Enumerable.Range(0, parts.Length / 2).Select(i => (Title: parts[2 * i + 1], Text: parts[2 * i + 2])).Where(part => part.Title != "End").ToList();
        shown.Count.ShouldBe(11);
        Blocks("csharp").ShouldBe(shown.Select(part => part.Title == "Records" ? Visible(part.Text) : Dedented(part.Text)));
    }

    [Fact]
    public void The_page_has_ten_tasks() => Tasks().Count(Page).ShouldBe(10);

    private static List<string> Blocks(string language) => [.. Fences().Matches(Page).Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value.TrimEnd())];

    private static string Dedented(string text) => string.Join('\n', text.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line)).Trim();

    private static string Visible(string text) => string.Join('\n', text.Split('\n').Where(line => line.Contains("record", StringComparison.Ordinal)).Select(line => line.Replace("    private ", "", StringComparison.Ordinal)));

    private static string Address(AgendaHost host) => $"{host.Reader().BaseAddress}".TrimEnd('/');

    private static async Task<string> TokenAsync(AgendaHost host)
    {
        var accounts = new AccountsOf(host);
        return (await accounts.WithTokenAsync(await accounts.AddAsync("Ada", administrator: true))).DefaultRequestHeaders.Authorization!.Parameter!;
    }

    [GeneratedRegex("^```(\\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^# (\d{3})$", RegexOptions.Multiline)]
    private static partial Regex Statuses();

    [GeneratedRegex(@"\bcurl\b")]
    private static partial Regex Curls();

    [GeneratedRegex("^ +// # (.+)\n", RegexOptions.Multiline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^## \d+\. ", RegexOptions.Multiline)]
    private static partial Regex Tasks();
}
