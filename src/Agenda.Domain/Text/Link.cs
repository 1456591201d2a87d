using System.Text;

namespace Agenda.Domain.Text;

/// <summary>An address with the words to show for it.</summary>
public sealed record Link(string Title, string Url)
{
    /// <summary>Whether <paramref name="url"/> is an absolute http or https address; nothing else is ever shown as a link.</summary>
    public static bool IsWebAddress(string url) =>
        url.Length <= Limits.Url && url.EnumerateRunes().All(IsPlain) && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    // The parser trims and mends; calendars and pages get the address as it was entered, so a blank or line break must not be in it. Marks that turn
    // the direction of writing can make it look like another.
    private static bool IsPlain(Rune rune) => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune != Rune.ReplacementChar && !TurnsDirection(rune);

    private static bool TurnsDirection(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
