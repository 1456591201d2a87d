using NodaTime;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// The places in which a session would have no error. Times at which its people or other sessions stand against it are dropped before rooms are looked
/// at, and rooms that are taken before anything else is; what is left is checked by the rules themselves.
/// </summary>
public sealed class FreeSlots
{
    /// <summary>How far off, before or after, another session of a track is still nearby.</summary>
    public const int TrackNearbyMinutes = 90;

    private readonly Timetable timetable;
    private readonly PlannedSession session;
    private readonly FreeSlotQuery query;
    private readonly FoundConflicts found;
    private readonly List<PlannedRoom?> rooms;
    private readonly Stretches?[] taken;
    private readonly Stretches[] tracksInRoom, tracksInBuilding;

    private FreeSlots(Timetable timetable, PlannedSession session, FreeSlotQuery query)
    {
        (this.timetable, this.session, this.query) = (timetable, session, query);
        found = new FoundConflicts(timetable.Policy, ConflictCheck.Most);
        rooms = RoomsToTry();
        taken = [.. rooms.Select(Taken)];
        var ofTrack = session.Facts.Track is not { } track ? [] : timetable.InOrder.Where(other => other.Id != session.Id && other.Facts.Track == track && other.Room is not null).ToList();
        tracksInRoom = [.. rooms.Select(room => Around(ofTrack.Where(other => other.Room!.Id == room?.Id)))];
        tracksInBuilding = [.. rooms.Select(room => Around(ofTrack.Where(other => room?.Building is { } building && other.Room!.Building == building)))];
    }

    public static FreeSlotList Of(Timetable timetable, PlannedSession session, FreeSlotQuery query) => new FreeSlots(timetable, session, query).List();

    private FreeSlotList List()
    {
        if (Hindrances() is { Count: > 0 } hindrances)
            return new([], 0, hindrances);

        var ranked = new List<(SlotRank Rank, TimeSlot Slot, int Room)>();
        var days = query.Days.Count > 0 ? query.Days.Distinct().Order().ToList() : [.. Days()];
        var starts = new CandidateStarts(timetable, session, query.Minutes, days);
        foreach (var slot in days.SelectMany(starts.On).SelectMany(start => timetable.Zone.SlotsAt(start, query.Minutes)))
        {
            // Without a room: what its people, its constraints and the day say is the same in all of them.
            var (isFree, somewhere) = Try(null, slot);
            if (!isFree && found.ToList().Items.Any(c => c.Severity == Severity.Error && c.Rule != ConflictRule.NoRoom))
                continue;

            for (var room = 0; room < rooms.Count; room++)
            {
                if (taken[room] is { } times && times.Meet(somewhere.Start, somewhere.End))
                    continue;
                if (Try(rooms[room], slot) is (true, var tried))
                    ranked.Add((RankOf(tried, room), slot, room));
            }
        }

        ranked.Sort((a, b) => a.Rank.CompareTo(b.Rank));
        return new([.. ranked.Take(query.Most).Select(place => Tell(place.Rank, place.Slot, rooms[place.Room]))], ranked.Count, []);
    }

    private (bool IsFree, PlannedSession Tried) Try(PlannedRoom? room, TimeSlot slot)
    {
        var tried = timetable.Tried(session, new Placement(room?.Id, slot));
        found.Clear();
        ConflictCheck.Try(timetable, tried, found);
        return (!found.Has(Severity.Error), tried);
    }

    private SlotRank RankOf(PlannedSession tried, int room)
    {
        var (seats, spare) = Seats(tried.Room);
        SlotReason? track = tracksInRoom[room].Meet(tried.Start, tried.End) ? SlotReason.TrackInRoom : tracksInBuilding[room].Meet(tried.Start, tried.End) ? SlotReason.TrackInBuilding : null;
        return new(found.Count(Severity.Warning), seats, track, Nearness(tried), found.Count(Severity.Information), spare, tried.Start, room);
    }

    private FreeSlot Tell(SlotRank rank, TimeSlot slot, PlannedRoom? room)
    {
        var (_, tried) = Try(room, slot);
        var isUnchanged = session.HasTime && session.Start == tried.Start && session.End == tried.End && session.Room?.Id == room?.Id;
        var reasons = new SlotReason?[] { isUnchanged ? SlotReason.Unchanged : null, rank.Warnings == 0 ? SlotReason.NoWarnings : SlotReason.Warnings, rank.Seats, rank.Track, rank.Nearness };
        return new(new Placement(room?.Id, slot), room, [.. reasons.OfType<SlotReason>()], found.ToList().Items);
    }

    private (SlotReason Seats, int Spare) Seats(PlannedRoom? room)
    {
        if (session.Facts.Seats is not { } needed || room?.Capacity is not { } capacity)
            return (SlotReason.SeatsUnknown, 0);
        return capacity < needed ? (SlotReason.RoomTooSmall, needed - capacity)
            : (capacity > 2L * needed ? SlotReason.RoomMuchLarger : SlotReason.SeatsFit, capacity - needed);
    }

    private SlotReason? Nearness(PlannedSession tried) =>
        !session.HasTime ? null : session.Start == tried.Start ? SlotReason.SameTime : session.Slot!.Value.Day == tried.Slot!.Value.Day ? SlotReason.SameDay : null;

    // No place mends these.
    private IReadOnlyList<Conflict> Hindrances()
    {
        Try(null, new TimeSlot(timetable.FirstDay.AtMidnight(), query.Minutes));
        return [.. found.ToList().Items.Where(c => c is { Severity: Severity.Error, Rule: ConflictRule.NoChair or ConflictRule.ContributionsTooLong })];
    }

    private List<PlannedRoom?> RoomsToTry()
    {
        var inOrder = timetable.Rooms.OrderBy(r => r.Room.Order).ThenBy(r => r.Room.Name, StringComparer.Ordinal).ThenBy(r => r.Room.Slug, StringComparer.Ordinal).ToList<PlannedRoom?>();
        if (query.Rooms.Count > 0)
            return [.. inOrder.Where(r => query.Rooms.Contains(r!.Id))];
        if (session.Type.Break || inOrder.Count == 0)
            return session.Room is { } present ? [null, present] : [null];
        return session.Room is { Room.Virtual: true } ? inOrder : [.. inOrder.Where(r => !r!.Room.Virtual)];
    }

    // Null where the room cannot be taken by others, or that is no error.
    private Stretches? Taken(PlannedRoom? room)
    {
        if (room is null || session.Type.Break || found.SeverityOf(ConflictRule.RoomDoubleBooked) != Severity.Error)
            return null;

        var schedules = room.Places.Where(timetable.Places.ContainsKey).Select(place => timetable.Places[place]);
        var others = schedules.SelectMany(schedule => session.Type.Parallel ? schedule.Alone : schedule.Alone.Concat(schedule.Parallel));
        return new Stretches(others.Where(other => other.Id != session.Id).Select(other => (other.Start, other.End)));
    }

    private static Stretches Around(IEnumerable<PlannedSession> sessions) =>
        new(sessions.Select(s => (s.Start - (TrackNearbyMinutes * 60), s.End + (TrackNearbyMinutes * 60))));

    private IEnumerable<LocalDate> Days()
    {
        for (var day = timetable.FirstDay; day <= timetable.LastDay; day = day.PlusDays(1))
            yield return day;
    }
}
