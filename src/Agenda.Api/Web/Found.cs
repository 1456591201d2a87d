using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;
using Microsoft.AspNetCore.Components;

namespace Agenda.Api.Web;

/// <summary>What a search found, marked: its words in titles and names, and lines around those that a row does not show. Text is compared as the search does.</summary>
public sealed partial class Found
{
    private readonly string[] words;

    private Found(string[] words) => this.words = words;

    /// <summary>Null where nobody searched.</summary>
    public static Found? By(params IReadOnlyList<string> queries) =>
        queries.SelectMany(FoldedText.Words).Distinct(StringComparer.Ordinal).ToArray() is { Length: > 0 } words ? new(words) : null;

    /// <summary>A row, written without regard to the search, with titles and names marked and what else was found at its end.</summary>
    public MarkupString InRow(MarkupString row, PublishedSession session)
    {
        var marked = InTile(row).Value;
        return new(marked.Insert(marked.LastIndexOf("</li>", StringComparison.Ordinal), Besides(session).Value));
    }

    /// <summary>The same of a tile, which has no room for more.</summary>
    public MarkupString InTile(MarkupString tile) => new(Named().Replace(
        tile.Value, part => Isolated().Replace(part.Value, text => $"{text.Groups[1].Value}{Marked(WebUtility.HtmlDecode(text.Groups[2].Value))}</bdi>")));

    /// <summary>Text, with what was found marked if anybody searched.</summary>
    public static MarkupString Mark(Found? found, string? text) => new(found is null ? HtmlText.Encoded(text ?? "") : found.Marked(text ?? ""));

    /// <summary>Lines around words that are in the abstract, in contributions or with their authors.</summary>
    public MarkupString Besides(PublishedSession session) => new(string.Concat(FoundLine.Of(session, words).Select(line =>
    {
        var language = session.Language is { } tag ? $" lang=\"{HtmlText.Encoded(tag)}\"" : "";
        var within = line.Within is { } title ? $"<b><bdi{language}>{Marked(title)}</bdi></b>: " : "";
        return $"<p class=\"found\">{within}<bdi{language}>{Marked(line.Text)}</bdi></p>";
    })));

    private string Marked(string text)
    {
        var (folded, places) = FoldedText.WithPlaces(text);
        var isMarked = new bool[text.Length];
        foreach (var word in words)
        {
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var end = at + word.Length < folded.Length ? places[at + word.Length] : text.Length;
                // A letter that is two when folded is marked though only one of them was asked for.
                isMarked.AsSpan(places[at]..Math.Max(end, places[at] + 1)).Fill(true);
            }
        }

        var html = new StringBuilder(text.Length);
        for (int from = 0, to; from < text.Length; from = to)
        {
            for (to = from; to < text.Length && isMarked[to] == isMarked[from];)
                to++;
            var piece = HtmlText.Encoded(text[from..to]);
            html.Append(isMarked[from] ? $"<mark>{piece}</mark>" : piece);
        }

        return html.ToString();
    }

    // A row's title and people; not its room, track and type, in which nothing is searched.
    [GeneratedRegex("""<h4>.*?</bdi>|<(ul|p) class="who">.*?</\1>""", RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex("(<bdi[^>]*>)([^<]+)</bdi>")]
    private static partial Regex Isolated();
}
