using Agenda.Api.Http;
using Agenda.Domain.MyAgendas;
using Agenda.Domain;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>
/// A release as calendars: the event of each session is rendered once, and every feed is a head, some of these events and a foot. Same release,
/// same filter and same form, same bytes.
/// </summary>
internal sealed class ReleaseCalendar
{
    private readonly PublishedAgenda agenda;
    private readonly PublicAddress address;
    private readonly ReleaseEvents utc;
    private readonly Lazy<ReleaseEvents> local;
    private readonly Lazy<byte[]> zone;

    public ReleaseCalendar(PublishedAgenda agenda, PublicAddress address)
    {
        (this.agenda, this.address) = (agenda, address);
        utc = new ReleaseEvents(agenda, address, EventTimes.Utc);
        local = new(() => new ReleaseEvents(agenda, address, EventTimes.Local));
        zone = new(() => CalendarHead.OfZone(agenda.Zone, utc.Span));
        Whole = Composed(new FeedFilter(new AgendaFilter()), utc.Places, default).Whole();
    }

    /// <summary>Every session with a slot, and those withdrawn since an earlier release; in one piece, since most subscribers read it.</summary>
    public IContent Whole { get; }

    public PublishedAgenda Agenda => agenda;

    /// <summary>What the events may lie in: the days of the conference, and whatever is placed outside of them.</summary>
    public Interval Span => utc.Span;

    /// <summary>The rules of its zone for that time (VTIMEZONE).</summary>
    public ReadOnlySpan<byte> Zone => zone.Value;

    /// <summary>
    /// The sessions that a filter chose. Without withdrawn ones: nothing is kept of them that a filter could ask for, and a session that leaves
    /// a filtered feed for another room or track leaves it without a trace as well.
    /// </summary>
    public IContent Feed(FeedFilter filter, IReadOnlyList<int> chosen, FeedForm form) =>
        filter.IsEmpty && form == default ? Whole : Composed(filter, filter.IsEmpty ? utc.Places : chosen, form);

    /// <summary>One session that has a slot, to download.</summary>
    public IContent Download(PublishedSession session, FeedForm form) =>
        new FeedContent(CalendarHead.OfDownload(form.Times == EventTimes.Local ? this : null), [new(Events(form).Sessions, [agenda.PlaceOf(session.Id)!.Value])], form.Reminder);

    /// <summary>The events of the chosen sessions; with those of withdrawn ones where nothing is chosen.</summary>
    public IEnumerable<ChosenEvents> Parts(IReadOnlyList<int>? chosen, FeedForm form) =>
        chosen is null ? [new(Events(form).Sessions, utc.Places), new(Events(form).Withdrawn)] : [new(Events(form).Sessions, chosen)];

    /// <summary>The event of a session by itself, as somebody's own agenda has it; null when the release shows none, be it for the lack of a time.</summary>
    public RenderedEvent? Event(SessionId session, JoinLink? join, FeedForm form) => Events(form).Event(session, join);

    private FeedContent Composed(FeedFilter filter, IReadOnlyList<int> chosen, FeedForm form) =>
        new(CalendarHead.OfFeed(this, filter, form, address), [.. Parts(filter.IsEmpty ? null : chosen, form)], form.Reminder);

    private ReleaseEvents Events(FeedForm form) => form.Times == EventTimes.Local ? local.Value : utc;
}
