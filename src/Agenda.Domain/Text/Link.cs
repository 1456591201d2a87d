namespace Agenda.Domain.Text;

/// <summary>An address with the words to show for it.</summary>
public sealed record Link(string Title, string Url)
{
    /// <summary>Whether <paramref name="url"/> is an absolute http or https address; nothing else is ever shown as a link.</summary>
    public static bool IsWebAddress(string url) =>
        url.Length <= Limits.Url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
}
