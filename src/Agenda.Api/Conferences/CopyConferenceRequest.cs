using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Scheduling;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Conferences;

/// <summary>What the conference is called that begins as a copy, when it is, and what of the other it begins with.</summary>
public sealed record CopyConferenceRequest
{
    /// <summary>The new conference's name in addresses, such as <c>icsei-2025</c>.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required LocalDate FirstDay { get; init; }

    /// <summary>Included; as many days as the copied conference has, unless another is said.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The IANA name of the time zone; that of the copied conference unless another is said.</summary>
    public string? TimeZone { get; init; }

    public CopyParts With { get; init; } = new();

    internal sealed class Rules : AbstractValidator<CopyConferenceRequest>
    {
        public Rules()
        {
            RuleFor(c => c.Slug).NotEmpty().Slug();
            RuleFor(c => c.Name).Said(Limits.Name);
            RuleFor(c => c.TimeZone).Line(Limits.Name);
            RuleFor(c => c.TimeZone).Must(zone => zone is null || ConferenceZone.Find(zone) is not null).WithMessage("must be the IANA name of a time zone, such as Europe/Dublin.");
            RuleFor(c => c.FirstDay).InclusiveBetween(Limits.Earliest, Limits.Latest.PlusDays(-Limits.Days));
            RuleFor(c => c.LastDay).Must((c, last) => last is null || (last >= c.FirstDay && Period.DaysBetween(c.FirstDay, last.Value) < Limits.Days))
                .WithMessage($"must not be before firstDay, and within {Limits.Days} days.");
            RuleFor(c => c.With).NotNull();
            RuleFor(c => c.With).Must(with => with is null || with.Types || !with.Sessions).WithMessage("must have types where it has sessions.");
        }
    }
}

/// <summary>What is copied.</summary>
public sealed record CopyParts
{
    /// <summary>Buildings and rooms; opening hours of single days move with the sessions.</summary>
    public bool Rooms { get; init; } = true;

    public bool Types { get; init; } = true;

    public bool Tracks { get; init; } = true;

    /// <summary>Without their absences.</summary>
    public bool People { get; init; } = true;

    /// <summary>As drafts, with rules between them, without files and links to join; those that are cancelled are not copied.</summary>
    public bool Sessions { get; init; }

    /// <summary>The conflict policy.</summary>
    public bool Policy { get; init; } = true;

    /// <summary>Who has which role, and who of them is who in the programme.</summary>
    public bool Members { get; init; }
}
