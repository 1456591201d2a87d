using NodaTime;

namespace Agenda.Domain.Scheduling;

/// <summary>A way to say one day of every year, as laws do: the last Sunday of March, the first Sunday on or after 2 April, 22 September.</summary>
internal sealed record YearlyPattern
{
    private const int Week = 7, ShortestFebruary = 28;

    private readonly int month;
    private readonly int day;
    private readonly IsoDayOfWeek? weekday;
    private readonly bool last;

    private YearlyPattern(int month, int day, IsoDayOfWeek? weekday, bool last = false) => (this.month, this.day, this.weekday, this.last) = (month, day, weekday, last);

    /// <summary>All patterns that a date fits, the most usual first.</summary>
    public static IEnumerable<YearlyPattern> Of(LocalDate date)
    {
        if (date.Day > DaysIn(date) - Week)
            yield return new(date.Month, 0, date.DayOfWeek, last: true);
        // Seven days across the end of a February or a year are not the same days every year.
        var weeks = Enumerable.Range(0, Week).Select(back => date.PlusDays(-back))
            .Where(start => start.Year == date.Year && (start.Month != 2 || start.Day + Week - 1 <= ShortestFebruary));
        foreach (var start in weeks.OrderBy(start => start.Day % Week == 1 && start.Day < ShortestFebruary ? 0 : 1))
            yield return new(start.Month, start.Day, date.DayOfWeek);
        if (date is not { Month: 2, Day: > ShortestFebruary })
            yield return new(date.Month, date.Day, null);
    }

    public LocalDate In(int year) => (last, weekday) switch
    {
        (true, { } wanted) => new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(wanted)),
        (_, { } wanted) => new LocalDate(year, month, day).With(DateAdjusters.NextOrSame(wanted)),
        _ => new LocalDate(year, month, day),
    };

    /// <summary>The days of the pattern that are in a month. Seven days in a row can reach into the next month, which one rule cannot say.</summary>
    public YearlyRule Rule(int inMonth, Instant? until)
    {
        if (last)
            return new(month, weekday, -1, [], until);
        if (weekday is null)
            return new(month, null, null, [day], until);
        if (day % Week == 1 && day < ShortestFebruary)
            return new(month, weekday, (day / Week) + 1, [], until);
        var week = Enumerable.Range(0, Week).Select(new LocalDate(2001, month, day).PlusDays);
        return new(inMonth, weekday, null, [.. week.Where(d => d.Month == inMonth).Select(d => d.Day)], until);
    }

    private static int DaysIn(LocalDate date) => date.Calendar.GetDaysInMonth(date.Year, date.Month);
}
