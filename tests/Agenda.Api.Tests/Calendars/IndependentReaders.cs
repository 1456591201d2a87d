using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Agenda.Api.Tests.Calendars;

/// <summary>What a parser that is not ours saw of an event.</summary>
internal sealed record SeenEvent(string? Uid, string? Start, string? End, string? Summary, string? Location, string? Description, string? Status);

/// <summary>When a parser that is not ours saw an event take place.</summary>
internal sealed record SeenTimes(string Uid, string Start, string End);

/// <summary>Python's iCalendar parsers, where they are installed.</summary>
internal static class IndependentReaders
{
    // The distribution's own Python first: the parsers are its packages, which another Python on the path would not see.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3", "python"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The events of a feed as each installed parser saw them; skips the test where there is none.</summary>
    public static Task<IReadOnlyDictionary<string, IReadOnlyList<SeenEvent>>> Read(byte[] feed) => ReadWith<SeenEvent>("read-feed.py", feed);

    /// <summary>When the events of a feed are that names zones, as each installed parser saw them; skips the test where there is none.</summary>
    public static Task<IReadOnlyDictionary<string, IReadOnlyList<SeenTimes>>> ReadZoned(byte[] feed) => ReadWith<SeenTimes>("read-zoned.py", feed);

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<T>>> ReadWith<T>(string script, byte[] feed)
    {
        foreach (var python in Pythons)
        {
            if (await Run(python, script, feed) is not { } answer)
                continue;

            var seen = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<T>?>>(answer, Json)!;
            if (seen.Values.Any(events => events is not null))
                return seen.Where(parser => parser.Value is not null).ToDictionary(parser => parser.Key, parser => parser.Value!);
        }

        Assert.Skip("Needs Python 3 with icalendar or vobject (Debian: python3-icalendar python3-vobject).");
        return null!;
    }

    private static async Task<string?> Run(string python, string script, byte[] feed)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Calendars", script)])
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
