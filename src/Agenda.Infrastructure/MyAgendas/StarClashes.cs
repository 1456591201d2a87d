using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.MyAgendas;

/// <summary>What moving sessions does to those who starred them.</summary>
public static class StarClashes
{
    /// <summary>How many attendees starred sessions that are not at the same time now and would be after the moves. Breaks and what is cancelled or a draft do not count.</summary>
    public static async Task<int> NewlyAsync(AgendaDbContext db, ConferenceZone zone, IReadOnlyDictionary<SessionId, Placement?> moves, CancellationToken cancellation)
    {
        var moved = moves.Keys.ToList();
        var pairs = await (
            from star in db.Stars.AsNoTracking()
            where EF.Parameter(moved).Contains(star.SessionId)
            join other in db.Stars on star.MyAgendaId equals other.MyAgendaId
            where other.SessionId != star.SessionId && other.ConferenceId == star.ConferenceId
            select new { Moved = star.SessionId, Other = other.SessionId }).Distinct().ToListAsync(cancellation);
        if (pairs.Count == 0)
            return 0;

        var named = pairs.SelectMany(p => new[] { p.Moved, p.Other }).Distinct().ToList();
        var sessions = await db.Sessions.AsNoTracking().Where(s => EF.Parameter(named).Contains(s.Id) && s.Status == SessionStatus.Confirmed)
            .Where(s => !db.SessionTypes.Any(t => t.Id == s.TypeId && t.Break))
            .Select(s => new { s.Id, s.LocalStart, s.Minutes, s.StartOffset }).ToDictionaryAsync(s => s.Id, cancellation);
        var before = sessions.Values.ToDictionary(s => s.Id, s => s is { LocalStart: { } start, Minutes: { } minutes } ? Time(zone, new TimeSlot(start, minutes, s.StartOffset)) : null);
        var after = before.ToDictionary(s => s.Key, s => moves.TryGetValue(s.Key, out var placement) ? Time(zone, placement?.Slot) : s.Value);

        var attendees = new HashSet<MyAgendaId>();
        foreach (var clashing in pairs.Where(p => Overlap(after, p.Moved, p.Other) && !Overlap(before, p.Moved, p.Other)).GroupBy(p => p.Moved, p => p.Other))
        {
            var others = clashing.ToList();
            attendees.UnionWith(await db.Stars.AsNoTracking()
                .Where(s => s.SessionId == clashing.Key && db.Stars.Any(o => o.MyAgendaId == s.MyAgendaId && EF.Parameter(others).Contains(o.SessionId)))
                .Select(s => s.MyAgendaId).ToListAsync(cancellation));
        }

        return attendees.Count;
    }

    private static Interval? Time(ConferenceZone zone, TimeSlot? slot) =>
        slot is { } at && zone.Resolve(at) is { } times ? new Interval(times.Start.ToInstant(), times.End.ToInstant()) : null;

    private static bool Overlap(Dictionary<SessionId, Interval?> times, SessionId a, SessionId b) =>
        times.GetValueOrDefault(a) is { } first && times.GetValueOrDefault(b) is { } second && first.Start < second.End && second.Start < first.End;
}
