using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Domain.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>The filters of every public view of an agenda: a repeated parameter means or, different ones mean and.</summary>
public sealed record AgendaFilterQuery
{
    /// <summary>Days of the conference, such as 2024-01-08.</summary>
    [FromQuery(Name = "day"), Description("A day of the conference, such as `2024-01-08`.")]
    public string[] Day { get; init; } = [];

    [FromQuery(Name = "room"), Description("The slug of a room.")]
    public string[] Room { get; init; } = [];

    [FromQuery(Name = "track"), Description("The slug of a track.")]
    public string[] Track { get; init; } = [];

    [FromQuery(Name = "type"), Description("The code of a session type.")]
    public string[] Type { get; init; } = [];

    [FromQuery(Name = "person"), Description("The id of a person with any role in the session.")]
    public string[] Person { get; init; } = [];

    [FromQuery(Name = "language"), Description("A language of the programme, such as `en`.")]
    public string[] Language { get; init; } = [];

    [FromQuery(Name = "q"), Description("Words that all occur in titles, codes, people or abstracts; case and diacritics do not matter.")]
    public string[] Q { get; init; } = [];

    /// <summary>Order and repetition of values do not matter, and a parameter without a value does not restrict, as in a form that was left empty.</summary>
    internal AgendaFilter ToFilter() => new()
    {
        Days = Said(Day),
        Rooms = Said(Room),
        Tracks = Said(Track),
        Types = Said(Type),
        People = Said(Person),
        Languages = Said(Language),
        Queries = Said(Q),
    };

    private static string[] Said(string[] values) =>
        values.Length == 0 ? values : [.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal sealed class Rules : AbstractValidator<AgendaFilterQuery>
    {
        public Rules()
        {
            foreach (var values in (IEnumerable<System.Linq.Expressions.Expression<Func<AgendaFilterQuery, string[]>>>)[
                f => f.Day, f => f.Room, f => f.Track, f => f.Type, f => f.Person, f => f.Language, f => f.Q])
                RuleFor(values).FilterValues();
        }
    }
}
