using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Turns HTML into Markdown in one pass over its tokens: what was marked up stays so, scripts and styles go, and broken or endlessly nested
/// HTML costs no more than its length.
/// </summary>
internal sealed partial class HtmlMarkdown
{
    private readonly MarkdownWriter markdown;
    private readonly bool keepLines;
    private readonly Stack<int?> lists = new();
    private readonly StringBuilder verbatim = new();
    private string? verbatimIn, skipIn;

    private HtmlMarkdown(bool keepLines) => (this.keepLines, markdown) = (keepLines, new MarkdownWriter(escape: !keepLines));

    /// <summary>The Markdown; in a text with inline tags only, line ends mean what they mean in Markdown.</summary>
    public static string Convert(string html)
    {
        var conversion = new HtmlMarkdown(keepLines: !HtmlText.HasBlocks(html));
        conversion.Read(html);
        return conversion.markdown.Finish();
    }

    private void Read(string html)
    {
        using var source = new TextSource(html);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token is HtmlTagToken tag && tag.Type == HtmlTokenType.StartTag && skipIn is null)
                Start(tag, tokenizer);
            else if (token.Type == HtmlTokenType.EndTag)
                End(token.Name);
            else if (token.Type == HtmlTokenType.Character && skipIn is null)
                Characters(token.Data);
        }

        EndVerbatim();
    }

    private void Characters(string text)
    {
        if (verbatimIn is not null)
            verbatim.Append(text);
        else if (keepLines)
            Lines(text);
        else
            markdown.Append(text);
    }

    private void Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                markdown.BreakLine(hard: false);
            markdown.AppendVerbatim(i > 0 && string.IsNullOrWhiteSpace(lines[i]) ? "" : lines[i]);
        }
    }

    private void Start(HtmlTagToken tag, HtmlTokenizer tokenizer)
    {
        switch (tag.Name)
        {
            case "script" or "style":
                skipIn = tag.Name;
                tokenizer.State = tag.Name == "script" ? HtmlParseMode.Script : HtmlParseMode.Rawtext;
                break;
            case "pre" or "code" when verbatimIn is null:
                verbatimIn = tag.Name;
                break;
            case var _ when verbatimIn is not null:
                break;
            case "br":
                markdown.BreakLine(hard: true);
                break;
            case "hr":
                markdown.Break(Gap.Paragraph);
                markdown.AppendVerbatim("---");
                markdown.Break(Gap.Paragraph);
                break;
            case "img":
                Image(tag);
                break;
            case "a":
                Link(tag);
                break;
            case "em" or "i" or "cite":
                markdown.OpenSpan("em", "*", "*");
                break;
            case "strong" or "b":
                markdown.OpenSpan("strong", "**", "**");
                break;
            default:
                StartBlock(tag.Name);
                break;
        }
    }

    private void StartBlock(string name)
    {
        switch (name)
        {
            case "ul" or "ol":
                markdown.Break(lists.Count == 0 ? Gap.Paragraph : Gap.Line);
                lists.Push(name == "ol" ? 0 : null);
                markdown.OpenContainer("list", "", "");
                break;
            case "li":
                if (markdown.Innermost("li", "list") == "li")
                    markdown.CloseContainer("li");
                markdown.Break(Gap.Line);
                OpenItem();
                break;
            case "blockquote":
                markdown.Break(Gap.Paragraph);
                markdown.OpenContainer("blockquote", "> ", "> ");
                break;
            case ['h', >= '1' and <= '6' and var level]:
                markdown.Break(Gap.Paragraph);
                markdown.AppendVerbatim(new string('#', level - '0') + " ");
                break;
            case "p" when markdown.Innermost("li", "list", "blockquote") != "li":
            case "div" or "section" or "article" or "table" or "dl" or "figure":
                markdown.Break(Gap.Paragraph);
                break;
            case "p" or "tr" or "dt" or "dd":
                markdown.Break(Gap.Line);
                break;
            case "td" or "th":
                markdown.Append(" ");
                break;
            default:
                break;
        }
    }

    private void OpenItem()
    {
        var number = lists.TryPop(out var counted) ? counted + 1 : null;
        lists.Push(number);
        var marker = number is { } n ? $"{n}. " : "- ";
        markdown.OpenContainer("li", marker, new string(' ', marker.Length));
    }

    private void End(string name)
    {
        if (name == skipIn)
            skipIn = null;
        if (skipIn is not null)
            return;
        if (verbatimIn is not null)
        {
            if (name == verbatimIn)
                EndVerbatim();
            return;
        }

        switch (name)
        {
            case "a":
                markdown.CloseSpan("a");
                break;
            case "em" or "i" or "cite":
                markdown.CloseSpan("em");
                break;
            case "strong" or "b":
                markdown.CloseSpan("strong");
                break;
            case "ul" or "ol":
                markdown.CloseContainer("list");
                lists.TryPop(out _);
                markdown.Break(lists.Count == 0 ? Gap.Paragraph : Gap.Line);
                break;
            case "li" or "blockquote":
                markdown.Break(name == "li" ? Gap.Line : Gap.Paragraph);
                markdown.CloseContainer(name);
                break;
            case ['h', >= '1' and <= '6'] or "p" or "div" or "section" or "article" or "table" or "dl" or "figure":
                markdown.Break(markdown.Innermost("li", "blockquote") == "li" ? Gap.Line : Gap.Paragraph);
                break;
            default:
                break;
        }
    }

    private void EndVerbatim()
    {
        var (element, text) = (verbatimIn, verbatim.ToString());
        verbatimIn = null;
        verbatim.Clear();
        if (element is null || string.IsNullOrWhiteSpace(text))
            return;

        var fence = new string('`', Math.Max(element == "pre" ? 3 : 1, LongestRun(text) + 1));
        if (element == "code")
        {
            var line = CleanText.OneLine(text);
            var pad = line.Contains('`', StringComparison.Ordinal) ? " " : "";
            markdown.AppendVerbatim($"{fence}{pad}{line}{pad}{fence}");
            return;
        }

        markdown.Break(Gap.Paragraph);
        foreach (var line in (string[])[fence, .. text.ReplaceLineEndings("\n").Trim('\n').Split('\n'), fence])
        {
            markdown.AppendVerbatim(line.Length == 0 ? " " : line);
            markdown.Break(Gap.Line);
        }

        markdown.Break(Gap.Paragraph);
    }

    private static int LongestRun(string text) => Backticks().Matches(text).Select(m => m.Length).DefaultIfEmpty(0).Max();

    private void Link(HtmlTagToken tag)
    {
        markdown.CloseSpan("a");
        if (HtmlText.Address(tag.GetAttribute("href")) is { } address)
            markdown.OpenSpan("a", "[", $"]({address})");
    }

    // Shown as a link: a page that loads pictures from anywhere tells anywhere who reads it.
    private void Image(HtmlTagToken tag)
    {
        var alternative = CleanText.OneLine(tag.GetAttribute("alt") ?? "");
        if (markdown.IsInside("a") || HtmlText.Address(tag.GetAttribute("src")) is not { } address)
        {
            markdown.Append(alternative);
            return;
        }

        markdown.OpenSpan("img", "[", $"]({address})");
        markdown.Append(alternative.Length == 0 ? "image" : alternative);
        markdown.CloseSpan("img");
    }

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();
}
