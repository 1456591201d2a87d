using NodaTime;

namespace Agenda.Domain.Scheduling;

/// <summary>A change of a zone's clocks, once or every year: what VTIMEZONE calls an observance (RFC 5545 §3.6.5).</summary>
/// <param name="Start">The first change, told by the clocks before it.</param>
/// <param name="From">The offset before the change.</param>
/// <param name="To">The offset from the change on.</param>
/// <param name="Name">The abbreviation from the change on, such as "IST".</param>
/// <param name="Daylight">Whether the clocks are then ahead of those of the other season, whatever the zone data calls it.</param>
/// <param name="Yearly">On which days the change returns; null for a change that does not.</param>
public sealed record ZoneObservance(LocalDateTime Start, Offset From, Offset To, string Name, bool Daylight, YearlyRule? Yearly = null);

/// <summary>One day of every year: the nth weekday of a month, the weekday among some of its days, or a date.</summary>
/// <param name="Weekday">Null for a date.</param>
/// <param name="Nth">1 to 4, or -1 for the last; null where the days say which.</param>
/// <param name="Days">Days of the month that may be meant; empty where <paramref name="Nth"/> says which.</param>
/// <param name="Until">When the zone data end the rule: later than its last day and earlier than the next would be. Null while they do not.</param>
public sealed record YearlyRule(int Month, IsoDayOfWeek? Weekday, int? Nth, IReadOnlyList<int> Days, Instant? Until);
