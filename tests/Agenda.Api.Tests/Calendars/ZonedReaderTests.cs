using System.Buffers;
using System.Text;
using Agenda.Api.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>Parsers that are not ours read wall times by our VTIMEZONE and have to find the instants of the zone data.</summary>
public sealed class ZonedReaderTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Africa/Cairo", "Africa/Casablanca", "America/Los_Angeles", "America/New_York", "America/Nuuk", "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "America/Vancouver", "Antarctica/Troll",
        "Asia/Amman", "Asia/Gaza", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tehran", "Atlantic/Azores", "Australia/Lord_Howe", "Australia/Sydney", "Europe/Dublin", "Europe/Istanbul", "Europe/London", "Europe/Warsaw",
        "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Easter",
    ];

    [Fact]
    public async Task Find_the_instants_of_ten_years() => await Check(new(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0)), Duration.FromDays(29) + Duration.FromHours(7));

    [Theory]
    [InlineData("2024-01-08")]
    [InlineData("2024-03-30")]
    [InlineData("2024-07-08")]
    [InlineData("2024-10-26")]
    [InlineData("2026-10-31")]
    public async Task Find_the_instants_of_three_days(string day)
    {
        var start = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd").Parse(day).Value;
        await Check(new(start, start + Duration.FromDays(3)), Duration.FromMinutes(75));
    }

    private static async Task Check(Interval span, Duration step)
    {
        foreach (var zones in Zones.GroupBy(id => Encoding.ASCII.GetString(ZoneComponentTests.Written(DateTimeZoneProviders.Tzdb[id], span)).Contains(";UNTIL=", StringComparison.Ordinal)))
            await Check([.. zones], span, step);
    }

    private static async Task Check(IReadOnlyList<string> zones, Interval span, Duration step)
    {
        var output = new ArrayBufferWriter<byte>();
        var lines = new ContentLineWriter(output);
        var meant = new List<SeenTimes>();
        lines.Begin("VCALENDAR");
        lines.Text("VERSION", "2.0");
        lines.Text("PRODID", "-//Agenda//Agenda//EN");
        foreach (var id in zones)
            ZoneComponent.Write(lines, Renamed(id), span);
        foreach (var id in zones)
            meant.AddRange(Events(lines, DateTimeZoneProviders.Tzdb[id], span, step));
        lines.End("VCALENDAR");
        foreach (var (parser, seen) in await ZonedReaders.Read(output.WrittenSpan.ToArray()))
        {
            seen.Count.ShouldBe(meant.Count, parser);
            seen.Except(meant).Take(5).ShouldBeEmpty(parser);
        }
    }

    private static IEnumerable<SeenTimes> Events(ContentLineWriter lines, DateTimeZone zone, Interval span, Duration step)
    {
        var pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
        for (var (at, n) = (span.Start, 0); at + Duration.FromHours(1) < span.End; at += step, n++)
        {
            var (start, end) = (at.InZone(zone).LocalDateTime, (at + Duration.FromHours(1)).InZone(zone).LocalDateTime);
            // The hour that is repeated is never written as wall time.
            if (zone.MapLocal(start).Count != 1 || zone.MapLocal(end).Count != 1)
                continue;

            var meant = new SeenTimes($"{zone.Id}-{n}", InstantPattern.General.Format(at), InstantPattern.General.Format(at + Duration.FromHours(1)));
            lines.Begin("VEVENT");
            lines.Text("UID", meant.Uid);
            lines.At("DTSTAMP", span.Start);
            lines.Value("DTSTART", pattern.Format(start), ("TZID", Renamed(zone.Id).Id));
            lines.Value("DTEND", pattern.Format(end), ("TZID", Renamed(zone.Id).Id));
            lines.End("VEVENT");
            yield return meant;
        }
    }

    // Parsers know the zones of the world themselves and would not look at ours under its own name.
    private static RenamedZone Renamed(string id) => new(DateTimeZoneProviders.Tzdb[id]);

    private sealed class RenamedZone(DateTimeZone zone) : DateTimeZone($"Ours {zone.Id}", false, zone.MinOffset, zone.MaxOffset)
    {
        public override NodaTime.TimeZones.ZoneInterval GetZoneInterval(Instant instant) => zone.GetZoneInterval(instant);
    }
}
