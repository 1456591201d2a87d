using System.Globalization;
using System.Text;
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

    // What Windows refuses; slashes are refused everywhere.
    private const string Refused = "\\/:*?\"<>|";

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>A file to keep: "MC-C Leading networks.ics".</summary>
    public static string Attachment(PublishedSession session) => Disposition("attachment", $"{session.Code} {session.Title}");

    /// <summary>A feed, which apps read and browsers may save: "meitheal-2027 Willow Room.ics".</summary>
    public static string Inline(PublishedAgenda agenda, FeedFilter filter) => filter.IsEmpty
        // A slug needs neither quotes nor another spelling, and this is the feed that is asked for most.
        ? $"inline; filename={agenda.Conference.Slug}{Ending}"
        : Disposition("inline", $"{agenda.Conference.Slug} {filter.Words(agenda)}");

    internal static string Of(string words)
    {
        var name = ShortText.Of(Clean(words), Longest - Ending.Length).TrimEnd(' ', '.');
        if (name.Length == 0)
            name = "calendar";
        return (Devices.Contains(name.Split('.')[0].TrimEnd()) ? "_" : "") + name + Ending;
    }

    private static string Disposition(string kind, string words)
    {
        var disposition = new ContentDispositionHeaderValue(kind);
        disposition.SetHttpFileName(Of(words));
        return disposition.ToString();
    }

    private static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (IsInvisible(rune) || rune == Rune.ReplacementChar)
                continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Refused.Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal))
                clean.Append(clean.Length == 0 || clean[^1] == ' ' ? "" : " ");
            else
                clean.Append(rune.ToString());
        }

        // A name that begins with a dot is hidden, and one that ends with a dot is refused.
        return clean.ToString().Trim(' ', '.');
    }

    // Marks that turn the direction of writing can make a name look like another. Joiners are part of words and of emoji.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);
}
