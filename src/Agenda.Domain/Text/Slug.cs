using System.Text;
using System.Text.RegularExpressions;

namespace Agenda.Domain.Text;

/// <summary>Short names for addresses: lower-case ASCII letters and digits in groups joined by single hyphens.</summary>
public static partial class Slug
{
    // "$" alone would let a line break follow.
    public const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$(?!\\n)";

    // Everything that the server itself answers at the first level, and words kept for later pages.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "api", "calendars", "openapi", "health", "organise", "organize", "account", "sign-in", "sign-out", "static", "assets", "about", "admin", "help",
        "login", "logout", "search", "mine", "embed", "privacy", "legal", "favicon", "robots", "sessions", "people", "changes", "swagger",
    };

    public static bool IsValid(string text) => text.Length is > 0 and <= Limits.Slug && Shape().IsMatch(text);

    /// <summary>Whether a conference may not be called so because the address has another meaning.</summary>
    public static bool IsReserved(string slug) => Reserved.Contains(slug);

    /// <summary>Makes a slug of a name: "St. Mary's Building" becomes "st-mary-s-building"; a name without any letter or digit gives <paramref name="otherwise"/>.</summary>
    public static string Of(string name, string otherwise)
    {
        var slug = new StringBuilder();
        foreach (var c in FoldedText.Of(name))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == Limits.Slug - 8)
                break;
        }

        var made = slug.ToString().Trim('-');
        return made.Length == 0 ? otherwise : made;
    }

    /// <summary>As <see cref="Of"/>, with a number behind it when <paramref name="taken"/> says that the plain form is in use.</summary>
    public static string Free(string name, string otherwise, Func<string, bool> taken)
    {
        var plain = Of(name, otherwise);
        var slug = plain;
        for (var n = 2; taken(slug); n++)
            slug = $"{plain}-{n}";
        return slug;
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
