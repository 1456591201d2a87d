using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Sessions;
using FluentValidation;

namespace Agenda.Api.Sessions;

/// <summary>What an organiser says of a session; where and when it is stands in its placement.</summary>
public record SessionRequest
{
    /// <summary>Such as <c>MC-C</c>; unique in the conference.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>The code of a session type.</summary>
    public required string Type { get; init; }

    /// <summary>The slug of a track.</summary>
    public string? Track { get; init; }

    /// <summary>BCP 47, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Markdown.</summary>
    public string? Abstract { get; init; }

    /// <summary>Markdown, for those who prepare the session; never public.</summary>
    public string? Notes { get; init; }

    public SessionStatus Status { get; init; } = SessionStatus.Draft;

    /// <summary>People, in the order in which they are to be named.</summary>
    public IReadOnlyList<Guid> Chairs { get; init; } = [];

    /// <summary>People, in the order in which they are to be named.</summary>
    public IReadOnlyList<Guid> Discussants { get; init; } = [];

    /// <summary>In the order of the session.</summary>
    public IReadOnlyList<ContributionEntry> Contributions { get; init; } = [];

    /// <summary>Public links: slides, papers, pages.</summary>
    public IReadOnlyList<LinkEntry> Resources { get; init; } = [];

    /// <summary>How many seats it needs; a room with fewer is a conflict.</summary>
    public int? Seats { get; init; }

    /// <summary>Where it is joined online, if elsewhere than its room says; never public, and in personal feeds only where the conference says so.</summary>
    public string? JoinUrl { get; init; }

    /// <summary>Everybody named anywhere in the request, each once.</summary>
    internal IEnumerable<Guid> People => Chairs.Concat(Discussants).Concat(Contributions.SelectMany(c => c.Authors).Select(a => a.Person)).Distinct();

    internal sealed class Rules : RulesOf<SessionRequest>;

    internal abstract class RulesOf<T> : AbstractValidator<T>
        where T : SessionRequest
    {
        protected RulesOf()
        {
            RuleFor(s => s.Code).Code();
            RuleFor(s => s.Title).Said(Limits.Title);
            RuleFor(s => s.Type).Said(Limits.Code);
            RuleFor(s => s.Track).Slug();
            RuleFor(s => s.Language).LanguageTag();
            RuleFor(s => s.Abstract).Lines(Limits.Text);
            RuleFor(s => s.Notes).Lines(Limits.Text);
            RuleFor(s => s.Status).IsInEnum();
            RuleFor(s => s.Seats).InclusiveBetween(1, Limits.Capacity);
            RuleFor(s => s.JoinUrl).JoinLink();
            RuleFor(s => s.Chairs).AtMost(Limits.PeopleInRole).EachOnce();
            RuleFor(s => s.Discussants).AtMost(Limits.PeopleInRole).EachOnce();
            RuleFor(s => s.Contributions).AtMost(Limits.ContributionsInSession);
            RuleFor(s => s.Contributions).Must(EachHasItsOwnCode).WithMessage("must not have the same code or id twice.");
            RuleForEach(s => s.Contributions).SetValidator(new ContributionEntry.Rules());
            RuleFor(s => s.Resources).AtMost(Limits.Links);
            RuleForEach(s => s.Resources).SetValidator(new LinkEntry.Rules());
        }

        private static bool EachHasItsOwnCode(IReadOnlyList<ContributionEntry>? contributions)
        {
            var codes = (contributions ?? []).Where(c => c?.Code is not null).Select(c => c.Code).ToList();
            var ids = (contributions ?? []).Where(c => c?.Id is not null).Select(c => c.Id).ToList();
            return codes.Distinct().Count() == codes.Count && ids.Distinct().Count() == ids.Count;
        }
    }
}

/// <summary>A talk or paper inside a session.</summary>
public sealed record ContributionEntry
{
    /// <summary>Says which one it is when a session is edited; without it the code does.</summary>
    public Guid? Id { get; init; }

    /// <summary>Unique in the session; numbered by the service unless said.</summary>
    public string? Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public string? Abstract { get; init; }

    /// <summary>How long it takes.</summary>
    public int? Minutes { get; init; }

    public IReadOnlyList<AuthorEntry> Authors { get; init; } = [];

    internal sealed class Rules : AbstractValidator<ContributionEntry>
    {
        public Rules()
        {
            RuleFor(c => c.Code).Code().When(c => c.Code is not null);
            RuleFor(c => c.Title).Said(Limits.Title);
            RuleFor(c => c.Abstract).Lines(Limits.Text);
            RuleFor(c => c.Minutes).InclusiveBetween(1, Domain.Scheduling.TimeSlot.LongestMinutes);
            RuleFor(c => c.Authors).AtMost(Limits.AuthorsOfContribution);
            RuleFor(c => c.Authors).Must(authors => authors is null || authors.Where(a => a is not null).DistinctBy(a => a.Person).Count() == authors.Count)
                .WithMessage("must not name anybody twice.");
        }
    }
}

/// <summary>An author of a contribution.</summary>
public sealed record AuthorEntry
{
    /// <summary>The id of a person.</summary>
    public required Guid Person { get; init; }

    public bool Presenting { get; init; }
}
