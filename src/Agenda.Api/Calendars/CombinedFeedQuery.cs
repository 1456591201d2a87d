using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Calendars;

/// <summary>Which conferences one calendar shows together, and what of them. Days, rooms, tracks, types and people belong to one conference, so they are no filters here.</summary>
public sealed record CombinedFeedQuery
{
    internal const int MostConferences = 20;

    [FromQuery(Name = "conference"), Description("The slug of a conference; the 20 latest of this installation unless said.")]
    public string[] Conference { get; init; } = [];

    [FromQuery(Name = "language"), Description("A language of one of the programmes, such as `en`.")]
    public string[] Language { get; init; } = [];

    [FromQuery(Name = "q"), Description("Words that all occur in titles, codes, people or abstracts; case and diacritics do not matter.")]
    public string[] Q { get; init; } = [];

    internal string[] Slugs => Said(Conference);

    internal AgendaFilter ToFilter() => new()
    {
        Languages = Said(Language),
        Queries = Said(Q),
    };

    private static string[] Said(string[] values) => [.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal sealed class Rules : AbstractValidator<CombinedFeedQuery>
    {
        public Rules()
        {
            RuleFor(f => f.Conference).FilterValues();
            RuleFor(f => f.Conference).Must(slugs => slugs.Length <= MostConferences).WithMessage($"may be said {MostConferences} times at the most.");
            RuleFor(f => f.Language).FilterValues();
            RuleFor(f => f.Q).FilterValues();
        }
    }
}
