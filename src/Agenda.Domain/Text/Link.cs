using System.Text;

namespace Agenda.Domain.Text;

/// <summary>An address with the words to show for it.</summary>
public sealed record Link(string Title, string Url)
{
    /// <summary>Whether <paramref name="url"/> is an absolute http or https address; nothing else is ever shown as a link.</summary>
    public static bool IsWebAddress(string url) =>
        url.Length <= Limits.Url && url.EnumerateRunes().All(IsPlain) && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    // The parser trims and mends; calendars and pages get the address as it was entered, so a blank or line break must not be in it.
    private static bool IsPlain(Rune rune) => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune != Rune.ReplacementChar;
}
