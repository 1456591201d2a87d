using NodaTime;
using NodaTime.TimeZones;

namespace Agenda.Domain.Scheduling;

/// <summary>The moment at which a zone's clocks change.</summary>
internal sealed record ZoneOnset(Instant At, Offset From, Offset To, string Name, bool Daylight)
{
    /// <summary>The moment by the clocks before the change.</summary>
    public LocalDateTime Local { get; } = At.WithOffset(From).LocalDateTime;

    /// <summary>The change at exactly that moment, or null.</summary>
    public static ZoneOnset? Find(DateTimeZone zone, Instant at) => zone.GetZoneInterval(at) is { HasStart: true } interval && interval.Start == at
        ? new(at, Before(zone, interval)!.WallOffset, interval.WallOffset, interval.Name, IsAhead(zone, interval))
        : null;

    /// <summary>What a zone has before an interval that has a start.</summary>
    public static ZoneInterval? Before(DateTimeZone zone, ZoneInterval interval) => interval.HasStart ? zone.GetZoneInterval(interval.Start - Duration.Epsilon) : null;

    /// <summary>Whether a change at another moment is the same in all but the moment.</summary>
    public bool IsLike(ZoneOnset other) => (From, To, Name, Daylight) == (other.From, other.To, other.Name, other.Daylight);

    // Some zones, Dublin among them, call summer their standard time and winter the exception, with savings below zero. Readers expect the opposite.
    private static bool IsAhead(DateTimeZone zone, ZoneInterval interval) => interval.Savings != Offset.Zero
        ? interval.Savings > Offset.Zero
        : IsBehind(Before(zone, interval), interval) || (interval.HasEnd && IsBehind(zone.GetZoneInterval(interval.End), interval));

    private static bool IsBehind(ZoneInterval? neighbour, ZoneInterval interval) => neighbour is not null && neighbour.Savings < Offset.Zero && neighbour.WallOffset < interval.WallOffset;
}
