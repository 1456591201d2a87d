using Agenda.Domain.Text;

namespace Agenda.Api.Calendars;

/// <summary>How to subscribe to a feed: its address as each calendar app takes it.</summary>
public sealed record SubscriptionResponse
{
    // Enough to know a calendar by; every character may take nine of an address.
    private const int LongestNameInAddress = 100;

    /// <summary>What calendar apps call the feed.</summary>
    public required string Name { get; init; }

    /// <summary>The feed's own address: to copy, and for apps that ask for an address.</summary>
    public required string Https { get; init; }

    /// <summary>Opens the calendar app of iPhones, iPads, Macs and desktop programs. Android has nothing that opens it.</summary>
    public required string Webcal { get; init; }

    /// <summary>Opens Google Calendar, which asks whether to add the feed.</summary>
    public required string Google { get; init; }

    /// <summary>Opens Outlook.com, which asks whether to add the feed.</summary>
    public required string Outlook { get; init; }

    /// <summary>The same for accounts of work and school.</summary>
    public required string Office365 { get; init; }

    /// <summary>The feed's own address as a picture; null where it is too long for one.</summary>
    public required SubscriptionQrCode? QrCode { get; init; }

    /// <summary>How often each app looks for changes, which no feed can influence much.</summary>
    public required SubscriptionRefresh Refresh { get; init; }

    /// <param name="name">What the feed is called.</param>
    /// <param name="feed">Its address.</param>
    /// <param name="pictures">Where its pictures are; asked only when there can be some.</param>
    internal static SubscriptionResponse Of(string name, string feed, Func<SubscriptionQrCode> pictures)
    {
        var brief = ShortText.Of(name, LongestNameInAddress);
        return new()
        {
            Name = name,
            Https = feed,
            Webcal = CalendarApps.Webcal(feed),
            Google = CalendarApps.Google(feed),
            Outlook = CalendarApps.Outlook(feed, brief),
            Office365 = CalendarApps.Office365(feed, brief),
            QrCode = QrPicture.Holds(feed) ? pictures() : null,
            Refresh = new("5 minutes to a week, as set by its user", "30 minutes", "about 3 hours, up to 24 hours", "8 to 24 hours, whatever the feed says"),
        };
    }
}

/// <summary>The addresses of two pictures of one QR code.</summary>
public sealed record SubscriptionQrCode(string Svg, string Png)
{
    /// <summary>The pictures themselves in place of addresses (RFC 2397), for a feed whose address is a secret that no other address should hold.</summary>
    internal static SubscriptionQrCode WithinAnswer(string feed) => new(Data(QrPicture.SvgType, QrPicture.Svg(feed)), Data(QrPicture.PngType, QrPicture.Png(feed)));

    private static string Data(string mediaType, byte[] picture) => $"data:{mediaType};base64,{Convert.ToBase64String(picture)}";
}

/// <summary>Words for people, the same for every feed.</summary>
public sealed record SubscriptionRefresh(string Apple, string Thunderbird, string Outlook, string Google);
