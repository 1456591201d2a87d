using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Agenda.Domain.Scheduling;

/// <summary>Everything that placing a session can be refused for.</summary>
public static class SchedulingRefusals
{
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static Refusal Skipped(LocalDateTime start, string zone) =>
        new("time-skipped", $"{Wall.Format(start)} does not exist in {zone}: the clocks go forward over it.");

    public static Refusal Repeated(LocalDateTime start, string zone, ZoneLocalMapping mapping) =>
        new("time-repeated", $"{Wall.Format(start)} comes twice in {zone}: say the offset, {Say(mapping.First().Offset)} for the first or {Say(mapping.Last().Offset)} for the second.");

    public static Refusal OtherOffset(LocalDateTime start, Offset said, string zone, ZoneLocalMapping mapping) =>
        new("offset-does-not-apply", $"{zone} is not at {Say(said)} on {Wall.Format(start)}, but at {string.Join(" or ", new[] { mapping.First().Offset, mapping.Last().Offset }.Distinct().Select(Say))}.");

    public static Refusal UnknownRoom(string room) => new("unknown-room", $"The conference has no room \"{room}\".");

    public static Refusal UnknownSession(Guid session) => new("unknown-session", $"The conference has no session {session}.");

    public static Refusal NothingToUndo() => new("nothing-to-undo", "There is no edit of yours that can be taken back: none was made in the last 30 days, or all are taken back already.");

    public static Refusal TouchedSince() => new("touched-since", "Sessions of your last edit were edited again since. Nothing was taken back; \"touched\" says which, by whom, when and how.");

    public static Refusal RoomRemoved(string session) => new("room-removed", $"The room in which {session} was before has been removed.");


    private static string Say(Offset offset) => offset.ToString("m", CultureInfo.InvariantCulture);
}
