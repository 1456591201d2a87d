using Agenda.Domain.Releases;
using Agenda.Domain.Text;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Calendars;

/// <summary>What a calendar is called once somebody saves it (RFC 6266): words that people recognise and every file system takes.</summary>
internal static class CalendarFileName
{
    // Most file systems take 255 bytes, and no UTF-16 unit takes more than three of them.
    private const int Longest = 80;

    private const string Ending = ".ics";

    /// <summary>A file to keep: "MC-C Leading networks.ics".</summary>
    public static string Attachment(PublishedSession session) => Disposition("attachment", $"{session.Code} {session.Title}");

    /// <summary>A feed, which apps read and browsers may save: "meitheal-2027 Willow Room.ics".</summary>
    public static string Inline(PublishedAgenda agenda, FeedFilter filter) => filter.IsEmpty
        // A slug needs neither quotes nor another spelling, and this is the feed that is asked for most.
        ? $"inline; filename={agenda.Conference.Slug}{Ending}"
        : Disposition("inline", $"{agenda.Conference.Slug} {filter.Words(agenda)}");

    internal static string Of(string words)
    {
        var name = ShortText.Of(CleanFileName.Of(words), Longest - Ending.Length).TrimEnd(' ', '.');
        if (name.Length == 0)
            name = "calendar";
        return CleanFileName.NoDevice(name) + Ending;
    }

    private static string Disposition(string kind, string words)
    {
        var disposition = new ContentDispositionHeaderValue(kind);
        disposition.SetHttpFileName(Of(words));
        return disposition.ToString();
    }
}
