using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>Writes sessions as events (VEVENT, RFC 5545 §3.6.1). Nothing in them depends on the clock, so a release always gives the same bytes.</summary>
internal sealed class SessionEvent(PublishedAgenda agenda, PublicAddress address)
{
    private readonly string slug = agenda.Conference.Slug;

    public void Write(ContentLineWriter lines, PublishedSession session, SlotTimes times)
    {
        var url = address.Session(slug, session.Code);
        lines.Begin("VEVENT");
        WriteHistory(lines, session.Released.Id.Value, session.Released.ChangedAt, session.Released.Sequence);
        WriteFacts(lines, times, Summary(session.Code, session.Title, session.Cancelled), session.Room?.Location);
        lines.Text("DESCRIPTION", SessionDescription.Of(session, times, agenda.Zone, url));
        lines.Value("URL", url);
        lines.Text("STATUS", session.Cancelled ? "CANCELLED" : "CONFIRMED");
        lines.Texts("CATEGORIES", [session.Type.Name, session.Track?.Name]);
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

    private void WriteHistory(ContentLineWriter lines, Guid id, Instant changedAt, int sequence)
    {
        lines.Text("UID", $"{id}@{address.Host}");
        lines.At("DTSTAMP", changedAt);
        lines.At("LAST-MODIFIED", changedAt);
        lines.Integer("SEQUENCE", sequence);
    }

    // Some readers drop an event without a place; the conference is where a session without a room is, be it a break or to be announced.
    private void WriteFacts(ContentLineWriter lines, SlotTimes times, string summary, string? location)
    {
        lines.At("DTSTART", times.Start.ToInstant());
        lines.At("DTEND", times.End.ToInstant());
        lines.Text("SUMMARY", summary);
        lines.Text("LOCATION", string.IsNullOrWhiteSpace(location) ? agenda.Conference.Name : location);
    }

    private static string Summary(string code, string title, bool cancelled) => (cancelled ? "Cancelled: " : "") + $"{code}: {title}";
}
