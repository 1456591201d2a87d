using System.Buffers;
using System.Text;
using Agenda.Api.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>What we write, as parsers that are not ours understand it.</summary>
public sealed class IndependentReaderTests
{
    private const string Broken = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20240108T140000Z\r\n{0}END:VEVENT\r\nEND:VCALENDAR\r\n";

    [Theory, MemberData(nameof(IndependentReaders.All), MemberType = typeof(IndependentReaders))]
    public async Task See_the_sessions_of_a_release(string reader)
    {
        using var folder = new FeedFolder();
        var withdrawn = new SeenEvent(
            $"{HandmadeRelease.Guid(591)}@agenda.example.org", "2024-01-09T09:00:00Z", "2024-01-09T10:30:00Z", "Cancelled: MC-A: Withdrawn; never to return",
            "Arbutus Room, St. Mary's Building", "This session is no longer in the programme.\n\nhttps://agenda.example.org/schools-2024", "CANCELLED", null);
        await folder.Add("a release made by hand", await ReleaseFeed.WholeAsync(HandmadeRelease.Document), [.. ReleaseFeed.Expected(HandmadeRelease.Document), withdrawn]);
        await folder.ShouldBeReadBy(reader);
    }

    [Theory, MemberData(nameof(IndependentReaders.All), MemberType = typeof(IndependentReaders))]
    public async Task See_any_text_as_it_was_meant(string reader)
    {
        var texts = RandomText.Many();
        var output = new ArrayBufferWriter<byte>();
        var lines = new ContentLineWriter(output);
        var at = Instant.FromUtc(2024, 1, 8, 14, 0);
        var expected = new List<SeenEvent>();
        lines.Begin("VCALENDAR");
        lines.Text("VERSION", "2.0");
        lines.Text("PRODID", "-//Agenda//Agenda//EN");
        for (var i = 0; i < texts.Count; i++)
        {
            var (uid, until, room, description) = ($"{i}@agenda.example.org", at + Duration.FromMinutes(i + 1), "Room " + texts[i], "About " + texts[i] + texts[Math.Max(0, i - 1)]);
            lines.Begin("VEVENT");
            lines.Text("UID", uid);
            lines.At("DTSTAMP", at);
            lines.At("DTSTART", at);
            lines.At("DTEND", until);
            lines.Text("SUMMARY", texts[i]);
            lines.Text("LOCATION", room);
            lines.Text("DESCRIPTION", description);
            lines.End("VEVENT");
            expected.Add(new(uid, Utc(at), Utc(until), RandomText.AsRead(texts[i]), RandomText.AsRead(room), RandomText.AsRead(description), null, null));
        }

        lines.End("VCALENDAR");
        using var folder = new FeedFolder();
        await folder.Add("random texts", output.WrittenSpan.ToArray(), expected);
        await folder.ShouldBeReadBy(reader);
    }

    /// <summary>A reader that never complains would prove nothing.</summary>
    [Theory, MemberData(nameof(IndependentReaders.All), MemberType = typeof(IndependentReaders))]
    public async Task Say_what_is_wrong(string reader)
    {
        var folder = Directory.CreateTempSubdirectory("agenda-feeds-");
        string[] wrong = ["DTSTART:2024nonsense\r\nDTEND:20240108T150000Z\r\n", "DTSTART:20240108T140000\r\nDTEND:20240108T150000\r\n"];
        for (var i = 0; i < wrong.Length; i++)
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{i}.ics"), string.Format(null, CompositeFormat.Parse(Broken), wrong[i]), TestContext.Current.CancellationToken);

        try
        {
            var seen = await IndependentReaders.Read(reader, folder.FullName, "UTC");
            seen.Count.ShouldBe(wrong.Length);
            seen.ShouldAllBe(feed => feed.Errors.Count > 0);
            seen[1].Errors.ShouldContain("x: a time without a zone");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Utc(Instant instant) => InstantPattern.General.Format(instant);
}
