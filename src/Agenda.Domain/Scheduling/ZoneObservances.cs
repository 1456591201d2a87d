using NodaTime;
using NodaTime.TimeZones;

namespace Agenda.Domain.Scheduling;

/// <summary>
/// The changes of the clocks that tell what a zone's time is at every instant of a span (RFC 5545 §3.6.5). They depend on the zone data and the span only.
/// </summary>
public static class ZoneObservances
{
    /// <summary>Years after which the calendar repeats its weekdays: a rule that holds so long beyond the span is one without an end.</summary>
    private const int YearsBeyond = 28;

    private static readonly Duration LongestSeason = Duration.FromDays(366);

    private static readonly LocalDate Usual = new(1970, 1, 1), Ancient = new(1601, 1, 1);

    /// <summary>The observances in order of their first change. The first one begins at or before the span does, and so does the one before it where there are seasons.</summary>
    /// <exception cref="InvalidOperationException">The span has no start or no end.</exception>
    public static IReadOnlyList<ZoneObservance> Of(DateTimeZone zone, Interval span)
    {
        var lastYear = span.End.InUtc().Year + YearsBeyond;
        var oldest = span.Start.InUtc().Date > Usual ? Usual : Ancient;
        var (found, told) = (new List<ZoneObservance>(), new HashSet<Instant>());
        for (var interval = First(zone, span.Start); ; interval = zone.GetZoneInterval(interval.End))
        {
            if (!interval.HasStart || interval.Start.InUtc().Date < oldest)
            {
                found.Add(new(oldest.AtMidnight(), interval.WallOffset, interval.WallOffset, interval.Name, Daylight: false));
            }
            else if (!told.Contains(interval.Start))
            {
                var series = YearlySeries.Longest(zone, ZoneOnset.Find(zone, interval.Start)!, lastYear);
                told.UnionWith(series.Onsets.Select(onset => onset.At));
                found.AddRange(series.Observances());
            }

            if (!interval.HasEnd || interval.End > span.End)
                return WithStandard([.. found.OrderBy(o => o.Start)]);
        }
    }

    // Readers look for the change before the one that they are after, so a season brings the one before it.
    private static ZoneInterval First(DateTimeZone zone, Instant start)
    {
        var interval = zone.GetZoneInterval(start);
        var isSeason = interval is { HasStart: true, HasEnd: true } && interval.Duration <= LongestSeason;
        return isSeason ? ZoneOnset.Before(zone, interval)! : interval;
    }

    // Time that is ahead of nothing told here is standard time. Some readers fail without one.
    private static IReadOnlyList<ZoneObservance> WithStandard(IReadOnlyList<ZoneObservance> observances)
    {
        if (observances.Any(o => !o.Daylight))
            return observances;
        var lowest = observances.Min(o => o.To);
        return [.. observances.Select(o => o.To == lowest ? o with { Daylight = false } : o)];
    }
}
