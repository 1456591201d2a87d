using System.Collections.Concurrent;
using System.Globalization;
using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>Writes sessions as events (VEVENT, RFC 5545 §3.6.1). Nothing in them depends on the clock, so a release always gives the same bytes.</summary>
internal sealed class SessionEvent(PublishedAgenda agenda, PublicAddress address, EventTimes form)
{
    // What is shared in an online meeting (RFC 7986 §5.11).
    private static readonly ContentLineParameter AudioAndVideo = new("FEATURE", "AUDIO", "VIDEO");

    private readonly ConcurrentDictionary<string, string?> colours = new(StringComparer.OrdinalIgnoreCase);
    private readonly string slug = agenda.Conference.Slug;

    /// <summary>A session of the release; in somebody's own agenda with where it is joined online, which is never public.</summary>
    public void Write(ContentLineWriter lines, PublishedSession session, SlotTimes times, JoinLink? join = null)
    {
        var url = address.Session(slug, session.Code);
        var changedAt = join is null ? session.Released.ChangedAt : Instant.Max(session.Released.ChangedAt, join.ChangedAt);
        lines.Begin("VEVENT");
        WriteHistory(lines, session.Released.Id.Value, changedAt, session.Released.Sequence);
        WriteFacts(lines, times, Summary(session.Code, session.Title, session.Cancelled), session.Room?.Location);
        if (session.Room?.Coordinates is { } point)
            lines.Value("GEO", Geo(point));
        lines.Text("DESCRIPTION", SessionDescription.Of(session, times, agenda.Zone, url, join?.Url));
        lines.Text("X-ALT-DESC", HtmlDescription.Of(session, times, agenda.Zone, url, join?.Url), ("FMTTYPE", "text/html"));
        lines.Value("URL", url);
        if (join is not null)
            lines.Value("CONFERENCE", join.Url, ("VALUE", "URI"), AudioAndVideo, ("LABEL", EntryFacts.JoinOnline));
        lines.Text("STATUS", session.Cancelled ? "CANCELLED" : "CONFIRMED");
        lines.Texts("CATEGORIES", [session.Type.Name, session.Track?.Name]);
        lines.Text("COLOR", Colour(session.Track?.Colour ?? session.Type.Colour));
        if (session.Type.Break || session.Cancelled)
            lines.Text("TRANSP", "TRANSPARENT");
        lines.End("VEVENT");
    }

    /// <summary>A session that an earlier release had, so that calendars which keep what a feed once held learn that it does not take place.</summary>
    public void Write(ContentLineWriter lines, WithdrawnSession session, SlotTimes times)
    {
        lines.Begin("VEVENT");
        WriteHistory(lines, session.Id.Value, session.ChangedAt, session.Sequence);
        WriteFacts(lines, times, Summary(session.Code, session.Title, cancelled: true), session.Location);
        lines.Text("DESCRIPTION", "This session is no longer in the programme.\n\n" + address.Agenda(slug));
        lines.Value("URL", address.Agenda(slug));
        lines.Text("STATUS", "CANCELLED");
        lines.Text("TRANSP", "TRANSPARENT");
        lines.End("VEVENT");
    }

    // A conference has a handful of colours, and each takes a while to name.
    private string? Colour(string? entered) => entered is null ? null : colours.GetOrAdd(entered, ColourName.Nearest);

    private void WriteHistory(ContentLineWriter lines, Guid id, Instant changedAt, int sequence)
    {
        lines.Text("UID", $"{id}@{agenda.UidHost ?? address.Host}");
        lines.At("DTSTAMP", changedAt);
        lines.At("LAST-MODIFIED", changedAt);
        lines.Integer("SEQUENCE", sequence);
    }

    // Some readers drop an event without a place; the conference is where a session without a room is, be it a break or to be announced.
    private void WriteFacts(ContentLineWriter lines, SlotTimes times, string summary, string? location)
    {
        // Readers disagree about which of two equal wall times is meant, so whatever touches an hour that the clocks have twice is in UTC.
        var local = form == EventTimes.Local && IsUnmistakable(times.Start) && IsUnmistakable(times.End);
        WriteTime(lines, "DTSTART", times.Start, local);
        WriteTime(lines, "DTEND", times.End, local);
        lines.Text("SUMMARY", summary);
        lines.Text("LOCATION", string.IsNullOrWhiteSpace(location) ? agenda.Conference.Name : location);
    }

    private static bool IsUnmistakable(ZonedDateTime time) => time.Zone.MapLocal(time.LocalDateTime).Count == 1;

    private static void WriteTime(ContentLineWriter lines, string name, ZonedDateTime time, bool local)
    {
        if (local)
            lines.Local(name, time);
        else
            lines.At(name, time.ToInstant());
    }

    // RFC 5545 §3.8.1.6: latitude, longitude; six decimals are a tenth of a metre.
    private static string Geo(Coordinates point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.000000};{point.Longitude:0.000000}");

    private static string Summary(string code, string title, bool cancelled) => (cancelled ? "Cancelled: " : "") + $"{code}: {title}";
}
