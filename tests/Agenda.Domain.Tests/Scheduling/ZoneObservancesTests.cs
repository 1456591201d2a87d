using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Domain.Tests.Scheduling;

/// <summary>What the observances mean at every change of every zone is checked where they are written, by reading the text back.</summary>
public sealed class ZoneObservancesTests
{
    [Fact]
    public void Calls_the_season_daylight_time_in_which_the_clocks_are_ahead()
    {
        var dublin = Of("Europe/Dublin", Instant.FromUtc(2027, 7, 12, 9, 0));
        dublin.Select(o => (o.Name, o.Daylight, o.To)).ShouldBe([("GMT", false, Offset.Zero), ("IST", true, Offset.FromHours(1))]);
        dublin.ShouldAllBe(o => o.Yearly!.Nth == -1 && o.Yearly.Weekday == IsoDayOfWeek.Sunday && o.Yearly.Until == null);
    }

    [Fact]
    public void Tells_the_season_before_the_one_that_the_span_is_in() =>
        Of("America/New_York", Instant.FromUtc(2027, 7, 12, 9, 0)).Select(o => o.Start).ShouldBe([new(2026, 11, 1, 2, 0), new(2027, 3, 14, 2, 0)]);

    [Fact]
    public void Ends_a_rule_where_the_zone_data_do()
    {
        var vancouver = Of("America/Vancouver", Instant.FromUtc(2024, 7, 12, 9, 0));
        vancouver.Select(o => o.Yearly!.Until).ShouldBe([Instant.FromUtc(2025, 11, 3, 9, 0), Instant.FromUtc(2026, 3, 9, 10, 0)]);
    }

    [Fact]
    public void Has_no_rule_for_a_zone_that_stays_as_it_is() =>
        Of("Asia/Kathmandu", Instant.FromUtc(2027, 7, 12, 9, 0)).ShouldBe(
            [new ZoneObservance(new(1986, 1, 1, 0, 0), Offset.FromHoursAndMinutes(5, 30), Offset.FromHoursAndMinutes(5, 45), "+0545", Daylight: false)]);

    [Fact]
    public void Tells_a_change_at_the_very_end_of_the_span()
    {
        var end = Instant.FromUtc(2026, 9, 20, 2, 0);
        var change = DateTimeZoneProviders.Tzdb["Africa/Casablanca"].GetZoneInterval(end + Duration.FromDays(1)).Start;
        ZoneObservances.Of(DateTimeZoneProviders.Tzdb["Africa/Casablanca"], new(change - Duration.FromDays(2), change)).ShouldContain(o => o.Start.WithOffset(o.From).ToInstant() == change);
        ZoneObservances.Of(DateTimeZoneProviders.Tzdb["Africa/Casablanca"], new(change - Duration.FromDays(2), change - Duration.FromSeconds(1))).ShouldNotContain(o => o.Start.WithOffset(o.From).ToInstant() == change);
    }

    [Fact]
    public void Wants_a_span_with_both_ends() =>
        Should.Throw<InvalidOperationException>(() => ZoneObservances.Of(DateTimeZone.Utc, new Interval(Instant.FromUtc(2027, 1, 1, 0, 0), null)));

    private static IReadOnlyList<ZoneObservance> Of(string zone, Instant start) => ZoneObservances.Of(DateTimeZoneProviders.Tzdb[zone], new(start, start + Duration.FromDays(3)));
}
