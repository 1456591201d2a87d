using System.Globalization;
using System.Text.RegularExpressions;
using Agenda.Infrastructure.Json;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Interchange.Tables;

/// <summary>Numbers, times and marks as they are written to tables, and as spreadsheets give them back.</summary>
internal static partial class CellValues
{
    private static readonly string[] Yes = ["true", "yes", "1", "x", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "si", "vero", "verdadeiro", "sim", "waar"];
    private static readonly string[] No = ["false", "no", "0", "falsch", "nein", "faux", "non", "falso", "não", "nao", "onwaar", "nee"];

    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool mark) => mark ? "true" : "false";

    public static string? Of(LocalDate? day) => day is { } said ? TimeJson.Date.Format(said) : null;

    public static string? Of(LocalTime? time) => time is { } said ? TimeJson.OfDay.Format(said) : null;

    public static string? Of(Offset? offset) => offset is { } said ? TimeJson.OfUtc.Format(said) : null;

    public static string? Of(IReadOnlyCollection<string> parts, string between = "; ") => parts.Count == 0 ? null : string.Join(between, parts);

    /// <summary>The parts of a list; they are separated by semicolons or stand in lines of their own.</summary>
    public static string[] Parts(string? text) => text?.Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A text of one line or more, with its line ends as \n.</summary>
    public static string? Text(SaidCell cell) => cell.Text is { } text ? WithPlainLineEnds(text) : null;

    /// <summary>The line ends that spreadsheets make of each other as \n; those that are letters to them stay.</summary>
    public static string WithPlainLineEnds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>A whole number, also as "60.0" and "60,0"; null where there is none.</summary>
    public static int? Number(SaidCell cell)
    {
        if (cell.Text is not { } text)
            return null;
        if (int.TryParse(Zeros().Replace(text.Trim(), ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;

        cell.Refuse("It is no whole number such as 60.");
        return null;
    }

    public static bool Mark(SaidCell cell, bool otherwise)
    {
        var text = cell.Text?.Trim() ?? "";
        if (text.Length == 0 || No.Contains(text, StringComparer.OrdinalIgnoreCase))
            return text.Length > 0 ? false : otherwise;
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase))
            return true;

        cell.Refuse("It is neither true nor false.");
        return otherwise;
    }

    /// <summary>A time of day, also as "2:00 PM", "14:00:00", "14.00" and "14h00".</summary>
    public static LocalTime? Time(SaidCell cell)
    {
        if (cell.Text is not { } text)
            return null;
        if (TimeOf(text) is { } time)
            return time;

        cell.Refuse("It is no time of day such as 14:00, to the minute.");
        return null;
    }

    public static LocalTime? TimeOf(string text)
    {
        if (TimeOfDay().Match(text.Trim()) is not { Success: true } match || (!match.Groups["minute"].Success && !match.Groups["half"].Success))
            return null;

        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is 0 or > 12)
                return null;
            hour = (hour % 12) + (half.Value[0] is 'p' or 'P' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new LocalTime(hour, minute) : null;
    }

    public static Offset? Offset(SaidCell cell)
    {
        if (cell.Text is not { } text)
            return null;
        if (OffsetOf().Match(text.Trim()) is { Success: true } match && int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is <= 18 and var hours)
        {
            var minutes = (hours * 60) + (match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : 0);
            return NodaTime.Offset.FromSeconds(Math.Min(minutes, 18 * 60) * (match.Groups[1].Value is "-" or "−" ? -60 : 60));
        }

        cell.Refuse("It is no offset such as +01:00.");
        return null;
    }

    /// <summary>A date and a time, such as 2024-01-08T14:00 or 2024-01-08 14:00.</summary>
    public static LocalDateTime? MomentOf(string text) =>
        text.Trim().Split(' ', 'T') is [var day, var time] && TimeJson.Date.Parse(day) is { Success: true, Value: var date } && TimeOf(time) is { } of ? date + of : null;

    public static string Of(LocalDateTime moment) => Moment.Format(moment);

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    [GeneratedRegex(@"[.,]0+$", RegexOptions.CultureInvariant)]
    private static partial Regex Zeros();

    [GeneratedRegex(@"^(?<hour>\d{1,2})(?:[:.hH](?<minute>\d{2})(?:[:.]00(?:\.0+)?)?)?(?:\s*(?<half>[aApP])\.?\s?[mM]\.?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^([+−-]?)(\d{1,2})(?::(\d{2})(?::00)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetOf();
}
