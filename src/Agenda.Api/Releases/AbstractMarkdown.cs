using System.Buffers;
using Markdig;
using Markdig.Syntax;

namespace Agenda.Api.Releases;

/// <summary>Reads abstracts as Markdown within bounds: what nobody means as markup is no markup.</summary>
internal static class AbstractMarkdown
{
    // The parser takes seconds for tens of thousands of links that begin and never end, each within the other. No abstract has so many links.
    private const int MostLinks = 2_000;

    // Without one of these there is no emphasis, code, link, quotation, heading, tag or escape, and it is clear what a line is.
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_`[<>#~|\\\t\0\v\f\u0085\u2028\u2029");

    // What a line begins with that is a list, a rule or the line under a heading. Indented lines may be code.
    private static readonly SearchValues<char> LineMarks = SearchValues.Create("-+= 0123456789");

    /// <summary>Whether a text has nothing that could be markup, told without parsing it: it is paragraphs then. One that has may be paragraphs all the same.</summary>
    public static bool IsSurelyPlain(string markdown)
    {
        if (markdown.AsSpan().ContainsAny(Marks))
            return false;

        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            if (line.Length > 0 && LineMarks.Contains(line[0]))
                return false;
        }

        return true;
    }

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
