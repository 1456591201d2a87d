using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.Text;
using FluentValidation;
using NodaTime;

namespace Agenda.Api.Resources;

/// <summary>A live link to add to a session or to one of its contributions.</summary>
public sealed record AddLinkRequest
{
    /// <summary>The words to show for it.</summary>
    public required string Title { get; init; }

    /// <summary>An absolute http or https address. It is for everybody who sees the session: links to join online have a place of their own.</summary>
    public required string Url { get; init; }

    /// <summary>The id of the contribution that it belongs to; null for the session as a whole.</summary>
    public Guid? Contribution { get; init; }

    /// <summary>Before this moment only organisers know of it; null for at once.</summary>
    public Instant? VisibleFrom { get; init; }

    internal Link Link => new(Title, Url);

    internal sealed class Rules : AbstractValidator<AddLinkRequest>
    {
        public Rules()
        {
            RuleFor(l => l.Title).Said(Limits.Title);
            RuleFor(l => l.Url).WebAddress();
            RuleFor(l => l.VisibleFrom).Must(EnteredMoment.IsPossible).WithMessage("must be within the years that can be entered.");
        }
    }
}

/// <summary>What an organiser says of a live link that is there.</summary>
public sealed record LinkRequest
{
    /// <summary>The words to show for it.</summary>
    public required string Title { get; init; }

    /// <summary>An absolute http or https address. It is for everybody who sees the session: links to join online have a place of their own.</summary>
    public required string Url { get; init; }

    /// <summary>Orders the links of one session or contribution; of equal ones the earlier added comes first.</summary>
    public int Order { get; init; }

    /// <summary>Before this moment only organisers know of it; null for at once.</summary>
    public Instant? VisibleFrom { get; init; }

    internal Link Link => new(Title, Url);

    internal sealed class Rules : AbstractValidator<LinkRequest>
    {
        public Rules()
        {
            RuleFor(l => l.Title).Said(Limits.Title);
            RuleFor(l => l.Url).WebAddress();
            RuleFor(l => l.Order).InclusiveBetween(-Limits.Order, Limits.Order);
            RuleFor(l => l.VisibleFrom).Must(EnteredMoment.IsPossible).WithMessage("must be within the years that can be entered.");
        }
    }
}
