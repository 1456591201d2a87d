using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using NodaTime;

namespace Agenda.Domain.Tests.Scheduling.Conflicts;

public sealed class FreeSlotsTests
{
    private const int Programmes = 120, Minutes = 45;

    [Fact]
    public void Every_place_is_without_errors_in_the_right_order_and_none_is_missing()
    {
        var (places, hindered) = (0, 0);
        for (var seed = 0; seed < Programmes; seed++)
        {
            var timetable = CrowdedVenue.Of(seed);
            var session = timetable.Sessions[0];
            var naive = Naive(timetable, session);

            var found = FreeSlots.Of(timetable, session, new FreeSlotQuery(Minutes, int.MaxValue));

            Told(found).ShouldBe(naive.Select(place => place.Told), $"seed {seed}");
            found.Total.ShouldBe(naive.Count);
            // What stands in the way everywhere is told where there is no place because of it.
            (found.Hindrances.Count > 0).ShouldBe(Anywhere(timetable, session).Any(c => c is { Severity: Severity.Error, Rule: ConflictRule.NoChair or ConflictRule.ContributionsTooLong }), $"seed {seed}");
            Told(FreeSlots.Of(timetable, session, new FreeSlotQuery(Minutes, 5))).ShouldBe(Told(found).Take(5));
            OnlyWhatIsAskedFor(timetable, session, found);
            (places, hindered) = (places + found.Total, hindered + (found.Hindrances.Count > 0 ? 1 : 0));
        }

        // The programmes are of all kinds: with places, and with none.
        (places > 10_000, hindered > 0).ShouldBe((true, true), $"{places} places, {hindered} hindered");
    }

    private static void OnlyWhatIsAskedFor(Timetable timetable, PlannedSession session, FreeSlotList all)
    {
        var room = timetable.Rooms.Single(r => r.Room.Slug == "hall");
        var day = timetable.FirstDay.PlusDays(1);
        var asked = FreeSlots.Of(timetable, session, new FreeSlotQuery(Minutes, int.MaxValue) { Days = [day], Rooms = [room.Id] });
        asked.Best.ShouldAllBe(place => place.Room == room && place.Placement.Slot.Day == day);
        if (!session.Type.Break)
            asked.Best.Select(place => place.Placement).ShouldBe(all.Best.Where(place => place.Room == room && place.Placement.Slot.Day == day).Select(place => place.Placement), ignoreOrder: true);
    }

    private static IEnumerable<string> Told(FreeSlotList list) => list.Best.Select(place => Told(place.Placement, place.Room, place.Conflicts));

    private static string Told(Placement placement, PlannedRoom? room, IEnumerable<Conflict> conflicts) =>
        $"{placement.Slot} {room?.Room.Slug} {string.Join(' ', conflicts.Select(c => $"{c.Rule}:{c.Severity}:{c.Id}:{c.State}").Order(StringComparer.Ordinal))}";

    private static IReadOnlyList<Conflict> Anywhere(Timetable timetable, PlannedSession session) => At(timetable, session, new Placement(null, new TimeSlot(timetable.FirstDay.At(new(12, 0)), Minutes)));

    // The session moved there in a timetable of its own, and all that is wrong with it.
    private static IReadOnlyList<Conflict> At(Timetable timetable, PlannedSession session, Placement placement) =>
        ConflictCheck.Of(timetable.With(new Dictionary<SessionId, Placement?> { [session.Id] = placement }), [session.Id]).Items;

