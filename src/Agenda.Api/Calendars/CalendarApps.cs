namespace Agenda.Api.Calendars;

/// <summary>The addresses by which calendar apps take up a feed; what each app wants was found out by trying, not from a standard.</summary>
internal static class CalendarApps
{
    /// <summary>Programs that take subscriptions know the address by this scheme, and ask over https, or http where that is what is there.</summary>
    public static string Webcal(string feed) => string.Concat("webcal", feed.AsSpan(feed.IndexOf(':', StringComparison.Ordinal)));

    /// <summary>Google subscribes to an address of the scheme webcal; one with https it takes for the name of a calendar of its own.</summary>
    public static string Google(string feed) => $"https://calendar.google.com/calendar/r?cid={Uri.EscapeDataString(Webcal(feed))}";

    /// <summary>Outlook.com, for private accounts.</summary>
    public static string Outlook(string feed, string name) => $"https://outlook.live.com/{AddFromWeb(feed, name)}";

    /// <summary>Outlook on the web, for accounts of work and school.</summary>
    public static string Office365(string feed, string name) => $"https://outlook.office.com/{AddFromWeb(feed, name)}";

    private static string AddFromWeb(string feed, string name) => $"calendar/0/addfromweb?url={Uri.EscapeDataString(feed)}&name={Uri.EscapeDataString(name)}";
}
