using System.ComponentModel;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Http;

/// <summary>Which part of a list is asked for.</summary>
public sealed record Page
{
    public const int Most = 500;

    private const int Usual = 100;

    /// <summary>How many items at the most, 1 to 500; 100 unless said.</summary>
    [FromQuery(Name = "limit"), Description("How many items at the most, 1 to 500; 100 unless said.")]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before; without it the list starts at its beginning.</summary>
    [FromQuery(Name = "after"), Description("The `next` of the page before; without it the list starts at its beginning.")]
    public string? After { get; init; }

    internal int Size => Limit ?? Usual;

    /// <summary>Makes the answer of one row more than was asked for: that row only tells that there is another page.</summary>
    internal PageOf<T> Of<T>(List<T> oneMore, Func<T, string> key) =>
        oneMore.Count <= Size ? new(oneMore, null) : new(oneMore[..Size], key(oneMore[Size - 1]));

    internal sealed class Rules : AbstractValidator<Page>
    {
        public Rules()
        {
            RuleFor(p => p.Limit).InclusiveBetween(1, Most);
            RuleFor(p => p.After).MaximumLength(2_000);
        }
    }
}

/// <summary>One page of a list in its stable order; <paramref name="Next"/> is what to send as <c>after</c> for the following one, null at the end.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);
