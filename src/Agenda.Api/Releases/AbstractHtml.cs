using System.Text.Encodings.Web;
using Agenda.Domain.Text;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Agenda.Api.Releases;

/// <summary>
/// Abstracts as HTML that is safe to put into any page: no tags of the author's own, no pictures, no links but to the web and to e-mail
/// addresses.
/// </summary>
internal static class AbstractHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    /// <summary>Renders Markdown; its highest heading comes out one level below <paramref name="heading"/>, the one it stands under.</summary>
    public static string Render(string? markdown, int heading = 2)
    {
        if (string.IsNullOrWhiteSpace(markdown))
            return "";

        if (AbstractMarkdown.Parse(markdown, Pipeline) is not { } document)
            return $"<p dir=\"auto\">{HtmlEncoder.Default.Encode(markdown)}</p>\n";

        Tame(document, heading, mail: true);
        return document.ToHtml(Pipeline);
    }

    /// <summary>Renders Markdown for readers outside of the pages, with links to the web only; null where it is nothing but paragraphs, which plain text says as well.</summary>
    public static string? RenderFormatted(string? markdown, int heading = 2)
    {
        if (string.IsNullOrWhiteSpace(markdown) || AbstractMarkdown.IsSurelyPlain(markdown) || AbstractMarkdown.Parse(markdown, Pipeline) is not { } document)
            return null;

        Tame(document, heading, mail: false);
        return IsFormatted(document) ? document.ToHtml(Pipeline) : null;
    }

    /// <summary>Whether a parser finds anything in it but paragraphs.</summary>
    internal static bool IsFormatted(string markdown) => AbstractMarkdown.Parse(markdown, Pipeline) is { } document && IsFormatted(document);

    private static bool IsFormatted(MarkdownDocument document) => !document.Descendants().All(IsPlain);

    private static void Tame(MarkdownDocument document, int heading, bool mail)
    {
        foreach (var node in document.Descendants().ToList())
            Tame(node, mail);
        Lower([.. document.Descendants<HeadingBlock>()], heading);
    }

    private static void Tame(MarkdownObject node, bool mail)
    {
        switch (node)
        {
            case LinkInline link when link.IsImage || !IsAllowed(link.Url, mail):
                Unlink(link);
                break;
            case AutolinkInline link when link.IsEmail ? !mail : !IsAllowed(link.Url, mail):
                link.ReplaceBy(new LiteralInline(link.Url));
                break;
            case LinkInline or AutolinkInline:
                node.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener noreferrer");
                break;
            case ParagraphBlock or HeadingBlock or ListItemBlock:
                node.GetAttributes().AddPropertyIfNotExist("dir", "auto");
                break;
        }
    }

    private static bool IsAllowed(string? url, bool mail) =>
        url is not null && (Link.IsWebAddress(url) || (mail && url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)));

    // An address that stands for itself is one in plain text, too.
    private static bool IsPlain(MarkdownObject node) => node switch
    {
        LinkInline link => link.IsAutoLink,
        ParagraphBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition or LiteralInline or LineBreakInline or HtmlEntityInline or AutolinkInline => true,
        _ => node.GetType() == typeof(ContainerInline),
    };

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static void Lower(List<HeadingBlock> headings, int above)
    {
        if (headings.Count == 0)
            return;

        var down = above + 1 - headings.Min(h => h.Level);
        foreach (var heading in headings)
            heading.Level = Math.Clamp(heading.Level + down, above + 1, 6);
    }
}
