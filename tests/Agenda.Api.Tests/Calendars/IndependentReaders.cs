using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Calendars;

/// <summary>What a parser that is not ours saw of an event; times are in UTC.</summary>
internal sealed record SeenEvent(string? Uid, string? Start, string? End, string? Summary, string? Location, string? Description, string? Status, string? Categories);

/// <summary>What it saw of a file, and what it found wrong.</summary>
internal sealed record SeenFeed(string File, IReadOnlyList<SeenEvent> Events, IReadOnlyList<string> Errors);

/// <summary>Calendar parsers that are not ours, where they are installed: Thunderbird's, Evolution's and two of Python.</summary>
internal static class IndependentReaders
{
    public const string IcalJs = "ical.js", Libical = "libical", Icalendar = "icalendar", Vobject = "vobject";

    /// <summary>A program that ends with this says that its parser is not installed.</summary>
    private const int Missing = 3;

    // The distribution's own Python first: the parsers are its packages, which another Python on the path would not see.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3", "python"];

    private static readonly string[] Nodes = ["node", "nodejs"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TheoryData<string> All => [IcalJs, Libical, Icalendar, Vobject];

    /// <summary>Zones in which the machine of a subscriber may be; none of them may matter.</summary>
    public static IReadOnlyList<string> MachineZones => ["UTC", "America/New_York", "Asia/Kolkata"];

    /// <summary>Skips the test where a reader is not installed; fails it where ./test has found the reader to be there.</summary>
    public static async Task<IReadOnlyList<SeenFeed>> Read(string reader, string folder, string machineZone)
    {
        foreach (var (program, arguments) in Programs(reader))
        {
            if (await Run(program, [.. arguments, folder], machineZone) is { } answer)
                return [.. answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<SeenFeed>(line, Json)!)];
        }

        var found = (Environment.GetEnvironmentVariable("AGENDA_CALENDAR_READERS") ?? "").Split(' ');
        found.ShouldNotContain(reader, "./test found it, this test does not.");
        Assert.Skip($"Needs the calendar reader {reader}, which ./test installs where it may.");
        return null!;
    }

    private static IEnumerable<(string Program, string[] Arguments)> Programs(string reader)
    {
        var folder = Path.Combine(Checkout.Root, "tests", "calendar-readers");
        return reader == IcalJs
            ? Nodes.Select(node => (node, (string[])[Path.Combine(folder, "read-feeds.mjs")]))
            : Pythons.Select(python => (python, (string[])[Path.Combine(folder, "read-feeds.py"), reader]));
    }

    private static async Task<string?> Run(string program, string[] arguments, string machineZone)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["TZ"] = machineZone;
        Process reading;
        try
        {
            reading = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            // No such program here.
            return null;
        }

        using (reading)
        {
            var (answer, complaint) = (reading.StandardOutput.ReadToEndAsync(), reading.StandardError.ReadToEndAsync());
            await reading.WaitForExitAsync();
            if (reading.ExitCode == Missing)
                return null;
            reading.ExitCode.ShouldBe(0, await complaint);
            return await answer;
        }
    }
}
