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

        foreach (var node in document.Descendants().ToList())
            Tame(node);
        Lower([.. document.Descendants<HeadingBlock>()], heading);
        return document.ToHtml(Pipeline);
    }

    private static void Tame(MarkdownObject node)
    {
        switch (node)
        {
            case LinkInline link when link.IsImage || !IsAllowed(link.Url):
                Unlink(link);
                break;
            case AutolinkInline { IsEmail: false } link when !IsAllowed(link.Url):
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

    private static bool IsAllowed(string? url) => url is not null && (Link.IsWebAddress(url) || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

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
