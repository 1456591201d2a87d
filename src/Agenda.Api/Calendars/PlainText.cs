using System.Globalization;
using System.Text;
using Agenda.Api.Releases;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Agenda.Api.Calendars;

/// <summary>
/// Markdown as text to read without markup: paragraphs parted by empty lines, list items with their mark, a link's address behind its words.
/// </summary>
internal sealed class PlainText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    private readonly StringBuilder text = new();
    private string indent = "";

    public static string Of(string markdown)
    {
        // Most abstracts are paragraphs, which need no parser. A character reference needs one.
        if (AbstractMarkdown.IsSurelyPlain(markdown) && !markdown.Contains('&', StringComparison.Ordinal))
            return Paragraphs(markdown);

        return Parsed(markdown);
    }

    /// <summary>The same, parsed in any case.</summary>
    internal static string Parsed(string markdown)
    {
        if (AbstractMarkdown.Parse(markdown, Pipeline) is not { } document)
            return markdown;

        var plain = new PlainText();
        plain.Blocks(document, tight: false);
        return plain.text.ToString();
    }

    private static string Paragraphs(string plain)
    {
        var text = new StringBuilder(plain.Length);
        var between = "";
        foreach (var line in plain.AsSpan().EnumerateLines())
        {
            var words = line.TrimEnd(' ');
            if (words.IsEmpty)
            {
                between = text.Length == 0 ? "" : "\n\n";
                continue;
            }

            text.Append(between).Append(words);
            // Two blanks at the end of a line keep it a line.
            between = line.Length - words.Length >= 2 ? "\n" : " ";
        }

        return text.ToString();
    }

    private void Blocks(ContainerBlock container, bool tight)
    {
        var first = true;
        foreach (var block in container)
        {
            if (block is LinkReferenceDefinitionGroup)
                continue;
            if (!first)
                NewLine(empty: !tight);
            first = false;
            Write(block);
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case ListBlock list:
                Items(list);
                break;
            case ContainerBlock container:
                Blocks(container, tight: false);
                break;
            case ThematicBreakBlock:
                text.Append("---");
                break;
            case CodeBlock code:
                Lines(code.Lines.ToString());
                break;
            case LeafBlock { Inline: { } inline }:
                Inlines(inline);
                break;
        }
    }

    private void Items(ListBlock list)
    {
        var number = list.OrderedStart is { } start && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 1;
        var outer = indent;
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
                NewLine(empty: list.IsLoose);
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number + i}. ") : "- ";
            text.Append(mark);
            indent = outer + new string(' ', mark.Length);
            Blocks((ListItemBlock)list[i], tight: !list.IsLoose);
            indent = outer;
        }
    }

    private void Inlines(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case LineBreakInline lineBreak:
                    if (lineBreak.IsHard)
                        NewLine(empty: false);
                    else
                        text.Append(' ');
                    break;
                case LinkInline link:
                    Link(link);
                    break;
                case ContainerInline nested:
                    Inlines(nested);
                    break;
            }
        }
    }

    private void Link(LinkInline link)
    {
        var before = text.Length;
        Inlines(link);
        var words = text.ToString(before, text.Length - before);
        // As on the pages, pictures are their words and an address of another kind than the web's is not shown.
        if (link.IsImage || link.Url is not { } url || url == words || !Agenda.Domain.Text.Link.IsWebAddress(url))
            return;
        text.Append(words.Length == 0 ? url : $" ({url})");
    }

    private void Lines(string lines)
    {
        var first = true;
        foreach (var line in lines.EnumerateLines())
        {
            if (!first)
                NewLine(empty: false);
            first = false;
            text.Append(line);
        }
    }

    private void NewLine(bool empty)
    {
        if (empty)
            text.Append('\n');
        text.Append('\n').Append(indent);
    }
}
