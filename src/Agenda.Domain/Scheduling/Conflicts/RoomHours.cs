using Agenda.Domain.Conferences;
using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>When rooms with opening hours are open, in seconds of Unix time.</summary>
internal sealed class RoomHours(ConferenceZone zone)
{
    private readonly Dictionary<(RoomId, LocalDate), (long From, long Until)[]> known = [];

    /// <summary>Whether the room is open for all of the session. Hours that touch are one: open until midnight and from then on.</summary>
    public bool AreOpen(Room room, PlannedSession session)
    {
        if (room.OpeningHours.Count == 0 || session.Times is not { } times)
            return true;

        var open = new List<(long From, long Until)>();
        // Hours of the day before may last until the next morning.
        for (var day = times.Start.Date.PlusDays(-1); day <= times.End.Date; day = day.PlusDays(1))
            open.AddRange(Of(room, day));
        open.Sort();

        var covered = session.Start;
        foreach (var (from, until) in open)
        {
            if (from <= covered && until > covered)
                covered = until;
        }

        return covered >= session.End;
    }

    private (long From, long Until)[] Of(Room room, LocalDate day)
    {
        if (!known.TryGetValue((room.Id, day), out var hours))
        {
            var ofDay = room.OpeningHours.Where(h => h.Day == day).ToList();
            known[(room.Id, day)] = hours = [.. (ofDay.Count > 0 ? ofDay : room.OpeningHours.Where(h => h.Day is null))
                .Select(h => h.On(day)).Select(h => (zone.Leniently(h.From), zone.Leniently(h.Until)))];
        }

        return hours;
    }
}
