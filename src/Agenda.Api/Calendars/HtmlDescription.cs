using Agenda.Api.Releases;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Text;

namespace Agenda.Api.Calendars;

/// <summary>A session as a small HTML document for X-ALT-DESC, which Outlook shows in place of the description: the same facts, the abstract with its formatting.</summary>
internal static class HtmlDescription
{
    /// <summary>The document; null where the abstract has no formatting, because it would say nothing that <see cref="SessionDescription"/> does not.</summary>
    public static string? Of(PublishedSession session, SlotTimes times, ConferenceZone zone, string url, string? join = null)
    {
        if (AbstractHtml.RenderFormatted(session.Abstract) is not { } text)
            return null;

        var facts = EntryFacts.Of(session, times, zone, url);
        return $"<html><body>{Lines(facts.Lines)}{Join(join)}{Items(facts.Talks.Select(Encoded))}{text}{Items(facts.Resources.Select(Anchor))}<p>{Anchor(new("", facts.Url))}</p></body></html>";
    }

    private static string Lines(IReadOnlyList<string> lines) => $"<p>{string.Join("<br>", lines.Select(Encoded))}</p>";

    private static string Join(string? join) => join is null ? "" : $"<p>{Anchor(new(EntryFacts.JoinOnline, join))}</p>";

    private static string Items(IEnumerable<string> items) => string.Concat(items.Select(item => $"<li>{item}</li>")) is { Length: > 0 } list ? $"<ul>{list}</ul>" : "";

    private static string Anchor(Link link)
    {
        var words = string.IsNullOrWhiteSpace(link.Title) ? link.Url : link.Title;
        return Link.IsWebAddress(link.Url) ? $"<a href=\"{Encoded(link.Url)}\">{Encoded(words)}</a>" : Encoded(words);
    }

    // Not an encoder of the framework: those spell out letters and control characters, which are written as they are, or dropped, with the line.
    private static string Encoded(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
