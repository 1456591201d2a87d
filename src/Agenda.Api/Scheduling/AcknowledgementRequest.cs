using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Releases;
using FluentValidation;

namespace Agenda.Api.Scheduling;

/// <summary>A conflict as it was seen, and why it is meant to be so.</summary>
public sealed record AcknowledgementRequest
{
    /// <summary>The id of the conflict.</summary>
    public required Guid Conflict { get; init; }

    /// <summary>The state of the conflict as it was seen.</summary>
    public required string State { get; init; }

    /// <summary>Why it is meant to be so; for those who prepare the programme.</summary>
    public required string Reason { get; init; }

    internal AcknowledgedConflict ToDomain() => new(Conflict, State, Reason);

    internal sealed class Rules : AbstractValidator<AcknowledgementRequest>
    {
        public Rules()
        {
            RuleFor(a => a.State).Said(Limits.Code);
            RuleFor(a => a.Reason).NotEmpty().Lines(Limits.Note);
        }
    }
}
