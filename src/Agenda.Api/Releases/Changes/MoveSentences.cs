using Agenda.Api.Web;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;

namespace Agenda.Api.Releases.Changes;

/// <summary>That a session begins at another time, and whether in the same room.</summary>
internal static class MoveSentences
{
    private enum Where
    {
        Unsaid,
        SameRoom,
        OtherRoom,
    }

    /// <param name="before">As it was.</param>
    /// <param name="after">As it is now.</param>
    /// <param name="then">When it was.</param>
    /// <param name="now">When it is.</param>
    /// <param name="elsewhere">From one room to another at the same time.</param>
    public static Sentence Of(PublishedSession before, PublishedSession after, SlotTimes then, SlotTimes now, bool elsewhere)
    {
        var (from, to) = PlanSentences.Names(before.Room, after.Room);
        var where = elsewhere ? Where.OtherRoom : before.Room is not null && before.Room.Id == after.Room?.Id ? Where.SameRoom : Where.Unsaid;
        if (then.Start.LocalDateTime == now.Start.LocalDateTime && then.Start.Zone.Id != now.Start.Zone.Id)
            return InOtherZone(where, then, now, from, to);

        return then.Start.Date == now.Start.Date ? OnTheSameDay(where, then, now, from, to) : OnAnotherDay(where, then, now, from, to);
    }

    private static Sentence InOtherZone(Where where, SlotTimes then, SlotTimes now, string from, string to)
    {
        var (still, isIn, wasIn) = (PlanSentences.Start(now, false), now.Start.Zone.Id, then.Start.Zone.Id);
        return where switch
        {
            Where.OtherRoom => Sentence.Of(() => ChangeWords.StillInOtherZoneOtherRoom, still, isIn, wasIn, to, from),
            Where.SameRoom => Sentence.Of(() => ChangeWords.StillInOtherZoneSameRoom, still, isIn, wasIn),
            _ => Sentence.Of(() => ChangeWords.StillInOtherZone, still, isIn, wasIn),
        };
    }

    private static Sentence OnAnotherDay(Where where, SlotTimes then, SlotTimes now, string from, string to)
    {
        var year = then.Start.Year != now.Start.Year;
        var (was, isNow) = (PlanSentences.Start(then, year), PlanSentences.Start(now, year));
        return where switch
        {
            Where.OtherRoom => Sentence.Of(() => ChangeWords.MovedDayOtherRoom, was, from, isNow, to),
            Where.SameRoom => Sentence.Of(() => ChangeWords.MovedDaySameRoom, was, isNow),
            _ => Sentence.Of(() => ChangeWords.MovedDay, was, isNow),
        };
    }

    private static Sentence OnTheSameDay(Where where, SlotTimes then, SlotTimes now, string from, string to)
    {
        // Twice the same wall time in the night in which the clocks go back.
        var clock = then.Start.Offset != now.Start.Offset;
        var (was, isNow, day) = (PlanSentences.Time(then.Start, clock), PlanSentences.Time(now.Start, clock), PlanSentences.Day(now.Start, false));
        return where switch
        {
            Where.OtherRoom => Sentence.Of(() => ChangeWords.MovedTimeOtherRoom, was, from, isNow, to, day),
            Where.SameRoom => Sentence.Of(() => ChangeWords.MovedTimeSameRoom, was, isNow, day),
            _ => Sentence.Of(() => ChangeWords.MovedTime, was, isNow, day),
        };
    }
}
