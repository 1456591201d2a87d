using Agenda.Api.Http;
using Agenda.Domain.Releases;

namespace Agenda.Api.Calendars;

/// <summary>A feed as an answer: the same bytes, entity tag and headers at whichever address somebody asks for it.</summary>
internal static class FeedAnswer
{
    public static Representation Of(PublishedAgenda agenda, AgendaFilter filter, IReadOnlyList<int> chosen, Renderings<ReleaseCalendar> calendars, FeedForm form = default)
    {
        var feed = new FeedFilter(filter);
        return new Representation(calendars.Of(agenda).Feed(feed, chosen, form), ReadFeed.ContentType, agenda.Document.ModifiedAt)
        {
            ContentDisposition = CalendarFileName.Inline(agenda, feed),
            Codings = false,
        };
    }
}
