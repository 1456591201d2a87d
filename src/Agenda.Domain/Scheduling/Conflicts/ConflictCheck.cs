using Agenda.Domain.Scheduling.Conflicts.Rules;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>
/// Which rules a programme breaks. Sorted by start, every session is compared with those after it in its places and of its people until one
/// begins too late to matter, so the cost is that of sorting and of the conflicts found.
/// </summary>
public static class ConflictCheck
{
    /// <summary>A programme with more conflicts than this is no programme yet; the rest is left out.</summary>
    public const int Most = 50_000;

    /// <summary>All conflicts; at the most <see cref="Most"/>.</summary>
    public static ConflictList All(Timetable timetable)
    {
        var found = new FoundConflicts(timetable.Policy, Most);
        foreach (var session in timetable.InOrder)
        {
            if (found.IsFull)
                break;
            MeetingRules.CheckLater(session, timetable, found);
        }

        foreach (var constraint in timetable.Constraints)
            ConstraintRules.Check(constraint, timetable.Session(constraint.First), timetable.Session(constraint.Second), found);
        foreach (var session in timetable.Sessions)
            SessionRules.Check(session, timetable, found);
        return found.ToList();
    }

    /// <summary>The conflicts in which one of these sessions is.</summary>
    public static ConflictList Of(Timetable timetable, IReadOnlyCollection<SessionId> sessions)
    {
        var found = new FoundConflicts(timetable.Policy, Most);
        var asked = sessions.Distinct().Select(timetable.Session).OfType<PlannedSession>().ToList();
        var done = new HashSet<SessionId>();
        foreach (var session in asked)
        {
            done.Add(session.Id);
            Check(session, timetable, found, other => !done.Contains(other.Id));
        }

        return found.ToList();
    }

    /// <summary>The conflicts that a session would have in another place.</summary>
    internal static void Try(Timetable timetable, PlannedSession tried, FoundConflicts found) => Check(tried, timetable, found, other => other.Id != tried.Id);

    private static void Check(PlannedSession session, Timetable timetable, FoundConflicts found, Func<PlannedSession, bool> counts)
    {
        SessionRules.Check(session, timetable, found);
        if (session.HasTime)
            MeetingRules.CheckAll(session, timetable, found, counts);
        foreach (var constraint in timetable.Constraints)
        {
            if (constraint.First == session.Id && timetable.Session(constraint.Second) is { } second && counts(second))
                ConstraintRules.Check(constraint, session, second, found);
            if (constraint.Second == session.Id && timetable.Session(constraint.First) is { } first && counts(first))
                ConstraintRules.Check(constraint, first, session, found);
        }
    }
}

/// <summary>Conflicts that were found; <paramref name="IsComplete"/> says whether they are all that there are.</summary>
public sealed record ConflictList(IReadOnlyList<Conflict> Items, bool IsComplete)
{
    /// <summary>What is here and not there, or matters more or less than there.</summary>
    public IReadOnlyList<Conflict> Except(ConflictList other)
    {
        var there = other.Items.Select(c => (c.Id, c.Severity)).ToHashSet();
        return [.. Items.Where(c => !there.Contains((c.Id, c.Severity)))];
    }
}
