using Agenda.Domain;
using Agenda.Domain.Text;
using FluentValidation;

namespace Agenda.Api.Http;

/// <summary>A link with the words to show for it.</summary>
public sealed record LinkEntry
{
    public required string Title { get; init; }

    /// <summary>An absolute http or https address.</summary>
    public required string Url { get; init; }

    internal static IReadOnlyList<LinkEntry> Of(IEnumerable<Link> links) => [.. links.Select(l => new LinkEntry { Title = l.Title, Url = l.Url })];

    internal static Link[] ToDomain(IEnumerable<LinkEntry> links) => [.. links.Select(l => new Link(l.Title, l.Url))];

    internal sealed class Rules : AbstractValidator<LinkEntry>
    {
        public Rules()
        {
            RuleFor(l => l.Title).Said(Limits.Title);
            RuleFor(l => l.Url).WebAddress();
        }
    }
}
