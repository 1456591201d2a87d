using System.Text.RegularExpressions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Texts of ConfTool's exports as they may be public: without the placeholders that people leave there, and without what lets anybody into an online
/// meeting.
/// </summary>
internal static partial class ConfToolTexts
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase) { ".", "..", "...", "-", "--", "n/a", "none", "tba", "tbd", "abstract", "session abstract" };

    private static readonly string[] MeetingHosts =
        ["zoom.us", "zoom.com", "teams.microsoft.com", "teams.live.com", "meet.google.com", "webex.com", "gotomeet.me", "gotomeeting.com", "whereby.com", "meet.jit.si", "bluejeans.com", "gather.town", "wonder.me", "discord.gg"];

    /// <summary>The text, or nothing where it is a placeholder.</summary>
    public static Said WithoutPlaceholder(Said said, ImportNotes notes)
    {
        if (said.IsBlank || !Placeholders.Contains(HtmlText.PlainText(said.Text!).Trim()))
            return said;

        notes.LeaveOut(said.Where, $"\"{said.Text}\"", "It is a placeholder, no text.");
        return said with { Text = null };
    }

    /// <summary>The text without links to online meetings and without the lines that tell their numbers and passwords, and the first such link.</summary>
    public static (Said Public, Said JoinUrl) WithoutJoinLinks(Said said, ImportNotes notes)
    {
        if (said.IsBlank)
            return (said, default);

        string? link = null;
        var text = Anchor().Replace(said.Text!, match => Take(match, match.Groups[1].Value));
        text = Address().Replace(text, match => Take(match, match.Value));
        if (link is null)
            return (said, default);

        text = Secret().Replace(text, "");
        notes.Mend(said.Where, "link to an online meeting", "It would let anybody in: kept as the session's private link to join, and taken out of what is public together with meeting numbers and passwords.");
        return (said with { Text = text }, said with { Text = link });

        string Take(Match match, string address)
        {
            if (!IsMeeting(address))
                return match.Value;
            link ??= address;
            return "";
        }
    }

    // Big Blue Button has no host of its own, but its rooms are under /b/.
    private static bool IsMeeting(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (Array.Exists(MeetingHosts, host => uri.Host == host || uri.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase)) || (uri.Host.Contains("bbb", StringComparison.OrdinalIgnoreCase) && uri.AbsolutePath.StartsWith("/b/", StringComparison.Ordinal)));

    [GeneratedRegex("""<a\b[^>]*\shref\s*=\s*["'](https?://[^"']+)["'][^>]*>.*?</a>""", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    [GeneratedRegex("""https?://[^\s<>"'\])]+""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:meeting|webinar)?[ -]*(?:id|passcode|password|passwort|kenncode|pin)\s*[:=]\s*[^\s<][^\n<;]{0,40}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
