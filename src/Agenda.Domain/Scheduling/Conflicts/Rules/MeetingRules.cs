namespace Agenda.Domain.Scheduling.Conflicts.Rules;

/// <summary>The rules that two sessions break together: one place, or one person, and too little time between them or none.</summary>
internal static class MeetingRules
{
    private const int SecondsOfMinute = 60;

    /// <summary>Compares a session with those that start later, so that over all sessions each pair comes once.</summary>
    public static void CheckLater(PlannedSession session, Timetable timetable, FoundConflicts found)
    {
        var changeOver = ChangeOver(timetable, found);
        foreach (var place in Places(session, timetable))
        {
            CheckRoomLater(session, place.Id, place.Schedule.Alone, changeOver, found);
            if (!session.Type.Parallel)
                CheckRoomLater(session, place.Id, place.Schedule.Parallel, changeOver, found);
        }

        var walks = timetable.Walks;
        foreach (var (person, roles) in session.People)
        {
            var list = timetable.People[person];
            if (list.Count == 1)
                continue;
            for (var i = After(list, session); i < list.Count && list[i].Start < session.End + walks.Longest && !found.IsFull; i++)
                CheckPerson(session, list[i], person, roles, timetable, found);
        }
    }

    /// <summary>Compares a session with all others that count, earlier and later ones; it need not be in the timetable itself.</summary>
    public static void CheckAll(PlannedSession session, Timetable timetable, FoundConflicts found, Func<PlannedSession, bool> counts)
    {
        var changeOver = ChangeOver(timetable, found);
        foreach (var place in Places(session, timetable))
        {
            foreach (var other in Near(place.Schedule.Alone, changeOver))
                CheckRoom(Earlier(session, other), Later(session, other), place.Id, changeOver, found);
            foreach (var other in session.Type.Parallel ? [] : Near(place.Schedule.Parallel, changeOver))
                CheckRoom(Earlier(session, other), Later(session, other), place.Id, changeOver, found);
        }

        var walks = timetable.Walks;
        foreach (var (person, _) in session.People)
        {
            foreach (var other in timetable.People.TryGetValue(person, out var list) ? Near(list, walks.Longest) : [])
                CheckPerson(Earlier(session, other), Later(session, other), person, Earlier(session, other).RolesOf(person), timetable, found);
        }

        IEnumerable<PlannedSession> Near(List<PlannedSession> list, long gap) =>
            list.TakeWhile(other => other.Start < session.End + gap).Where(other => other.End + gap > session.Start && counts(other));
    }

    private static void CheckRoomLater(PlannedSession session, RoomId place, List<PlannedSession> list, long changeOver, FoundConflicts found)
    {
        for (var i = After(list, session); i < list.Count && list[i].Start < session.End + changeOver && !found.IsFull; i++)
            CheckRoom(session, list[i], place, changeOver, found);
    }

    private static void CheckRoom(PlannedSession earlier, PlannedSession later, RoomId place, long changeOver, FoundConflicts found)
    {
        // Two combined rooms may have several places in common; the pair is one.
        if (place != FirstCommon(earlier.Room!.Places, later.Room!.Places))
            return;

        if (later.Start < earlier.End)
            found.Add(ConflictRule.RoomDoubleBooked, earlier, later);
        else if (later.Start < earlier.End + changeOver)
            found.Add(ConflictRule.ChangeOverTooShort, earlier, later);
    }

    private static void CheckPerson(PlannedSession earlier, PlannedSession later, PersonId person, ProgrammeRoles roles, Timetable timetable, FoundConflicts found)
    {
        if (earlier.Type.Plenary && later.Type.Plenary)
            return;

        var severity = timetable.Policy.Of(roles, later.RolesOf(person));
        if (later.Start < earlier.End)
            found.Add(ConflictRule.PersonDoubleBooked, severity, earlier, later, person);
        else if (severity >= Severity.Warning && later.Start < earlier.End + timetable.Walks.Between(earlier, later))
            found.Add(ConflictRule.WalkTooShort, earlier, later, person);
    }

    private static IEnumerable<(RoomId Id, PlaceSchedule Schedule)> Places(PlannedSession session, Timetable timetable)
    {
        if (session.Type.Break || session.Room is not { } room)
            yield break;

        foreach (var place in room.Places)
        {
            if (timetable.Places.TryGetValue(place, out var schedule))
                yield return (place, schedule);
        }
    }

    private static long ChangeOver(Timetable timetable, FoundConflicts found) =>
        found.SeverityOf(ConflictRule.ChangeOverTooShort) == Severity.Off ? 0 : timetable.Policy.ChangeOverMinutes * SecondsOfMinute;

    /// <summary>Where the sessions after this one begin; the list is in the order of <see cref="Timetable.InOrder"/>.</summary>
    private static int After(List<PlannedSession> list, PlannedSession session)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PlannedSession.InTime(list[middle], session) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static PlannedSession Earlier(PlannedSession a, PlannedSession b) => PlannedSession.InTime(a, b) <= 0 ? a : b;

    private static PlannedSession Later(PlannedSession a, PlannedSession b) => PlannedSession.InTime(a, b) <= 0 ? b : a;

    private static RoomId? FirstCommon(IReadOnlyList<RoomId> one, IReadOnlyList<RoomId> other)
    {
        foreach (var place in one)
        {
            foreach (var also in other)
            {
                if (place == also)
                    return place;
            }
        }

        return null;
    }
}
