using System.Text;
using System.Text.RegularExpressions;

namespace Agenda.Api.Schedules;

/// <summary>Texts as XML and JSON files can have them.</summary>
internal static partial class ExportedText
{
    /// <summary>Line ends as \n, without control characters and halves of characters, which XML forbids and apps stop at.</summary>
    public static string Of(string? text)
    {
        if (text is null)
            return "";
        if (!Unwanted().IsMatch(text))
            return text;

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>The same on one line, for names that stand in attributes, which have no line breaks.</summary>
    public static string Line(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');

    /// <summary>An abstract and the subtitle that leads it, as imports put it there: an emphasised line of its own.</summary>
    public static (string Subtitle, string Abstract) Parted(string? markdown)
    {
        var text = Of(markdown);
        return Subtitle().Match(text) is { Success: true } match
            ? (match.Groups[1].Value.Replace("\\*", "*", StringComparison.Ordinal), text[match.Length..])
            : ("", text);
    }

    /// <summary>An address in the characters that addresses have (RFC 3986 §2), as JSON schemas want it; browsers write others on the way.</summary>
    public static string Address(string url)
    {
        if (!NotOfAddresses().IsMatch(url))
            return url;

        var address = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
        {
            var text = rune.ToString();
            address.Append(NotOfAddresses().IsMatch(text) ? Uri.EscapeDataString(text) : text);
        }

        return SecondMark().Replace(address.ToString(), match => match.Value.Replace("#", "%23", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\*((?:[^*\n\\]|\\.)+)\*(?:\n\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]|#.*#", RegexOptions.CultureInvariant)]
    private static partial Regex NotOfAddresses();

    [GeneratedRegex("(?<=#).+", RegexOptions.CultureInvariant)]
    private static partial Regex SecondMark();

    [GeneratedRegex(@"[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF-[\n\t]]", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
