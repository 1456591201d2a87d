namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>Takes in conflicts that matter to the conference, up to a number of them.</summary>
internal sealed class FoundConflicts
{
    private static readonly int Rules = Enum.GetValues<ConflictRule>().Length;

    private readonly List<Conflict> items = [];
    private readonly Severity[] severities;
    private readonly int most;

    public FoundConflicts(ConflictPolicy policy, int most)
    {
        this.most = most;
        severities = [.. Enumerable.Range(0, Rules).Select(rule => policy.Of((ConflictRule)rule))];
    }

    public bool Has(Severity severity) => items.Exists(c => c.Severity == severity);

    public int Count(Severity severity)
    {
        var count = 0;
        foreach (var conflict in items)
            count += conflict.Severity == severity ? 1 : 0;
        return count;
    }

    /// <summary>Forgets what was found, for the next that is tried.</summary>
    public void Clear() => items.Clear();

    public bool IsFull => items.Count >= most;

    public Severity SeverityOf(ConflictRule rule) => severities[(int)rule];

    public void Add(ConflictRule rule, PlannedSession first, PlannedSession? second = null, PersonId? person = null) => Add(rule, SeverityOf(rule), first, second, person);

    public void Add(ConflictRule rule, Severity severity, PlannedSession first, PlannedSession? second, PersonId? person)
    {
        if (severity != Severity.Off && !IsFull)
            items.Add(new Conflict(rule, severity, first, second, person));
    }

    public ConflictList ToList() => new([.. items], !IsFull);
}
