namespace Agenda.Domain.Scheduling.Conflicts.Rules;

/// <summary>The rules between two named sessions; they say nothing while one of the two has no time.</summary>
internal static class ConstraintRules
{
    public static void Check(SessionConstraint constraint, PlannedSession? first, PlannedSession? second, FoundConflicts found)
    {
        if (first is not { HasTime: true } || second is not { HasTime: true })
            return;

        if (constraint.Kind == SessionConstraintKind.NotTogether && first.Start < second.End && second.Start < first.End)
            found.Add(ConflictRule.NotTogether, first, second);
        if (constraint.Kind == SessionConstraintKind.Follows && second.Start < first.End)
            found.Add(ConflictRule.MustFollow, first, second);
    }
}
