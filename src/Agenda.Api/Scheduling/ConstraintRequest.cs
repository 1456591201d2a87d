using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using FluentValidation;

namespace Agenda.Api.Scheduling;

/// <summary>A rule between two sessions.</summary>
public sealed record ConstraintRequest
{
    public required SessionConstraintKind Kind { get; init; }

    /// <summary>The id of a session.</summary>
    public required Guid First { get; init; }

    /// <summary>The id of the session that must not run at the same time, or that must follow.</summary>
    public required Guid Second { get; init; }

    /// <summary>Why, for those who prepare the programme.</summary>
    public string? Note { get; init; }

    internal sealed class Rules : AbstractValidator<ConstraintRequest>
    {
        public Rules()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Note).Lines(Limits.Note);
        }
    }
}

/// <summary>A rule between two sessions, which are named by id and code.</summary>
public sealed record ConstraintResponse(Guid Id, SessionConstraintKind Kind, ConflictSession First, ConflictSession Second, string? Note)
{
    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    internal static IQueryable<ConstraintResponse> From(IQueryable<SessionConstraint> constraints, IQueryable<Session> sessions) =>
        from c in constraints
        join first in sessions on c.First equals first.Id
        join second in sessions on c.Second equals second.Id
        orderby c.Id
        select new ConstraintResponse(c.Id.Value, c.Kind, new ConflictSession(first.Id.Value, first.Code), new ConflictSession(second.Id.Value, second.Code), c.Note);
}

/// <summary>The rules between sessions of a conference.</summary>
public sealed record ConstraintsResponse(IReadOnlyList<ConstraintResponse> Items);
