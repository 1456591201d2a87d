using NodaTime;

namespace Agenda.Domain.MyAgendas;

/// <summary>Two starred sessions that are at the same time, and for how long.</summary>
public readonly record struct StarClash(SessionId First, SessionId Second, Interval Overlap)
{
    /// <summary>All pairs that overlap; sessions that only touch do not. In order of time.</summary>
    public static IReadOnlyList<StarClash> Among(IEnumerable<(SessionId Session, Interval Time)> starred)
    {
        var clashes = new List<StarClash>();
        var going = new List<(SessionId Session, Interval Time)>();
        foreach (var next in starred.OrderBy(s => s.Time.Start).ThenBy(s => s.Time.End).ThenBy(s => s.Session.Value))
        {
            going.RemoveAll(s => s.Time.End <= next.Time.Start);
            clashes.AddRange(going.Select(s => new StarClash(s.Session, next.Session, new(next.Time.Start, Instant.Min(s.Time.End, next.Time.End)))));
            going.Add(next);
        }

        return clashes;
    }
}
