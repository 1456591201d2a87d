using Agenda.Api.Calendars;
using Agenda.Api.Http;
using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>The addresses by which a part of the agenda is subscribed to.</summary>
/// <param name="Address">The one to copy, which the QR code says as well.</param>
/// <param name="Webcal">Opens a calendar on Apple's devices and desktop programs.</param>
/// <param name="Google">Opens Google Calendar.</param>
/// <param name="Outlook">Opens Outlook on the web, at home.</param>
/// <param name="QrCode">Where the picture of the code is.</param>
public sealed record Subscription(string Address, string Webcal, string Google, string Outlook, string QrCode)
{
    /// <summary>The feed under a filter; null in an older release, to which nobody subscribes.</summary>
    internal static Subscription? To(ShownRelease shown, AgendaFilter filter, PublicAddress address)
    {
        if (shown.IsOlder)
            return null;

        var query = AgendaView.Query(filter);
        var feed = address.Feed(shown.Slug) + query;
        return new(feed, CalendarApps.Webcal(feed), CalendarApps.Google(feed), CalendarApps.Outlook(feed, shown.Published.Conference.Name), $"/api/v1/conferences/{shown.Slug}/subscribe/qr.svg{query}");
    }
}
