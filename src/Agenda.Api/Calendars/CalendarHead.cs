using Agenda.Api.Http;
using Agenda.Domain.Releases;

namespace Agenda.Api.Calendars;

/// <summary>What stands in a calendar before its events (RFC 5545 §3.6, RFC 7986 §5). No METHOD: it would make mail programs see an invitation.</summary>
internal static class CalendarHead
{
    private const string RefreshInterval = "PT1H";

    /// <summary>The head of a feed: what it is called, where it comes from and how often to look.</summary>
    public static void WriteFeed(ContentLineWriter lines, PublishedAgenda agenda, FeedFilter filter, PublicAddress address)
    {
        var (conference, name) = (agenda.Conference, filter.Name(agenda));
        Begin(lines);
        lines.Text("NAME", name);
        lines.Text("X-WR-CALNAME", name);
        lines.Value("URL", address.Agenda(conference.Slug) + filter.Query);
        lines.Value("SOURCE", address.Feed(conference.Slug) + filter.Query, ("VALUE", "URI"));
        lines.At("LAST-MODIFIED", agenda.Document.ModifiedAt);
        lines.Value("REFRESH-INTERVAL", RefreshInterval, ("VALUE", "DURATION"));
        lines.Value("X-PUBLISHED-TTL", RefreshInterval);
    }

    /// <summary>The head of a single session to download, which is no calendar of its own: it has no name and no address to look at again.</summary>
    public static void WriteDownload(ContentLineWriter lines) => Begin(lines);

    private static void Begin(ContentLineWriter lines)
    {
        lines.Begin("VCALENDAR");
        lines.Text("VERSION", "2.0");
        lines.Text("PRODID", "-//Agenda//Agenda//EN");
        lines.Text("CALSCALE", "GREGORIAN");
    }
}
