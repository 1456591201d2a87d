using Agenda.Domain.MyAgendas;

namespace Agenda.Api.Calendars;

/// <summary>Tells calendar programs by what they call themselves, as far as their owner wants to know: which of mine has looked, and when.</summary>
internal static class CalendarClients
{
    // In this order: many claim to be others besides.
    private static readonly (string Said, CalendarClient Client)[] Known =
    [
        ("Google-Calendar", CalendarClient.Google), ("GoogleCalendar", CalendarClient.Google), ("Google", CalendarClient.Google),
        ("Thunderbird", CalendarClient.Thunderbird), ("Betterbird", CalendarClient.Thunderbird), ("Lightning", CalendarClient.Thunderbird),
        ("ICSx5", CalendarClient.Android), ("DAVx5", CalendarClient.Android), ("Icsdroid", CalendarClient.Android),
        ("Nextcloud", CalendarClient.Nextcloud), ("ownCloud", CalendarClient.Nextcloud),
        ("Proton", CalendarClient.Proton), ("Fastmail", CalendarClient.Fastmail), ("Cyrus", CalendarClient.Fastmail),
        ("Evolution", CalendarClient.Evolution), ("Yahoo", CalendarClient.Yahoo),
        ("Outlook", CalendarClient.Outlook), ("MSOffice", CalendarClient.Outlook), ("Microsoft", CalendarClient.Outlook), ("Exchange", CalendarClient.Outlook),
        ("CalendarAgent", CalendarClient.Apple), ("dataaccessd", CalendarClient.Apple), ("calendard", CalendarClient.Apple), ("iCal/", CalendarClient.Apple),
        ("macOS/", CalendarClient.Apple), ("iOS/", CalendarClient.Apple), ("Mac OS X/", CalendarClient.Apple),
        ("Mozilla/", CalendarClient.Browser), ("Android", CalendarClient.Android), ("okhttp", CalendarClient.Android),
    ];

    public static CalendarClient Of(string userAgent)
    {
        foreach (var (said, client) in Known)
        {
            if (userAgent.Contains(said, StringComparison.OrdinalIgnoreCase))
                return client;
        }

        return CalendarClient.Other;
    }
}
