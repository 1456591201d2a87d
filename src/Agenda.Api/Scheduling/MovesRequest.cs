using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Scheduling;

/// <summary>Where several sessions are to be; all of them go there at once, so two can change places.</summary>
public sealed record MovesRequest
{
    public required IReadOnlyList<MoveRequest> Moves { get; init; }

    internal sealed class Rules : AbstractValidator<MovesRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Moves).AtMost(Limits.Moves).NotEmpty();
            RuleFor(r => r.Moves).Must(moves => moves is null || moves.Where(m => m is not null).DistinctBy(m => m.Session).Count() == moves.Count(m => m is not null))
                .WithMessage("must not name a session twice.");
            RuleForEach(r => r.Moves).SetValidator(new MoveRequest.Rules());
        }
    }
}

/// <summary>Where and when one session is to be, or that it is to be taken out of its room and slot.</summary>
public sealed record MoveRequest
{
    /// <summary>The id of the session.</summary>
    public required Guid Session { get; init; }

    /// <summary>The slug of the room; null for a session without one.</summary>
    public string? Room { get; init; }

    /// <summary>Wall time of the conference; null takes the session out of its room and slot.</summary>
    public required LocalDateTime? Start { get; init; }

    /// <summary>Needed with a start.</summary>
    public int? Minutes { get; init; }

    /// <summary>Needed only where the clocks go back and the hour comes twice.</summary>
    public Offset? Offset { get; init; }

    /// <summary>The version of the session that the caller has seen; where it is only tried, it may be left out.</summary>
    public int? Version { get; init; }

    internal sealed class Rules : AbstractValidator<MoveRequest>
    {
        public Rules()
        {
            RuleFor(m => m.Room).Slug();
            RuleFor(m => m.Start).Must(start => start is null || (start.Value.Date >= Limits.Earliest && start.Value.Date <= Limits.Latest))
                .WithMessage($"must be from {Limits.Earliest.Year} to {Limits.Latest.Year}.");
            RuleFor(m => m.Start).Must(start => start is null || (start.Value.TickOfSecond == 0 && start.Value.Second == 0)).WithMessage("must be a whole minute.");
            RuleFor(m => m.Minutes).InclusiveBetween(TimeSlot.ShortestMinutes, TimeSlot.LongestMinutes);
            RuleFor(m => m.Minutes).NotNull().When(m => m.Start is not null).WithMessage("must be said with a start.");
            RuleFor(m => m.Room).Null().When(m => m.Start is null).WithMessage("must be null without a start.");
            RuleFor(m => m.Minutes).Null().When(m => m.Start is null).WithMessage("must be null without a start.");
            RuleFor(m => m.Offset).Null().When(m => m.Start is null).WithMessage("must be null without a start.");
        }
    }
}
