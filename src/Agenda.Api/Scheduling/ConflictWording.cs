using System.Globalization;
using Agenda.Domain.Scheduling.Conflicts;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Scheduling;

/// <summary>Conflicts in plain sentences, in the conference's time.</summary>
internal static class ConflictWording
{
    private static readonly LocalDateTimePattern Start = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <param name="conflict">What is wrong.</param>
    /// <param name="person">The name of the person whom it is about, if any.</param>
    public static string Of(Conflict conflict, string? person)
    {
        var (first, second) = (conflict.First, conflict.Second!);
        return conflict.Rule switch
        {
            ConflictRule.RoomDoubleBooked => SharesRoom(first, second)
                ? $"{first.Code} and {second.Code} are both in {Room(first)} {Overlap(first, second)}."
                : $"{first.Code} in {Room(first)} and {second.Code} in {Room(second)} are in the same place {Overlap(first, second)}.",
            ConflictRule.PersonDoubleBooked => $"{person} {Does(conflict, first)} {first.Code} and {Does(conflict, second)} {second.Code} {Overlap(first, second)}.",
            ConflictRule.PersonUnavailable => $"{person} {Does(conflict, first)} {first.Code} on {When(first)} and cannot be there then.",
            ConflictRule.OutsideConference => $"{first.Code}, on {When(first)}, is outside the days of the conference.",
            ConflictRule.RoomClosed => $"{Room(first)} is not open for all of {first.Code}, on {When(first)}.",
            ConflictRule.RoomTooSmall => $"{first.Code} needs {Said(first.Facts.Seats)} seats; {Room(first)} has {Said(first.Room?.Capacity)}.",
            ConflictRule.NoRoom => $"{first.Code} has no room.",
            ConflictRule.NoSlot => $"{first.Code} has no time.",
            ConflictRule.NoChair => $"{first.Code} has no chair.",
            ConflictRule.TimeUnresolved => $"The clocks of the conference do not show {Start.Format(first.Slot!.Value.LocalStart)}, the start of {first.Code}, exactly once.",
            ConflictRule.ContributionsTooLong => $"The contributions of {first.Code} take {Said(first.Facts.ContributionMinutes)} minutes; it has {Said(first.Slot?.Minutes)}.",
            ConflictRule.ChangeOverTooShort => $"{Said(Gap(first, second))} minutes lie between {first.Code} and {second.Code} in {Room(first)}.",
            ConflictRule.WalkTooShort => $"{person} has {Said(Gap(first, second))} minutes to get from {first.Code} in {Room(first)} to {second.Code} in {Room(second)}.",
            ConflictRule.NotTogether => $"{first.Code} and {second.Code} must not run at the same time and do, {Overlap(first, second)}.",
            ConflictRule.MustFollow => $"{second.Code} must follow {first.Code} and starts on {When(second)}, before that has ended.",
            ConflictRule.ZoneRulesChanged => $"By new rules of the time zone, {first.Code} starts at another moment than when it was published.",
            _ => throw new NotSupportedException($"{conflict.Rule} has no words yet."),
        };
    }

    private static bool SharesRoom(PlannedSession first, PlannedSession second) => first.Room!.Id == second.Room!.Id;

    private static string Room(PlannedSession session) => session.Room?.Room.Name ?? "no room";

    private static string Does(Conflict conflict, PlannedSession session)
    {
        var roles = session.People.First(p => p.Person == conflict.Person).Roles;
        return roles.HasFlag(ProgrammeRoles.Chair) ? "chairs"
            : roles.HasFlag(ProgrammeRoles.Presenter) ? "presents in"
            : roles.HasFlag(ProgrammeRoles.Discussant) ? "discusses in"
            : "is an author in";
    }

    private static string When(PlannedSession session) => Start.Format(session.Times!.Value.Start.LocalDateTime);

    private static string Overlap(PlannedSession first, PlannedSession second)
    {
        var (one, other) = (first.Times!.Value, second.Times!.Value);
        var from = ZonedDateTime.Comparer.Instant.Compare(one.Start, other.Start) >= 0 ? one.Start : other.Start;
        var until = ZonedDateTime.Comparer.Instant.Compare(one.End, other.End) <= 0 ? one.End : other.End;
        return $"on {Start.Format(from.LocalDateTime)} until {(until.Date == from.Date ? Time.Format(until.TimeOfDay) : Start.Format(until.LocalDateTime))}";
    }

    private static int? Gap(PlannedSession first, PlannedSession second) => (int)(second.Times!.Value.Start.ToInstant() - first.Times!.Value.End.ToInstant()).TotalMinutes;

    private static string Said(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
}
