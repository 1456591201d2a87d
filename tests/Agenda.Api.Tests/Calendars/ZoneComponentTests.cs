using System.Buffers;
using System.Globalization;
using System.Text;
using Agenda.Api.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

public sealed class ZoneComponentTests
{
    private static readonly Interval TenYears = new(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0));

    /// <summary>Zones of all kinds: with and without seasons, with rules of their own, with half hours, with rules that ended.</summary>
    public static readonly TheoryData<string> Zones =
    [
        "UTC", "Etc/GMT+12", "Africa/Abidjan", "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Johannesburg", "Africa/Juba", "Africa/Lagos", "Africa/Nairobi", "Africa/Windhoek",
        "America/Anchorage", "America/Argentina/Buenos_Aires", "America/Asuncion", "America/Bogota", "America/Caracas", "America/Chicago", "America/Chihuahua", "America/Ciudad_Juarez",
        "America/Dawson", "America/Denver", "America/Halifax", "America/Havana", "America/Los_Angeles", "America/Mexico_City", "America/New_York", "America/Nuuk", "America/Ojinaga", "America/Phoenix",
        "America/Port-au-Prince", "America/Santiago", "America/Sao_Paulo", "America/Scoresbysund", "America/St_Johns", "America/Tijuana", "America/Vancouver", "Antarctica/Casey", "Antarctica/Troll", "Antarctica/Vostok",
        "Asia/Almaty", "Asia/Amman", "Asia/Beirut", "Asia/Calcutta", "Asia/Damascus", "Asia/Dubai", "Asia/Gaza", "Asia/Hebron", "Asia/Jerusalem", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Manila", "Asia/Nicosia",
        "Asia/Qostanay", "Asia/Singapore", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores", "Atlantic/Reykjavik", "Australia/Adelaide", "Australia/Brisbane", "Australia/Eucla", "Australia/Lord_Howe", "Australia/Sydney",
        "Europe/Berlin", "Europe/Chisinau", "Europe/Dublin", "Europe/Istanbul", "Europe/Kyiv", "Europe/Lisbon", "Europe/London", "Europe/Moscow", "Europe/Volgograd", "Europe/Warsaw",
        "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Easter", "Pacific/Fiji", "Pacific/Honolulu", "Pacific/Kiritimati", "Pacific/Norfolk", "Pacific/Tongatapu",
    ];

    [Theory]
    [MemberData(nameof(Zones))]
    public void Means_the_offsets_of_the_zone_for_ten_years_each_of_them_and_days_around_each_change(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        Check(zone, TenYears);
        for (var year = 2020; year < 2030; year++)
            Check(zone, new(Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0)));
        foreach (var change in zone.GetZoneIntervals(TenYears).Skip(1).Select(interval => interval.Start))
        {
            Check(zone, new(change - Duration.FromDays(1), change + Duration.FromDays(2)));
            Check(zone, new(change - Duration.FromDays(3), change));
            Check(zone, new(change, change + Duration.FromDays(3)));
        }
    }

    [Fact]
    public void Means_the_offsets_of_every_zone_there_is()
    {
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            Check(zone, new(Instant.FromUtc(2024, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0)));
            Check(zone, new(Instant.FromUtc(2026, 7, 1, 0, 0), Instant.FromUtc(2026, 7, 4, 0, 0)));
        }
    }

    [Theory]
    [InlineData("Europe/London", 1900, 1980)]
    [InlineData("Europe/Dublin", 1900, 1980)]
    [InlineData("Africa/Monrovia", 1900, 1980)]
    [InlineData("Europe/Amsterdam", 1905, 1950)]
    [InlineData("America/New_York", 1965, 2010)]
    [InlineData("Pacific/Apia", 2009, 2023)]
    [InlineData("Asia/Kathmandu", 1980, 1990)]
    [InlineData("Africa/Cairo", 2023, 2120)]
    [InlineData("America/Santiago", 2190, 2200)]
    public void Means_the_offsets_of_long_ago_and_far_ahead(string id, int from, int to) =>
        Check(DateTimeZoneProviders.Tzdb[id], new(Instant.FromUtc(from, 1, 1, 0, 0), Instant.FromUtc(to, 1, 1, 0, 0)));

    [Theory]
    [InlineData("Europe/Dublin", "2024-01-08", "2024-01-10", """
        STANDARD 20231029T020000 +0100 +0000 GMT FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        DAYLIGHT 20230326T010000 +0000 +0100 IST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        """)]
    [InlineData("America/New_York", "2024-07-08", "2024-07-10", """
        DAYLIGHT 20240310T020000 -0500 -0400 EDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        STANDARD 20231105T020000 -0400 -0500 EST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        """)]
    [InlineData("America/Santiago", "2026-05-01", "2026-05-03", """
        STANDARD 20260405T000000 -0300 -0400 -04 FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU
        DAYLIGHT 20250907T000000 -0400 -0300 -03 FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=SU
        """)]
    [InlineData("Australia/Lord_Howe", "2026-05-01", "2026-05-03", """
        STANDARD 20260405T020000 +1100 +1030 +1030 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
        DAYLIGHT 20251005T020000 +1030 +1100 +11 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
        """)]
    [InlineData("Africa/Cairo", "2023-12-01", "2023-12-03", """
        STANDARD 20231027T000000 +0300 +0200 EET FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=26,27,28,29,30,31;BYDAY=FR
        STANDARD 20241101T000000 +0300 +0200 EET FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=1;BYDAY=FR
        DAYLIGHT 20230428T000000 +0200 +0300 EEST FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR
        """)]
    [InlineData("Africa/Casablanca", "2024-01-08", "2024-03-11", """
        DAYLIGHT 20230423T020000 +0000 +0100 +01
        STANDARD 20230319T030000 +0100 +0000 +00
        STANDARD 20240310T030000 +0100 +0000 +00
        """)]
    [InlineData("America/Vancouver", "2025-07-01", "2025-07-03", """
        DAYLIGHT 20250309T020000 -0800 -0700 PDT FREQ=YEARLY;UNTIL=20260309T100000Z;BYMONTH=3;BYDAY=2SU
        STANDARD 20241103T020000 -0700 -0800 PST FREQ=YEARLY;UNTIL=20251103T090000Z;BYMONTH=11;BYDAY=1SU
        """)]
    [InlineData("Asia/Kathmandu", "2024-01-08", "2024-01-10", "STANDARD 19860101T000000 +0530 +0545 +0545")]
    [InlineData("Asia/Kolkata", "2024-01-08", "2024-01-10", "STANDARD 19700101T000000 +0530 +0530 IST")]
    [InlineData("UTC", "2024-01-08", "2024-01-10", "STANDARD 19700101T000000 +0000 +0000 UTC")]
    [InlineData("Asia/Amman", "2024-01-08", "2024-01-10", "STANDARD 20221028T010000 +0300 +0300 +03")]
    [InlineData("Africa/Monrovia", "1960-01-08", "1960-01-10", "STANDARD 19190301T000000 -004308 -004430 MMT")]
    public void Says_rules_that_recur_as_rules_and_others_one_by_one(string id, string from, string to, string observances)
    {
        var zone = new ZoneText(Written(DateTimeZoneProviders.Tzdb[id], Days(from, to)), 2030);
        zone.Id.ShouldBe(id);
        var lines = CalendarText.Lines(Written(DateTimeZoneProviders.Tzdb[id], Days(from, to))).Skip(2).SkipLast(1);
        var said = string.Concat(lines.Select(line => line.Name switch { "BEGIN" => line.Value, "END" => "\n", _ => " " + line.Value }));
        said.TrimEnd().Split('\n').Order().ShouldBe(observances.ReplaceLineEndings("\n").Split('\n').Order());
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    public void Does_not_depend_on_the_culture(string culture)
    {
        var expected = Written(DateTimeZoneProviders.Tzdb["America/Santiago"], TenYears);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Written(DateTimeZoneProviders.Tzdb["America/Santiago"], TenYears).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    internal static byte[] Written(DateTimeZone zone, Interval span)
    {
        var output = new ArrayBufferWriter<byte>();
        ZoneComponent.Write(new ContentLineWriter(output), zone, span);
        return output.WrittenSpan.ToArray();
    }

    private static Interval Days(string from, string to) => new(InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd").Parse(from).Value, InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd").Parse(to).Value);

    private static void Check(DateTimeZone zone, Interval span)
    {
        var written = Written(zone, span);
        var read = new ZoneText(written, span.End.InUtc().Year + 1);
        read.Id.ShouldBe(zone.Id);
        var because = $"{zone.Id} {span}\n{Encoding.UTF8.GetString(written)}";
        read.Onsets.ShouldContain(onset => onset.Kind == "STANDARD", because);
        foreach (var interval in zone.GetZoneIntervals(span))
        {
            var (start, end) = (interval.HasStart && interval.Start > span.Start ? interval.Start : span.Start, interval.HasEnd && interval.End < span.End ? interval.End : span.End);
            foreach (var at in (Instant[])[start, start + Duration.FromSeconds(1), start + ((end - start) / 2), end - Duration.FromSeconds(1)])
            {
                read.OffsetAt(at).ShouldBe(interval.WallOffset, because);
                read.NameAt(at).ShouldBe(interval.Name, because);
                var local = at.InZone(zone).LocalDateTime;
                if (zone.MapLocal(local).Count == 1)
                    read.OffsetAt(local).ShouldBe(interval.WallOffset, because);
            }
        }

        // Where there are seasons, readers find a change before any moment of the span and one before that.
        var first = zone.GetZoneInterval(span.Start);
        if (first is { HasStart: true, HasEnd: true } && first.Duration < Duration.FromDays(366))
            read.Onsets.Count(onset => onset.At <= span.Start).ShouldBeGreaterThanOrEqualTo(2, because);
        read.OffsetAt(span.End).ShouldBe(zone.GetUtcOffset(span.End), because);
    }
}
