using System.Globalization;
using System.Text.RegularExpressions;
using Agenda.Domain.Scheduling;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// The lengths of a file in minutes. "1:00:00" is a day in some files and an hour in others: where a file writes its usual lengths in two
/// parts, a third one in front is days; where it always writes three, the last is seconds.
/// </summary>
internal sealed partial class FileLengths
{
    private const int ShortestFallback = 5;
    private const double LastMinuteOfDay = (24 * 60) - 1;

    private readonly bool daysInFront;
    private readonly int slot;
    private readonly ImportNotes notes;

    public FileLengths(SaidSchedule schedule, ImportNotes notes)
    {
        this.notes = notes;
        daysInFront = schedule.Events.Exists(e => Parts(e.Duration.Text) is { Length: 2 });
        slot = Parse(schedule.TimeslotDuration.Text) is { } minutes and >= 1 and <= 120 ? (int)minutes : ShortestFallback;
    }

    /// <summary>The length that an event says by its duration or else by its <paramref name="end"/>, mended where it cannot be true.</summary>
    /// <param name="said">The event.</param>
    /// <param name="end">The minutes from its start to its end, when it says an end.</param>
    public int Of(SaidEvent said, double? end)
    {
        var (length, place) = Parse(said.Duration.Text) is { } parsed ? (parsed, said.Duration) : (end, said.End);
        // Formats that tell lengths as times of a day cut longer ones to its last minute.
        if (length == LastMinuteOfDay && end > length)
            (length, place) = (end, said.End);
        if (length is null)
        {
            var (where, what) = said.Duration.IsBlank ? (said.Where, "no length") : (said.Duration.Where, $"length \"{said.Duration.Text}\"");
            notes.Mend(where, what, $"A session needs a length; taken as {slot} minutes.");
            return slot;
        }

        if (length <= 0)
        {
            notes.Mend(place.Where, $"length \"{place.Text}\"", $"A session lasts longer than that; taken as {slot} minutes.");
            return slot;
        }

        if (length > TimeSlot.LongestMinutes)
        {
            notes.Mend(place.Where, $"length \"{place.Text}\"", "A session lasts seven days at the most; cut to that.");
            return TimeSlot.LongestMinutes;
        }

        return (int)Math.Ceiling(length.Value);
    }

    private double? Parse(string? text)
    {
        if (Parts(text) is { } parts)
        {
            return parts switch
            {
                [var minutes] => minutes,
                [var hours, var minutes] => (hours * 60) + minutes,
                [var days, var hours, var minutes] when daysInFront && hours < 24 => (((days * 24) + hours) * 60) + minutes,
                [var hours, var minutes, var seconds] => (hours * 60) + minutes + (seconds / 60),
                _ => null,
            } * (text!.TrimStart().StartsWith('-') ? -1 : 1);
        }

        var iso = Iso().Match(text?.Trim() ?? "");
        return iso.Success && iso.Length > 2 ? (((((Number(iso, "w") * 7) + Number(iso, "d")) * 24) + Number(iso, "h")) * 60) + Number(iso, "m") + (Number(iso, "s") / 60) : null;
    }

    private static double Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static double[]? Parts(string? text) => text is not null && Shape().IsMatch(text)
        ? [.. text.Trim().TrimStart('-', '+').Split(':').Select(p => double.Parse(p, CultureInfo.InvariantCulture))]
        : null;

    [GeneratedRegex(@"^\s*[+-]?\d{1,6}(:\d{1,2}){0,2}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^P((?<w>\d{1,3})W)?((?<d>\d{1,4})D)?(T((?<h>\d{1,5})H)?((?<m>\d{1,7})M)?((?<s>\d{1,9}(\.\d{1,9})?)S)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
