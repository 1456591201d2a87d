using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Agenda.Api.Calendars;

/// <summary>The name under which a session is saved: its code, as far as every file system takes it.</summary>
internal static class CalendarFileName
{
    /// <summary>A <c>Content-Disposition</c> that proposes the name, with <c>filename*</c> where it is not ASCII (RFC 6266 §4.3).</summary>
    public static string Attachment(string code)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(Of(code));
        return disposition.ToString();
    }

    internal static string Of(string code)
    {
        var name = new StringBuilder();
        foreach (var rune in code.EnumerateRunes())
            name.Append(Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.' or ' ' || IsMark(rune) ? rune.ToString() : "-");

        var trimmed = name.ToString().Trim('.', ' ', '-');
        return $"{(trimmed.Length == 0 ? "session" : trimmed)}.ics";
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