    private static List<(string Told, int[] Order)> Naive(Timetable timetable, PlannedSession session)
    {
        var rooms = timetable.Rooms.OrderBy(r => r.Room.Order).ThenBy(r => r.Room.Name, StringComparer.Ordinal).ToList<PlannedRoom?>();
        if (session.Type.Break)
            rooms = session.Room is { } present ? [null, present] : [null];
        else if (session.Room is not { Room.Virtual: true })
            rooms.RemoveAll(r => r!.Room.Virtual);

        var places = new List<(string Told, int[] Order)>();
        for (var minute = 0; minute < 3 * 24 * 60; minute++)
        {
            var start = timetable.FirstDay.AtMidnight().PlusMinutes(minute);
            if (!IsCandidate(start, timetable, session))
                continue;

            foreach (var slot in timetable.Zone.SlotsAt(start, Minutes))
            {
                foreach (var (room, place) in rooms.Select((room, place) => (room, place)))
                {
                    var placement = new Placement(room?.Id, slot);
                    var conflicts = At(timetable, session, placement);
                    if (conflicts.All(c => c.Severity != Severity.Error))
                        places.Add((Told(placement, room, conflicts), Order(timetable, session, slot, room, conflicts, place)));
                }
            }
        }

        places.Sort((a, b) => a.Order.Zip(b.Order).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0));
        return places;
    }

    private static bool IsCandidate(LocalDateTime start, Timetable timetable, PlannedSession session)
    {
        var others = timetable.Sessions.Where(s => s.Id != session.Id && s.HasTime).Select(s => (Start: s.Times!.Value.Start.LocalDateTime, End: s.Times!.Value.End.LocalDateTime)).ToList();
        if (others.Any(o => start == o.Start || start == o.End || start == o.End.PlusMinutes(timetable.Policy.ChangeOverMinutes)) || session.Slot?.LocalStart == start)
            return true;
        foreach (var hours in timetable.Rooms.SelectMany(r => r.Room.OpeningHours))
        {
            for (var day = timetable.FirstDay; day <= timetable.LastDay; day = day.PlusDays(1))
            {
                if ((hours.Day is null || hours.Day == day) && (hours.On(day).From == start || hours.On(day).Until.PlusMinutes(-Minutes) == start))
                    return true;
            }
        }

        var ofDay = others.Where(o => o.Start.Date == start.Date).ToList();
        if (ofDay.Count == 0)
            ofDay = others;
        int Minute(LocalDateTime time) => (time.Hour * 60) + time.Minute;
        var (first, last) = ofDay.Count == 0 ? (540, 1080) : (ofDay.Min(o => Minute(o.Start)), ofDay.Max(o => o.End.Date > o.Start.Date ? 1440 : Minute(o.End)));
        return Minute(start) % 15 == 0 && Minute(start) > first - 15 && Minute(start) < last;
    }

    private static int[] Order(Timetable timetable, PlannedSession session, TimeSlot slot, PlannedRoom? room, IReadOnlyList<Conflict> conflicts, int place)
    {
        var times = timetable.Zone.Resolve(slot)!.Value;
        var near = timetable.Sessions.Where(s => s.Id != session.Id && s.HasTime && s.Room is not null && session.Facts.Track is not null && s.Facts.Track == session.Facts.Track
            && s.Times!.Value.Start.ToInstant() - times.End.ToInstant() < Duration.FromMinutes(FreeSlots.TrackNearbyMinutes)
            && times.Start.ToInstant() - s.Times!.Value.End.ToInstant() < Duration.FromMinutes(FreeSlots.TrackNearbyMinutes)).ToList();
        var (seats, capacity) = (session.Facts.Seats, room?.Capacity);
        return
        [
            conflicts.Count(c => c.Severity == Severity.Warning),
            seats is null || capacity is null ? 2 : capacity < seats ? 3 : capacity > 2 * seats ? 1 : 0,
            near.Any(s => s.Room == room) ? 0 : near.Any(s => room?.Building is not null && s.Room!.Building == room.Building) ? 1 : 2,
            session.Times is not { } now ? 2 : now.Start.ToInstant() == times.Start.ToInstant() ? 0 : session.Slot!.Value.Day == slot.Day ? 1 : 2,
            conflicts.Count(c => c.Severity == Severity.Information),
            seats is null || capacity is null ? 0 : Math.Abs(capacity.Value - seats.Value),
            (int)(times.Start.ToInstant() - timetable.Zone.Resolve(new TimeSlot(timetable.FirstDay.AtMidnight(), 1))!.Value.Start.ToInstant()).TotalMinutes,
            place,
        ];
    }
}
