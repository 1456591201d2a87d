using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Text of a file as it may be stored: without control characters, HTML and surplus length; what was done to it is noted.</summary>
/// <param name="notes">Take what was done.</param>
/// <param name="isMarkdown">Whether the texts are Markdown or plain for certain, so that what looks like HTML is not.</param>
internal sealed partial class CleanText(ImportNotes notes, bool isMarkdown = false)
{
    // What is worth a second look: controls, halves of characters and those that some of them turn out to be, marks and line separators.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => (char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')]);

    /// <summary>One line of plain text, or null where there is none.</summary>
    public string? Line(Said said, string field, int longest)
    {
        if (said.IsBlank)
            return null;

        var text = WithoutEntities(Characters(said, field), said, field);
        if (!isMarkdown && InlineTag().IsMatch(text))
        {
            text = HtmlText.PlainText(text);
            notes.Mend(said.Where, $"{field} \"{text}\"", "It had HTML tags, which a plain text cannot have; dropped.");
        }

        return Fitting(OneLine(text), said, field, longest);
    }

    /// <summary>Markdown, or null where there is none.</summary>
    public string? Block(Said said, string field, int longest)
    {
        if (said.IsBlank)
            return null;

        var text = Characters(said, field);
        if (isMarkdown)
            return Fitting(text.Trim('\n'), said, field, longest);
        if (!HtmlText.IsHtml(text))
            text = WithoutEntities(text, said, field);
        return Fitting(HtmlText.IsHtml(text) ? HtmlMarkdown.Convert(text) : text.Trim(), said, field, longest);
    }

    /// <summary>A BCP 47 tag such as "en" or "de-CH", or null.</summary>
    public string? Language(Said said)
    {
        if (Line(said, "language", Limits.Title) is not { } text)
            return null;
        if (text.Length <= Limits.Language && LanguageTag().IsMatch(text))
            return text.Length == 2 ? text.ToLowerInvariant() : text;

        notes.LeaveOut(said.Where, $"language \"{text}\"", "It is no language tag such as \"en\" or \"de-CH\".");
        return null;
    }

    /// <summary>White space runs as one blank, none at the ends.</summary>
    public static string OneLine(string text) => WhiteSpace().Replace(text, " ").Trim();

    /// <summary>At most so many UTF-16 units, without half a character at the end.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;

        var end = char.IsLowSurrogate(text[longest]) ? longest - 1 : longest;
        return text[..end];
    }

    /// <summary>Line ends as \n, nothing that calendars, XML and pages cannot carry.</summary>
    public static string WithoutControls(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspicious) < 0)
            return text;

        var clean = new StringBuilder(text.Length);
        var lines = text.ReplaceLineEndings("\n");
        for (var i = 0; i < lines.Length; i++)
        {
            var c = lines[i];
            if (char.IsHighSurrogate(c) && i + 1 < lines.Length && char.IsLowSurrogate(lines[i + 1]))
                clean.Append(c).Append(lines[++i]);
            else if (char.IsSurrogate(c))
                clean.Append('\uFFFD');
            else if (c is '\n' or '\t' || !(char.IsControl(c) || c is '\uFFFE' or '\uFFFF' or '\uFEFF'))
                clean.Append(c);
        }

        return clean.ToString();
    }

    private string Characters(Said said, string field)
    {
        var text = said.Text!;
        var clean = WithoutControls(text);
        if (!ReferenceEquals(clean, text) && clean != text && text.EnumerateRunes().Any(r => r.Value is not ('\r' or '\n' or '\t' or '\f' or 0x85) && (Rune.IsControl(r) || r == Rune.ReplacementChar)))
            notes.Mend(said.Where, field, "It had control characters or halves of characters; dropped or replaced.");
        return clean;
    }

    // Exported twice through the same escaping: "R&amp;D" for R&D.
    private string WithoutEntities(string text, Said said, string field)
    {
        if (isMarkdown || !Entity().IsMatch(text))
            return text;

        notes.Mend(said.Where, field, "Characters were escaped twice, such as \"&amp;\"; read as what they mean.");
        return WithoutControls(WebUtility.HtmlDecode(text));
    }

    private string? Fitting(string text, Said said, string field, int longest)
    {
        if (text.Length > longest)
        {
            notes.Mend(said.Where, field, string.Create(CultureInfo.InvariantCulture, $"It has {text.Length:N0} characters; cut to {longest:N0}."));
            text = Cut(text, longest).TrimEnd();
        }

        return text.Length == 0 ? null : text;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("&(amp|lt|gt|quot|apos|nbsp|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex("</?(b|i|em|strong|br|sub|sup|span|p|u|small|tt|font)(\\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageTag();
}
