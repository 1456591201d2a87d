using System.Buffers;
using System.Text.Json;
using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

public sealed class IndependentReaderTests
{
    [Fact]
    public async Task See_the_sessions_of_a_release()
    {
        var agenda = new PublishedAgenda(HandmadeRelease.Document with { Withdrawn = [] });
        var address = new PublicAddress(new ConfigurationBuilder().AddInMemoryCollection([new("Agenda:PublicUrl", "https://agenda.example.org")]).Build());
        using var feed = new MemoryStream();
        await new ReleaseCalendar(agenda, address).Whole.WriteToAsync(feed, TestContext.Current.CancellationToken);

        foreach (var (parser, seen) in await IndependentReaders.Read(feed.ToArray()))
            seen.ShouldBe(agenda.Sessions.Where(s => s.Times is not null).Select(s => Expected(s, agenda)), parser);
    }

    [Fact]
    public async Task See_any_text_as_it_was_meant()
    {
        var texts = RandomText.Many();
        var output = new ArrayBufferWriter<byte>();
        var lines = new ContentLineWriter(output);
        var at = Instant.FromUtc(2024, 1, 8, 14, 0);
        lines.Begin("VCALENDAR");
        lines.Text("VERSION", "2.0");
        lines.Text("PRODID", "-//Agenda//Agenda//EN");
        for (var i = 0; i < texts.Count; i++)
        {
            lines.Begin("VEVENT");
            lines.Text("UID", $"{i}@agenda.example.org");
            lines.At("DTSTAMP", at);
            lines.At("DTSTART", at);
            lines.At("DTEND", at + Duration.FromMinutes(i + 1));
            lines.Text("SUMMARY", texts[i]);
            lines.Text("LOCATION", "Room " + texts[i]);
            lines.Text("DESCRIPTION", texts[i] + texts[Math.Max(0, i - 1)]);
            lines.End("VEVENT");
        }

        lines.End("VCALENDAR");
        foreach (var (parser, seen) in await IndependentReaders.Read(output.WrittenSpan.ToArray()))
        {
            seen.Count.ShouldBe(texts.Count, parser);
            for (var i = 0; i < texts.Count; i++)
            {
                var meant = new SeenEvent(
                    $"{i}@agenda.example.org", Utc(at), Utc(at + Duration.FromMinutes(i + 1)),
                    RandomText.AsRead(texts[i]), RandomText.AsRead("Room " + texts[i]), RandomText.AsRead(texts[i] + texts[Math.Max(0, i - 1)]), null);
                // Icalendar 4 takes a backslash and an n for a line break although the backslash itself is escaped.
                if (parser == "icalendar" && meant.ToString().Contains('\\'))
                    continue;
                if (seen[i] != meant)
                    Assert.Fail($"{parser}, text {i}: {FirstDifference(seen[i].ToString(), meant.ToString())}");
            }
        }
    }

    // The whole of both texts would fill screens.
    private static string FirstDifference(string seen, string meant)
    {
        var at = seen.Zip(meant).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => JsonSerializer.Serialize(text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)]);
        return $"seen {Around(seen)}, meant {Around(meant)}";
    }

    private static SeenEvent Expected(PublishedSession session, PublishedAgenda agenda)
    {
        var times = session.Times!.Value;
        var location = session.Room is { } room ? room.Building is { } building ? $"{room.Name}, {building}" : room.Name : agenda.Conference.Name;
        var description = SessionDescription.Of(session, times, agenda.Zone, $"https://agenda.example.org/schools-2024/sessions/{Uri.EscapeDataString(session.Code)}");
        return new(
            $"{session.Id.Value}@agenda.example.org", Utc(times.Start.ToInstant()), Utc(times.End.ToInstant()),
            $"{(session.Cancelled ? "Cancelled: " : "")}{session.Code}: {session.Title}", location, RandomText.AsRead(description), session.Cancelled ? "CANCELLED" : "CONFIRMED");
    }

    private static string Utc(Instant instant) => InstantPattern.General.Format(instant);
}
