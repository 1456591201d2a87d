using Agenda.Api.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Calendars;

/// <summary>What somebody starred, as a calendar: the events that stand in every feed, of as many conferences as there are stars in.</summary>
internal static class MyCalendar
{
    /// <summary>The newest releases of the conferences in it, by slug.</summary>
    public static async ValueTask<IReadOnlyList<PublishedAgenda>> AgendasAsync(MyFeed feed, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var found = new List<PublishedAgenda>(1);
        foreach (var star in feed.Stars)
        {
            // They stand by conference.
            if ((found.Count == 0 || found[^1].Conference.Slug != star.Conference) && await agendas.NewestAsync(star.Conference, cancellation) is { } agenda)
                found.Add(agenda);
        }

        return found;
    }

    public static FeedContent Of(MyFeed feed, IReadOnlyList<ReleaseCalendar> calendars, FeedForm form)
    {
        var events = new List<RenderedEvent>(feed.Stars.Count);
        foreach (var calendar in calendars)
        {
            var (agenda, slug) = (calendar.Agenda, calendar.Agenda.Conference.Slug);
            var starred = feed.Stars.Where(s => s.Conference == slug).OrderBy(s => agenda.PlaceOf(s.Session) ?? int.MaxValue).ThenBy(s => s.Session.Value);
            foreach (var star in starred)
            {
                var join = star.JoinChangedAt is { } changedAt ? new JoinLink(star.JoinUrl, changedAt) : null;
                if (calendar.Event(star.Session, join, form) is { } rendered)
                    events.Add(rendered);
            }
        }

        return new FeedContent(CalendarHead.OfMine(Name(calendars), form.Times, calendars), [new(events)], form.Reminder);
    }

    private static string Name(IReadOnlyList<ReleaseCalendar> calendars) => calendars is [var only] ? $"My agenda: {only.Agenda.Conference.Name}" : "My agenda";
}
