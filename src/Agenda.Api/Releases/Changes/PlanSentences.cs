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
        yield return (after.Times, after.Room) switch
        {
            ({ } times, var room) => Sentence.Of(() => ChangeWords.Added, In(room, Span(times))),
            (null, { } room) => Sentence.Of(() => ChangeWords.AddedInRoom, room.Name),
            _ => Sentence.Of(() => ChangeWords.AddedWithoutTime),
        };
        if (after.Cancelled)
            yield return Sentence.Of(() => ChangeWords.ItIsCancelled);
    }

    public static Sentence OfRemoved(PublishedSession before) => before.Times is { } times
        ? Sentence.Of(() => ChangeWords.Removed, In(before.Room, Start(times, false)))
        : Sentence.Of(() => ChangeWords.RemovedWithoutTime);

    public static IEnumerable<Sentence> OfMoved(PublishedSession before, PublishedSession after, bool moved, bool roomChanged)
    {
        if (!moved)
            return roomChanged ? [Room(before, after, sameTime: after.Times is not null)] : [];

        return (before.Times, after.Times) switch
        {
            (null, null) => roomChanged ? [Room(before, after, false)] : [],
            (null, { } now) => [Sentence.Of(() => ChangeWords.NowOn, In(after.Room, Span(now)))],
            ({ } then, null) => [Open(before, after, then), .. roomChanged && after.Room is not null ? [Room(before, after, false)] : Array.Empty<Sentence>()],
            ({ } then, { } now) => Between(before, after, then, now, roomChanged),
        };
    }

    private static Sentence Open(PublishedSession before, PublishedSession after, SlotTimes then)
    {
        var was = In(before.Room, Start(then, false));
        return after.Room is null && before.Room is not null ? Sentence.Of(() => ChangeWords.TimeAndRoomOpen, was) : Sentence.Of(() => ChangeWords.TimeOpen, was);
    }

    private static IEnumerable<Sentence> Between(PublishedSession before, PublishedSession after, SlotTimes then, SlotTimes now, bool roomChanged)
    {
        var elsewhere = roomChanged && before.Room is not null && after.Room is not null;
        var otherStart = then.Start.LocalDateTime != now.Start.LocalDateTime || then.Start.ToInstant() != now.Start.ToInstant();
        var otherLength = before.Released.Minutes != after.Released.Minutes;
        if (otherStart)
            yield return MoveSentences.Of(before, after, then, now, elsewhere);
        if (otherLength)
            yield return Sentence.Of(() => ChangeWords.MinutesInstead, after.Released.Minutes!.Value, before.Released.Minutes!.Value);
        if (roomChanged && !(elsewhere && otherStart))
            yield return Room(before, after, sameTime: !otherStart && !otherLength);
        if (!otherStart && !otherLength)
            yield return ByTheClock(before, after, then, now);
    }

    // The wall time is the same, and yet it is another moment, or ends at another.
    private static Sentence ByTheClock(PublishedSession before, PublishedSession after, SlotTimes then, SlotTimes now)
    {
        if (then.End.LocalDateTime != now.End.LocalDateTime)
            return Sentence.Of(() => ChangeWords.UntilInstead, Time(now.End, true), Time(then.End, true));

        return (before.Released.PublishedStart, after.Released.PublishedStart) is ({ } was, { } isNow) && was != isNow
            ? Sentence.Of(() => ChangeWords.StillByOtherRules, Start(now, false), Time(isNow.InUtc(), true), Time(was.InUtc(), true))
            : Sentence.Of(() => ChangeWords.Still, Start(now, false));
    }

    private static Sentence Room(PublishedSession before, PublishedSession after, bool sameTime)
    {
        var (from, to) = Names(before.Room, after.Room);
        return (before.Room, after.Room) switch
        {
            (null, _) => Sentence.Of(() => ChangeWords.RoomIs, to),
            (_, null) => Sentence.Of(() => ChangeWords.NoLongerIn, from),
            _ => sameTime ? Sentence.Of(() => ChangeWords.RoomMovedSameTime, from, to) : Sentence.Of(() => ChangeWords.RoomMoved, from, to),
        };
    }

    /// <summary>Rooms of two buildings are told with them: one has to know how far to walk.</summary>
    public static (string From, string To) Names(ReleasedRoom? before, ReleasedRoom? after) =>
        before is null || after is null || before.Building == after.Building ? (before?.Name ?? "", after?.Name ?? "") : (WithBuilding(before), WithBuilding(after));

    /// <summary>"Monday 8 January, 14:00".</summary>
    public static Sentence Start(SlotTimes times, bool year) => Sentence.Of(() => ChangeWords.ListComma, Day(times.Start, year), Time(times.Start, false));

    public static Sentence Day(ZonedDateTime time, bool year) => year ? Sentence.Of(time.Date, Wording.Day) : Sentence.Of(time.Date, Wording.DayAndDate);

    public static Sentence Time(ZonedDateTime time, bool withZone) => withZone ? Sentence.Of(time, t => $"{Wording.Time(t)} {Wording.Abbreviation(t)}") : Sentence.Of(time, Wording.Time);

    private static string WithBuilding(ReleasedRoom room) => room.Building is { } building ? $"{room.Name} ({building})" : room.Name;

    private static Sentence In(ReleasedRoom? room, Sentence when) => room is null ? when : Sentence.Of(() => ChangeWords.ListComma, when, room.Name);

    private static Sentence Span(SlotTimes times) => Wording.DaysLater(times) is null
        ? Sentence.Of(() => ChangeWords.TimeSpan, Start(times, false), Time(times.End, false))
        : Sentence.Of(() => ChangeWords.TimeSpanDaysLater, Start(times, false), Time(times.End, false), Sentence.Of(times, t => Wording.DaysLater(t)!));
}
