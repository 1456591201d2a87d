using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Scheduling;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Conferences;

/// <summary>What an organiser says of a conference.</summary>
public sealed record ConferenceRequest
{
    /// <summary>The conference's name in addresses, such as <c>icsei-2024</c>.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>The IANA name of the time zone in which all local times are meant, such as <c>Europe/Dublin</c>.</summary>
    public required string TimeZone { get; init; }

    public required LocalDate FirstDay { get; init; }

    /// <summary>Included.</summary>
    public required LocalDate LastDay { get; init; }

    /// <summary>Whom to ask; public.</summary>
    public string? Contact { get; init; }

    /// <summary>The conference's own pages, such as its web site, privacy statement and legal notice.</summary>
    public IReadOnlyList<LinkEntry> Links { get; init; } = [];

    /// <summary>The colour of its pages, such as <c>#3a7bd5</c>; public.</summary>
    public string? Colour { get; init; }

    /// <summary>Whether the feeds of people's own agendas carry the links to join online. Anybody can star sessions without an account, so that makes the links known to whoever wants them.</summary>
    public bool JoinLinksInFeeds { get; init; }

    internal ConferenceFacts Facts => new(Name, ConferenceZone.Of(TimeZone), FirstDay, LastDay, Contact, LinkEntry.ToDomain(Links))
    {
        Colour = Colour,
    };

    internal sealed class Rules : AbstractValidator<ConferenceRequest>
    {
        public Rules()
        {
            RuleFor(c => c.Slug).NotEmpty().Slug();
            RuleFor(c => c.Name).Said(Limits.Name);
            RuleFor(c => c.TimeZone).Said(Limits.Name);
            RuleFor(c => c.TimeZone).Must(zone => ConferenceZone.Find(zone) is not null).WithMessage("must be the IANA name of a time zone, such as Europe/Dublin.");
            RuleFor(c => c.FirstDay).InclusiveBetween(Limits.Earliest, Limits.Latest);
            RuleFor(c => c.LastDay).InclusiveBetween(Limits.Earliest, Limits.Latest);
            RuleFor(c => c.LastDay).GreaterThanOrEqualTo(c => c.FirstDay).WithMessage("must not be before firstDay.");
            RuleFor(c => c.LastDay).Must((c, last) => Math.Abs((long)Period.DaysBetween(c.FirstDay, last)) < Limits.Days).WithMessage($"must be within {Limits.Days} days.");
            RuleFor(c => c.Contact).Lines(Limits.Note);
            RuleFor(c => c.Colour).Colour();
            RuleFor(c => c.Links).AtMost(Limits.Links);
            RuleForEach(c => c.Links).SetValidator(new LinkEntry.Rules());
        }
    }
}
