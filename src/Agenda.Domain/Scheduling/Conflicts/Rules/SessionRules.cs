namespace Agenda.Domain.Scheduling.Conflicts.Rules;

/// <summary>The rules that one session alone can break.</summary>
internal static class SessionRules
{
    public static void Check(PlannedSession session, Timetable timetable, FoundConflicts found)
    {
        Note(ConflictRule.NoSlot, HasNoSlot(session));
        Note(ConflictRule.NoRoom, HasNoRoom(session));
        Note(ConflictRule.NoChair, HasNoChair(session));
        Note(ConflictRule.RoomTooSmall, IsTooLargeForRoom(session));
        Note(ConflictRule.ContributionsTooLong, HasTooLongContributions(session));
        Note(ConflictRule.TimeUnresolved, HasUnresolvedTime(session));
        if (!session.HasTime)
            return;

        Note(ConflictRule.OutsideConference, IsOutside(session, timetable.Days));
        Note(ConflictRule.RoomClosed, session.Room is { } room && !timetable.Hours.AreOpen(room.Room, session));
        Note(ConflictRule.ZoneRulesChanged, timetable.PublishedStart(session.Id) is { } published && HasMoved(session, published));
        foreach (var (person, roles) in session.People)
        {
            if ((roles & ProgrammeRoles.Present) != 0 && timetable.Absences.TryGetValue(person, out var absences) && IsDuring(session, absences))
                found.Add(ConflictRule.PersonUnavailable, session, person: person);
        }

        void Note(ConflictRule rule, bool isBroken)
        {
            if (isBroken)
                found.Add(rule, session);
        }
    }

    private static bool HasNoSlot(PlannedSession session) => session is { IsConfirmed: true, Slot: null };

    private static bool HasNoRoom(PlannedSession session) => session is { IsConfirmed: true, Slot: not null, Room: null, Type.Break: false };

    private static bool HasNoChair(PlannedSession session) => session is { IsConfirmed: true, Type.NeedsChair: true } && !session.People.Any(p => p.Roles.HasFlag(ProgrammeRoles.Chair));

    private static bool IsTooLargeForRoom(PlannedSession session) => session is { Facts.Seats: { } seats, Room.Capacity: { } capacity } && seats > capacity;

    private static bool HasTooLongContributions(PlannedSession session) => session.Slot is { } slot && session.Facts.ContributionMinutes > slot.Minutes;

    private static bool HasUnresolvedTime(PlannedSession session) => session is { Slot: not null, HasTime: false };

    private static bool IsOutside(PlannedSession session, (long From, long Until) days) => session.Start < days.From || session.End > days.Until;

    private static bool IsDuring(PlannedSession session, (long From, long Until)[] absences) =>
        Array.Exists(absences, absence => session.Start < absence.Until && absence.From < session.End);

    // Only while the session stands where it was published: a session that was moved since has another start anyway.
    private static bool HasMoved(PlannedSession session, PublishedStart published) =>
        session.Slot is { } slot && slot.LocalStart == published.LocalStart && slot.Offset == published.Offset && session.Times!.Value.Start.ToInstant() != published.Instant;
}
