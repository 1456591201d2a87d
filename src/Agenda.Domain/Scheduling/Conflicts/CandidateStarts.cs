using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// When a session could start on a day: when other sessions do; when they end, and a change-over later; when any room opens, and so that it is over when
/// one closes; and every quarter of an hour from the first start to the last end of the day. A day without sessions is taken to be like the others.
/// </summary>
internal sealed class CandidateStarts
{
    private const int Grid = 15, MinutesOfDay = 24 * 60, UsualFrom = 9 * 60, UsualUntil = 18 * 60;

    private readonly Dictionary<LocalDate, SortedSet<LocalDateTime>> known = [];
    private readonly Dictionary<LocalDate, (int From, int Until)> spans = [];

    public CandidateStarts(Timetable timetable, PlannedSession session, int minutes, IEnumerable<LocalDate> days)
    {
        var changeOver = timetable.Policy.ChangeOverMinutes;
        foreach (var other in timetable.InOrder.Where(other => other.Id != session.Id))
        {
            var (start, end) = (other.Times!.Value.Start.LocalDateTime, other.Times!.Value.End.LocalDateTime);
            foreach (var time in (ReadOnlySpan<LocalDateTime>)[start, end, end.PlusMinutes(changeOver)])
                Add(time);
            Widen(start.Date, Minute(start), end.Date > start.Date ? MinutesOfDay : Minute(end));
        }

        if (session.Slot is { } now)
            Add(now.LocalStart);
        var usual = spans.Count == 0 ? (From: UsualFrom, Until: UsualUntil) : (From: spans.Values.Min(s => s.From), Until: spans.Values.Max(s => s.Until));
        var hours = timetable.Rooms.SelectMany(r => r.Room.OpeningHours).Distinct().ToList();
        foreach (var day in days)
        {
            var (from, until) = spans.GetValueOrDefault(day, usual);
            for (var minute = from - (from % Grid); minute < until; minute += Grid)
                Add(day.AtMidnight().PlusMinutes(minute));
            foreach (var (opens, closes) in hours.Where(h => h.Day is null || h.Day == day).Select(h => h.On(day)))
            {
                Add(opens);
                Add(closes.PlusMinutes(-minutes));
            }
        }
    }

    /// <summary>In order.</summary>
    public IEnumerable<LocalDateTime> On(LocalDate day) => known.TryGetValue(day, out var starts) ? starts : [];

    private void Add(LocalDateTime start)
    {
        if (start.Second != 0 || start.Date < Limits.Earliest || start.Date > Limits.Latest)
            return;
        if (!known.TryGetValue(start.Date, out var starts))
            known[start.Date] = starts = [];
        starts.Add(start);
    }

    private void Widen(LocalDate day, int from, int until)
    {
        var (first, last) = spans.GetValueOrDefault(day, (from, until));
        spans[day] = (Math.Min(first, from), Math.Max(last, until));
    }

    private static int Minute(LocalDateTime time) => (time.Hour * 60) + time.Minute;
}
