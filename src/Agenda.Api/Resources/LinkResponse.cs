using Agenda.Domain.Resources;
using Agenda.Infrastructure.Resources;
using NodaTime;

namespace Agenda.Api.Resources;

/// <summary>A live link as organisers see it.</summary>
/// <param name="Contribution">The contribution that it belongs to; null for the session as a whole.</param>
/// <param name="Title">The words to show for it.</param>
/// <param name="Url">An absolute http or https address.</param>
/// <param name="VisibleFrom">Before this moment only organisers know of it; null for at once.</param>
/// <param name="Version">Rises with every edit; the ETag.</param>
public sealed record LinkResponse(Guid Id, Guid Session, Guid? Contribution, string Title, string Url, Instant AddedAt, Instant? VisibleFrom, int Order, int Version)
{
    internal static LinkResponse Of(SessionLink link) => new(
        link.Id.Value, link.SessionId.Value, link.ContributionId?.Value, link.Title, link.Url, link.AddedAt, link.VisibleFrom, link.Order, link.Version);
}

/// <summary>The live links of a session and of its contributions, in their order.</summary>
public sealed record LinksResponse(IReadOnlyList<LinkResponse> Items);

/// <summary>A live link as readers see it.</summary>
/// <param name="Title">The words to show for it.</param>
/// <param name="Url">An absolute http or https address.</param>
/// <param name="Contribution">The contribution that it belongs to; null for the session as a whole.</param>
public sealed record PublicLink(Guid Id, string Title, string Url, Guid? Contribution)
{
    /// <summary>Null where there are none, so that nothing is said of them.</summary>
    internal static IReadOnlyList<PublicLink>? Of(IEnumerable<PublishedResource> resources)
    {
        PublicLink[] links = [.. resources.OfType<PublishedLink>().Select(l => new PublicLink(l.Id.Value, l.To.Title, l.To.Url, l.Contribution?.Value))];
        return links.Length > 0 ? links : null;
    }
}
