using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Tells HTML from other text, and what of it may stay.</summary>
internal static partial class HtmlText
{
    /// <summary>Whether a text is HTML rather than plain text or Markdown that mentions a tag of XML or C++.</summary>
    public static bool IsHtml(string text) => text.Contains('<', StringComparison.Ordinal) && Tag().IsMatch(text);

    /// <summary>Whether white space is layout, as it is where paragraphs and lists are marked up.</summary>
    public static bool HasBlocks(string html) => BlockTag().IsMatch(html);

    /// <summary>The text without tags, in one line.</summary>
    public static string PlainText(string html)
    {
        var text = new StringBuilder(html.Length);
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
            text.Append(token.Type == HtmlTokenType.Character ? token.Data : " ");
        return text.ToString();
    }

    /// <summary>The address of a link as Markdown can have it; null for anything but web and mail addresses.</summary>
    public static string? Address(string? href)
    {
        var address = (href ?? "").Trim().Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);
        return Domain.Text.Link.IsWebAddress(address) || MailAddress().IsMatch(address) ? address : null;
    }

    [GeneratedRegex("^mailto:[^\\s\"]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();

    [GeneratedRegex("""</?(p|br|hr|a|ul|ol|li|dl|dt|dd|em|strong|b|i|u|s|cite|small|sub|sup|h[1-6]|code|pre|div|span|font|img|blockquote|table|tr|td|th|script|style|section|article|figure)(\s[^<>]*)?/?>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("""</?(p|ul|ol|li|dl|h[1-6]|pre|div|blockquote|table|section|article|figure)(\s[^<>]*)?/?>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();
}
