namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>How much each rule matters to a conference, and the minutes that some of them go by. Without edits it is that of every new conference.</summary>
public sealed class ConflictPolicy
{
    private const int Roles = 4;

    private Severity[]? pairs;

    private ConflictPolicy()
    {
    }

    public ConflictPolicy(ConferenceId conference) => ConferenceId = conference;

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>Minutes between two sessions in a room.</summary>
    public int ChangeOverMinutes { get; private set; }

    /// <summary>The rules that matter otherwise than they do by default.</summary>
    public IReadOnlyList<RuleSeverity> Severities { get; private set; } = [];

    /// <summary>The pairs of roles that matter otherwise than they do by default, for somebody who has both at the same time.</summary>
    public IReadOnlyList<RolePairSeverity> RolePairs { get; private set; } = [];

    /// <summary>Minutes to walk between two buildings, in either direction; none is said where it takes none.</summary>
    public IReadOnlyList<WalkingTime> WalkingTimes { get; private set; } = [];

    /// <summary>Rises with every edit, the first of which stores the policy; the entity tag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>How much a rule matters unless the conference says otherwise.</summary>
    public static Severity DefaultOf(ConflictRule rule) => rule switch
    {
        ConflictRule.RoomDoubleBooked or ConflictRule.PersonDoubleBooked or ConflictRule.PersonUnavailable or ConflictRule.RoomClosed => Severity.Error,
        ConflictRule.RoomTooSmall or ConflictRule.TimeUnresolved or ConflictRule.NotTogether or ConflictRule.MustFollow => Severity.Error,
        _ => Severity.Warning,
    };

    /// <summary>Somebody who has two roles at once that both need them is an error; an author who does not present need not be there.</summary>
    public static Severity DefaultOf(ProgrammeRole one, ProgrammeRole other) =>
        one == ProgrammeRole.Author || other == ProgrammeRole.Author ? Severity.Information : Severity.Error;

    /// <summary>How much a rule matters; of <see cref="ConflictRule.PersonDoubleBooked"/> the pair of roles decides instead.</summary>
    public Severity Of(ConflictRule rule)
    {
        foreach (var said in Severities)
        {
            if (said.Rule == rule)
                return said.Severity;
        }

        return DefaultOf(rule);
    }

    /// <summary>How much it matters that somebody does all of this in one session and all of that in another at the same time: the worst pair counts.</summary>
    public Severity Of(ProgrammeRoles one, ProgrammeRoles other)
    {
        pairs ??= Table();
        return pairs[((int)one << Roles) | (int)other];
    }

    public Severity Of(ProgrammeRole one, ProgrammeRole other)
    {
        foreach (var said in RolePairs)
        {
            if ((said.One == one && said.Other == other) || (said.One == other && said.Other == one))
                return said.Severity;
        }

        return DefaultOf(one, other);
    }

    public void Revise(ConflictPolicyFacts facts)
    {
        ChangeOverMinutes = facts.ChangeOverMinutes;
        Severities = [.. facts.Severities.Where(s => s.Severity != DefaultOf(s.Rule)).OrderBy(s => s.Rule)];
        RolePairs = [.. facts.RolePairs.Where(p => p.Severity != DefaultOf(p.One, p.Other)).OrderBy(p => p.One).ThenBy(p => p.Other)];
        WalkingTimes = [.. facts.WalkingTimes.Where(w => w.Minutes > 0)];
        Version++;
        pairs = null;
    }

    private Severity[] Table()
    {
        var table = new Severity[1 << (2 * Roles)];
        for (var both = 0; both < table.Length; both++)
        {
            var (one, other) = (both >> Roles, both & ((1 << Roles) - 1));
            foreach (var (a, b) in from a in Enumerable.Range(0, Roles) from b in Enumerable.Range(0, Roles) where (one >> a & 1) + (other >> b & 1) == 2 select (a, b))
                table[both] = (Severity)Math.Max((int)table[both], (int)Of((ProgrammeRole)a, (ProgrammeRole)b));
        }

        return table;
    }
}

/// <summary>What an organiser says of a policy; what is not named is as by default.</summary>
public sealed record ConflictPolicyFacts(int ChangeOverMinutes, IReadOnlyList<RuleSeverity> Severities, IReadOnlyList<RolePairSeverity> RolePairs, IReadOnlyList<WalkingTime> WalkingTimes);

public readonly record struct RuleSeverity(ConflictRule Rule, Severity Severity);

/// <summary>Two roles, in either order.</summary>
public readonly record struct RolePairSeverity(ProgrammeRole One, ProgrammeRole Other, Severity Severity);

/// <summary>Minutes to walk between two buildings, in either direction.</summary>
public readonly record struct WalkingTime(BuildingId One, BuildingId Other, int Minutes);
