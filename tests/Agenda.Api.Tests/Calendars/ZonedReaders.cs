using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Agenda.Api.Tests.House;

namespace Agenda.Api.Tests.Calendars;

/// <summary>When a parser that is not ours saw an event take place.</summary>
internal sealed record SeenTimes(string Uid, string Start, string End);

/// <summary>Calendar parsers that read zones as a calendar describes them, where they are installed.</summary>
internal static class ZonedReaders
{
    // The distribution's own Python first: the parsers are its packages, which another Python on the path would not see.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3", "python"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>When the events of a feed are that names zones, as each installed parser saw them; skips the test where there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<SeenTimes>>> Read(byte[] feed)
    {
        foreach (var python in Pythons)
        {
            if (await Run(python, feed) is not { } answer)
                continue;

            var seen = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<SeenTimes>?>>(answer, Json)!;
            if (seen.Values.Any(events => events is not null))
                return seen.Where(parser => parser.Value is not null).ToDictionary(parser => parser.Key, parser => parser.Value!);
        }

        var found = (Environment.GetEnvironmentVariable("AGENDA_CALENDAR_READERS") ?? "").Split(' ');
        found.ShouldNotContain(IndependentReaders.Icalendar, "./test found it, this test does not.");
        Assert.Skip("Needs Python 3 with icalendar, dateutil or libical, which ./test installs where it may.");
        return null!;
    }

    private static async Task<string?> Run(string python, byte[] feed)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(Checkout.Root, "tests", "calendar-readers", "read-zoned.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process reading;
        try
        {
            reading = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            // No such Python here.
            return null;
        }

        using (reading)
        {
            var (answer, complaint) = (reading.StandardOutput.ReadToEndAsync(), reading.StandardError.ReadToEndAsync());
            await reading.StandardInput.BaseStream.WriteAsync(feed);
            reading.StandardInput.Close();
            await reading.WaitForExitAsync();
            reading.ExitCode.ShouldBe(0, await complaint);
            return await answer;
        }
    }
}
