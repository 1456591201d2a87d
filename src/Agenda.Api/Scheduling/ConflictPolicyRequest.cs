using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using FluentValidation;
using Severity = Agenda.Domain.Scheduling.Conflicts.Severity;

namespace Agenda.Api.Scheduling;

/// <summary>How much each rule is to matter. What is not named is as it is by default.</summary>
public sealed record ConflictPolicyRequest
{
    /// <summary>Minutes that must lie between two sessions in a room.</summary>
    public int ChangeOverMinutes { get; init; }

    /// <summary>By the name of the rule; <c>person-double-booked</c> goes by <see cref="RolePairs"/>.</summary>
    public IReadOnlyDictionary<ConflictRule, Severity> Severities { get; init; } = new Dictionary<ConflictRule, Severity>();

    /// <summary>How bad it is that somebody has two roles at the same time.</summary>
    public IReadOnlyList<RolePairEntry> RolePairs { get; init; } = [];

    /// <summary>Minutes to walk between two buildings; none are needed where none are said.</summary>
    public IReadOnlyList<WalkingTimeEntry> WalkingTimes { get; init; } = [];

    internal sealed class Rules : AbstractValidator<ConflictPolicyRequest>
    {
        public Rules()
        {
            RuleFor(p => p.ChangeOverMinutes).InclusiveBetween(0, Limits.GapMinutes);
            RuleFor(p => p.Severities).NotNull();
            RuleFor(p => p.Severities).Must(s => s is null || !s.ContainsKey(ConflictRule.PersonDoubleBooked)).WithMessage("cannot name person-double-booked: rolePairs say how bad that is.");
            RuleFor(p => p.RolePairs).AtMost(16);
            RuleFor(p => p.RolePairs).Must(pairs => pairs is null || pairs.Where(p => p is not null).Select(Pair).Distinct().Count() == pairs.Count).WithMessage("must not name a pair twice.");
            RuleFor(p => p.WalkingTimes).AtMost(Limits.WalkingTimes);
            RuleForEach(p => p.WalkingTimes).SetValidator(new WalkingTimeEntry.Rules());
            RuleFor(p => p.WalkingTimes).Must(walks => walks is null || walks.Where(w => w is not null).Select(Ends).Distinct().Count() == walks.Count).WithMessage("must not name two buildings twice.");
        }

        private static (ProgrammeRole, ProgrammeRole) Pair(RolePairEntry pair) => pair.One < pair.Other ? (pair.One, pair.Other) : (pair.Other, pair.One);

        private static (string, string) Ends(WalkingTimeEntry walk) =>
            string.CompareOrdinal(walk.From, walk.To) < 0 ? (walk.From, walk.To) : (walk.To, walk.From);
    }
}

/// <summary>Two roles, in either order.</summary>
public sealed record RolePairEntry
{
    public required ProgrammeRole One { get; init; }

    public required ProgrammeRole Other { get; init; }

    public required Severity Severity { get; init; }
}

/// <summary>How long it takes to walk between two buildings, in either direction.</summary>
public sealed record WalkingTimeEntry
{
    /// <summary>The name of a building.</summary>
    public required string From { get; init; }

    /// <summary>The name of another building.</summary>
    public required string To { get; init; }

    public required int Minutes { get; init; }

    internal sealed class Rules : AbstractValidator<WalkingTimeEntry>
    {
        public Rules()
        {
            RuleFor(w => w.From).Said(Limits.Name);
            RuleFor(w => w.To).Said(Limits.Name);
            RuleFor(w => w.To).Must((walk, to) => to != walk.From).WithMessage("must be another building.");
            RuleFor(w => w.Minutes).InclusiveBetween(1, Limits.GapMinutes);
        }
    }
}
