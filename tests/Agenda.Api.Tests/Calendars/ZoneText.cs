using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>
/// Reads a VTIMEZONE and says what offset it means (RFC 5545 §3.6.5). Rules are expanded the slow way, by trying every day, so that nothing is shared with the
/// code that made them.
/// </summary>
internal sealed class ZoneText
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private readonly List<Onset> onsets = [];

    /// <summary>Reads the only VTIMEZONE of a text and expands its rules to the end of a year.</summary>
    public ZoneText(ReadOnlySpan<byte> calendar, int lastYear)
    {
        var lines = CalendarText.Lines(calendar);
        (Said(lines[0]), Said(lines[^1])).ShouldBe(("BEGIN:VTIMEZONE", "END:VTIMEZONE"));
        lines[1].Name.ShouldBe("TZID");
        Id = lines[1].Text;
        for (var at = 2; at < lines.Count - 1;)
        {
            var kind = lines[at].Value;
            kind.ShouldBeOneOf("STANDARD", "DAYLIGHT");
            var body = lines.Skip(at + 1).TakeWhile(line => line.Name != "END").ToDictionary(line => line.Name);
            (lines[at].Name, Said(lines[at + body.Count + 1])).ShouldBe(("BEGIN", $"END:{kind}"));
            body.Keys.Except(["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME", "RRULE"]).ShouldBeEmpty();
            body.Values.ShouldAllBe(line => line.Parameters.Count == 0);
            Add(kind, body, lastYear);
            at += body.Count + 2;
        }

        onsets.Sort((a, b) => a.At.CompareTo(b.At));
        onsets.Select(onset => onset.At).ShouldBeUnique();
    }

    public string Id { get; }

    public IReadOnlyList<Onset> Onsets => onsets;

    public Offset OffsetAt(Instant instant) => onsets.Last(onset => onset.At <= instant).To;

    public string NameAt(Instant instant) => onsets.Last(onset => onset.At <= instant).Name;

    /// <summary>The offset of a wall time as the standard has readers find it: by the latest change whose own wall time is not later.</summary>
    public Offset OffsetAt(LocalDateTime local) => onsets.Where(onset => onset.Local <= local).MaxBy(onset => onset.Local)!.To;

    private void Add(string kind, Dictionary<string, ContentLine> body, int lastYear)
    {
        var start = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss").Parse(body["DTSTART"].Value).GetValueOrThrow();
        var (from, to, name) = (OffsetOf(body["TZOFFSETFROM"].Value), OffsetOf(body["TZOFFSETTO"].Value), body["TZNAME"].Text);
        var starts = body.TryGetValue("RRULE", out var rule) ? Expand(start, rule.Value, from, Math.Max(lastYear, start.Year)) : [start];
        starts.ShouldContain(start, "The first change belongs to its rule.");
        onsets.AddRange(starts.Select(local => new Onset(kind, local, from, to, name)));
    }

    private static List<LocalDateTime> Expand(LocalDateTime start, string rule, Offset from, int lastYear)
    {
        var parts = rule.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        parts.Keys.Except(["FREQ", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY"]).ShouldBeEmpty();
        parts["FREQ"].ShouldBe("YEARLY");
        var month = int.Parse(parts["BYMONTH"], CultureInfo.InvariantCulture);
        var days = parts.TryGetValue("BYMONTHDAY", out var list) ? list.Split(',').Select(day => int.Parse(day, CultureInfo.InvariantCulture)).ToList() : null;
        var until = parts.TryGetValue("UNTIL", out var end) ? InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'").Parse(end).GetValueOrThrow() : (Instant?)null;
        var found = new List<LocalDateTime>();
        for (var date = start.Date; date.Year <= lastYear; date = date.PlusDays(1))
        {
            var at = date.At(start.TimeOfDay);
            if (date.Month == month && (days is null || days.Contains(date.Day)) && (!parts.TryGetValue("BYDAY", out var weekday) || IsDay(date, weekday))
                && (until is null || at.WithOffset(from).ToInstant() <= until))
                found.Add(at);
        }

        return found;
    }

    private static bool IsDay(LocalDate date, string byDay)
    {
        if (Weekdays[(int)date.DayOfWeek - 1] != byDay[^2..])
            return false;
        if (byDay.Length == 2)
            return true;
        var nth = int.Parse(byDay[..^2], CultureInfo.InvariantCulture);
        var step = nth > 0 ? -7 : 7;
        return Enumerable.Range(0, 6).Count(weeks => date.PlusDays(weeks * step).Month == date.Month) == Math.Abs(nth);
    }

    private static string Said(ContentLine line) => $"{line.Name}:{line.Value}";

    private static Offset OffsetOf(string text)
    {
        (text.Length is 5 or 7 && text[0] is '+' or '-').ShouldBeTrue(text);
        text.ShouldNotStartWith("-0000");
        var parts = text[1..].Chunk(2).Select(two => int.Parse(two, CultureInfo.InvariantCulture)).Append(0).ToList();
        var seconds = (parts[0] * 3600) + (parts[1] * 60) + parts[2];
        return Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }

    public sealed record Onset(string Kind, LocalDateTime Local, Offset From, Offset To, string Name)
    {
        public Instant At { get; } = Local.WithOffset(From).ToInstant();
    }
}
