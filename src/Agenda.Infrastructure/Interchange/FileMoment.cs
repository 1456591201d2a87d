using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>A date, with a time, with an offset, as far as a file says them. Fractions of a second are dropped.</summary>
internal readonly partial record struct FileMoment(LocalDate Date, LocalTime? Time, Offset? Offset)
{
    public LocalDateTime? Local => Time is { } time ? Date + time : null;

    public Instant? Instant => Local is { } local && Offset is { } offset ? local.WithOffset(offset).ToInstant() : null;

    /// <summary>Reads ISO 8601 and what is close to it: a blank for the T, an offset without colon, no seconds.</summary>
    public static FileMoment? Parse(string? text)
    {
        var match = Shape().Match(text?.Trim() ?? "");
        if (!match.Success || LocalDatePattern.Iso.Parse(match.Groups["date"].Value) is not { Success: true, Value: { Year: > 0 and < 9999 } date })
            return null;
        if (!match.Groups["h"].Success)
            return new(date, null, null);

        return Clock(match) is { } clock
            ? new(date.PlusDays(clock.Days), clock.Time, OffsetOf(match.Groups["zone"].Value))
            : null;
    }

    /// <summary>Reads a wall time such as 9:30 or 25:15, the latter being 1:15 on the next day.</summary>
    public static (LocalTime Time, int Days)? ParseClock(string? text)
    {
        var match = ClockShape().Match(text?.Trim() ?? "");
        return match.Success ? Clock(match) : null;
    }

    private static (LocalTime Time, int Days)? Clock(Match match)
    {
        var (hour, minute, second) = (Number(match, "h"), Number(match, "m"), Number(match, "s"));
        return hour < 48 && minute < 60 && second < 60 ? (new LocalTime(hour % 24, minute, second), hour / 24) : null;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static Offset? OffsetOf(string zone)
    {
        if (zone.Length == 0)
            return null;
        if (zone is "Z" or "z")
            return NodaTime.Offset.Zero;

        var digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        var minutes = (int.Parse(digits[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(digits[2..], CultureInfo.InvariantCulture);
        return minutes > 18 * 60 ? null : NodaTime.Offset.FromSeconds((zone[0] == '-' ? -60 : 60) * minutes);
    }

    [GeneratedRegex(@"^(?<date>\d{4}-\d\d-\d\d)(?:[Tt ](?<h>\d\d):(?<m>\d\d)(?::(?<s>\d\d)(?:[.,]\d+)?)?\s*(?<zone>[Zz]|[+-]\d\d(?::?\d\d)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>\d\d)(?::(?<s>\d\d)(?:[.,]\d+)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ClockShape();
}
