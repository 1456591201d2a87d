using Markdig;
using Markdig.Syntax;

namespace Agenda.Api.Releases;

/// <summary>Reads abstracts as Markdown within bounds: what nobody means as markup is no markup.</summary>
internal static class AbstractMarkdown
{
    // The parser takes seconds for tens of thousands of links that begin and never end, each within the other. No abstract has so many links.
    private const int MostLinks = 2_000;

    /// <summary>The text as Markdown; null where it can only be shown as it was entered.</summary>
    public static MarkdownDocument? Parse(string markdown, MarkdownPipeline pipeline)
    {
        if (markdown.AsSpan().Count("](") > MostLinks)
            return null;

        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            // The parser gives up where elements are nested hundreds of levels deep.
            return null;
        }
    }
}
