using NodaTime;

namespace Agenda.Domain.Scheduling;

/// <summary>
/// A start as wall time of the conference and a length in minutes, half-open: a session that ends at 10:00 does not meet one that starts
/// then. <see cref="Offset"/> is said only where the zone has that hour twice.
/// </summary>
public readonly record struct TimeSlot
{
    public const int ShortestMinutes = 1;

    /// <summary>Seven days: exhibitions stand as long as a conference.</summary>
    public const int LongestMinutes = 7 * 24 * 60;

    public TimeSlot(LocalDateTime localStart, int minutes, Offset? offset = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, ShortestMinutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, LongestMinutes);
        ArgumentOutOfRangeException.ThrowIfLessThan(localStart.Date, Limits.Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(localStart.Date, Limits.Latest);
        LocalStart = localStart;
        Minutes = minutes;
        Offset = offset;
    }

    public LocalDateTime LocalStart { get; }

    public int Minutes { get; }

    public Offset? Offset { get; }

    /// <summary>The conference day that the slot belongs to: the one on which it starts.</summary>
    public LocalDate Day => LocalStart.Date;
}
