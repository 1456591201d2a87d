using System.Buffers;
using Agenda.Api.Http;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>What stands in a calendar before its events (RFC 5545 §3.6, RFC 7986 §5). No METHOD: it would make mail programs see an invitation.</summary>
internal static class CalendarHead
{
    private const string RefreshInterval = "PT1H";

    /// <summary>The head of a feed: what it is called, where it comes from and how often to look.</summary>
    public static byte[] OfFeed(ReleaseCalendar calendar, FeedFilter filter, FeedForm form, PublicAddress address)
    {
        var agenda = calendar.Agenda;
        return Written(lines =>
        {
            WriteName(lines, filter.Name(agenda));
            lines.Value("URL", address.Agenda(agenda.Conference.Slug) + filter.Query);
            lines.Value("SOURCE", address.Feed(agenda.Conference.Slug) + form.Query(filter.Query), ("VALUE", "URI"));
            WriteRefresh(lines, agenda.Document.ModifiedAt);
            WriteZones(lines, form.Times, [calendar]);
        });
    }

    /// <summary>The head of a feed of several conferences.</summary>
    public static byte[] OfCombined(string name, string source, Instant modifiedAt, EventTimes times, IReadOnlyList<ReleaseCalendar> calendars) => Written(lines =>
    {
        WriteName(lines, name);
        lines.Value("SOURCE", source, ("VALUE", "URI"));
        WriteRefresh(lines, modifiedAt);
        WriteZones(lines, times, calendars);
    });

    /// <summary>The head of somebody's own agenda: neither its address, which is a secret, nor when it changed, which says nothing about an event.</summary>
    public static byte[] OfMine(string name, EventTimes times, IReadOnlyList<ReleaseCalendar> calendars) => Written(lines =>
    {
        WriteName(lines, name);
        WriteRefresh(lines, null);
        WriteZones(lines, times, calendars);
    });

    /// <summary>The head of a single session to download, which is no calendar of its own: it has no name and no address to look at again.</summary>
    public static byte[] OfDownload(ReleaseCalendar? inZoneOf) => Written(lines => WriteZones(lines, inZoneOf is null ? EventTimes.Utc : EventTimes.Local, inZoneOf is null ? [] : [inZoneOf]));

    /// <summary>The rules of a zone, to be written into heads.</summary>
    public static byte[] OfZone(ConferenceZone zone, Interval span) => Rendered(lines => ZoneComponent.Write(lines, zone.Rules, span));

    private static void WriteName(ContentLineWriter lines, string name)
    {
        lines.Text("NAME", name);
        lines.Text("X-WR-CALNAME", name);
    }

    private static void WriteRefresh(ContentLineWriter lines, Instant? modifiedAt)
    {
        if (modifiedAt is { } at)
            lines.At("LAST-MODIFIED", at);
        lines.Value("REFRESH-INTERVAL", RefreshInterval, ("VALUE", "DURATION"));
        lines.Value("X-PUBLISHED-TTL", RefreshInterval);
    }

    // Each zone once, for all that is said in it.
    private static void WriteZones(ContentLineWriter lines, EventTimes times, IReadOnlyList<ReleaseCalendar> calendars)
    {
        if (times != EventTimes.Local)
            return;

        if (calendars is [var only])
        {
            lines.Rendered(only.Zone);
            return;
        }

        foreach (var zone in calendars.GroupBy(c => c.Agenda.Zone.Id, StringComparer.Ordinal).OrderBy(z => z.Key, StringComparer.Ordinal))
        {
            var span = zone.Select(c => c.Span).Aggregate((a, b) => new(Instant.Min(a.Start, b.Start), Instant.Max(a.End, b.End)));
            ZoneComponent.Write(lines, zone.First().Agenda.Zone.Rules, span);
        }
    }

    private static byte[] Written(Action<ContentLineWriter> write) => Rendered(lines =>
    {
        lines.Begin("VCALENDAR");
        lines.Text("VERSION", "2.0");
        lines.Text("PRODID", "-//Agenda//Agenda//EN");
        lines.Text("CALSCALE", "GREGORIAN");
        write(lines);
    });

    private static byte[] Rendered(Action<ContentLineWriter> write)
    {
        var output = new ArrayBufferWriter<byte>(512);
        write(new ContentLineWriter(output));
        return output.WrittenSpan.ToArray();
    }
}
