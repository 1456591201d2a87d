using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Domain.Scheduling;

/// <summary>Everything that a rule between two sessions can be refused for.</summary>
public static class ConstraintRefusals
{
    public static Refusal UnknownSession(Guid id) => new("unknown-session", $"The conference has no session {id}.");

    public static Refusal SameSession() => new("same-session", "A rule is between two different sessions.");

    public static Refusal Exists(SessionConstraintKind kind) =>
        new("constraint-exists", kind == SessionConstraintKind.Follows ? "The one must follow the other already." : "The two must not run at the same time already.");

    public static Refusal Contradicts() => new("constraint-contradicts", "The other one must follow this one: both at once cannot be.");

    public static Refusal UnknownBuilding(string name) => new("unknown-building", $"The conference has no building \"{name}\".");
}
