using Agenda.Api.Web;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Releases.Changes;

/// <summary>When and where a session is, was and will be.</summary>
internal static class PlanSentences
{
    public static IEnumerable<Sentence> OfAdded(PublishedSession after)
    {
        yield return after.Times is { } times
            ? Sentence.Of($"Added: {Span(times)}{Place(after.Room)}.")
            : Sentence.Of($"Added{Place(after.Room)}; the time is to be announced.");
        if (after.Cancelled)
            yield return Sentence.Ours("It is cancelled.");
    }

    public static Sentence OfRemoved(PublishedSession before) =>
        before.Times is { } times ? Sentence.Of($"Removed; it was on {Start(times, false)}{Place(before.Room)}.") : Sentence.Ours("Removed; its time was to be announced.");

    public static IEnumerable<Sentence> OfMoved(PublishedSession before, PublishedSession after, bool moved, bool roomChanged)
    {
        if (!moved)
            return roomChanged ? [Room(before, after, sameTime: after.Times is not null)] : [];

        return (before.Times, after.Times) switch
        {
            (null, null) => roomChanged ? [Room(before, after, false)] : [],
            (null, { } now) => [Sentence.Of($"Now on {Span(now)}{Place(after.Room)}; the time was to be announced.")],
            ({ } then, null) => [after.Room is null && before.Room is not null
                ? Sentence.Of($"Time and room are to be announced again; it was on {Start(then, false)}{Place(before.Room)}.")
                : Sentence.Of($"The time is to be announced again; it was on {Start(then, false)}{Place(before.Room)}."), .. roomChanged && after.Room is not null ? [Room(before, after, false)] : Array.Empty<Sentence>()],
            ({ } then, { } now) => Between(before, after, then, now, roomChanged),
        };
    }

    private static IEnumerable<Sentence> Between(PublishedSession before, PublishedSession after, SlotTimes then, SlotTimes now, bool roomChanged)
    {
        var elsewhere = roomChanged && before.Room is not null && after.Room is not null;
        var otherStart = then.Start.LocalDateTime != now.Start.LocalDateTime || then.Start.ToInstant() != now.Start.ToInstant();
        var otherLength = before.Released.Minutes != after.Released.Minutes;
        if (otherStart)
            yield return Start(before, after, then, now, elsewhere);
        if (otherLength)
            yield return Sentence.Of($"Now {after.Released.Minutes!.Value} minutes instead of {before.Released.Minutes!.Value}.");
        if (roomChanged && !(elsewhere && otherStart))
            yield return Room(before, after, sameTime: !otherStart && !otherLength);
        if (!otherStart && !otherLength)
            yield return ByTheClock(before, after, then, now);
    }

    private static Sentence Start(PublishedSession before, PublishedSession after, SlotTimes then, SlotTimes now, bool elsewhere)
    {
        var (from, to) = Names(before.Room, after.Room);
        var rest = elsewhere ? "" : before.Room is not null && before.Room.Id == after.Room?.Id ? ", same room" : "";
        if (then.Start.LocalDateTime == now.Start.LocalDateTime && then.Start.Zone.Id != now.Start.Zone.Id)
        {
            var still = Sentence.Of($"Still {Start(now, false)}, but in the time zone {now.Start.Zone.Id} instead of {then.Start.Zone.Id}");
            return elsewhere ? Sentence.Of($"{still}, and in {to} instead of {from}.") : Sentence.Of($"{still}{Sentence.Ours(rest)}.");
        }

        if (then.Start.Date != now.Start.Date)
        {
            var year = then.Start.Year != now.Start.Year;
            return elsewhere
                ? Sentence.Of($"Moved from {Start(then, year)}, {from}, to {Start(now, year)}, {to}.")
                : Sentence.Of($"Moved from {Start(then, year)} to {Start(now, year)}{Sentence.Ours(rest)}.");
        }

        // Twice the same wall time in the night in which the clocks go back.
        var clock = then.Start.Offset != now.Start.Offset;
        var day = Sentence.Ours(Wording.DayAndDate(now.Start.Date));
        return elsewhere
            ? Sentence.Of($"Moved from {Time(then.Start, clock)}, {from}, to {Time(now.Start, clock)}, {to}, on {day}.")
            : Sentence.Of($"Moved from {Time(then.Start, clock)} to {Time(now.Start, clock)} on {day}{Sentence.Ours(rest)}.");
    }

    // The wall time is the same, and yet it is another moment, or ends at another.
    private static Sentence ByTheClock(PublishedSession before, PublishedSession after, SlotTimes then, SlotTimes now)
    {
        if (then.End.LocalDateTime != now.End.LocalDateTime)
            return Sentence.Of($"Now until {Time(now.End, true)} instead of {Time(then.End, true)}.");

        return (before.Released.PublishedStart, after.Released.PublishedStart) is ({ } was, { } isNow) && was != isNow
            ? Sentence.Of($"Still {Start(now, false)}, but the rules of the time zone changed: that is {Time(isNow.InUtc(), true)} instead of {Time(was.InUtc(), true)}.")
            : Sentence.Of($"Still {Start(now, false)}.");
    }

    private static Sentence Room(PublishedSession before, PublishedSession after, bool sameTime)
    {
        var (from, to) = Names(before.Room, after.Room);
        return (before.Room, after.Room) switch
        {
            (null, _) => Sentence.Of($"The room is {to}."),
            (_, null) => Sentence.Of($"No longer in {from}; the room is to be announced."),
            _ => Sentence.Of($"Moved from {from} to {to}{Sentence.Ours(sameTime ? ", same time" : "")}."),
        };
    }

    // Rooms of two buildings are told with them: one has to know how far to walk.
    private static (string From, string To) Names(ReleasedRoom? before, ReleasedRoom? after) =>
        before is null || after is null || before.Building == after.Building ? (before?.Name ?? "", after?.Name ?? "") : (WithBuilding(before), WithBuilding(after));

    private static string WithBuilding(ReleasedRoom room) => room.Building is { } building ? $"{room.Name} ({building})" : room.Name;

    private static Sentence Place(ReleasedRoom? room) => room is null ? Sentence.Ours("") : Sentence.Of($", {room.Name}");

    private static Sentence Span(SlotTimes times)
    {
        var later = Wording.DaysLater(times) is { } days ? $" ({days})" : "";
        return Sentence.Of($"{Start(times, false)} to {Time(times.End, false)}{Sentence.Ours(later)}");
    }

    private static Sentence Start(SlotTimes times, bool year) =>
        Sentence.Of($"{Sentence.Ours(year ? Wording.Day(times.Start.Date) : Wording.DayAndDate(times.Start.Date))}, {Time(times.Start, false)}");

    private static Sentence Time(ZonedDateTime time, bool withZone) => Sentence.Ours(withZone ? $"{Wording.Time(time)} {Wording.Abbreviation(time)}" : Wording.Time(time));
}
