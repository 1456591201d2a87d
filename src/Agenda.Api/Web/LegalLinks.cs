using Agenda.Domain.Text;

namespace Agenda.Api.Web;

/// <summary>Where whoever runs the service says what they have to: imprint, privacy, accessibility. They stand at the foot of every page.</summary>
internal sealed class LegalLinks
{
    public const string Setting = "Agenda:LegalLinks";

    /// <exception cref="InvalidOperationException">A link has no title, or no address of the web.</exception>
    public LegalLinks(IConfiguration configuration) => All =
    [
        .. configuration.GetSection(Setting).GetChildren().Select(link => link["Title"] is { Length: > 0 } title && link["Url"] is { } url && Link.IsWebAddress(url)
            ? new Link(title, url)
            : throw new InvalidOperationException($"{link.Path} needs a Title, and a Url that begins with https:// or http://.")),
    ];

    public IReadOnlyList<Link> All { get; }
}
