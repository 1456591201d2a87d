using System.Globalization;
using Agenda.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Calendars;

/// <summary>Writes what the clocks of a zone do as a VTIMEZONE (RFC 5545 §3.6.5), with the IANA name as its TZID.</summary>
internal static class ZoneComponent
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly OffsetPattern Minutes = OffsetPattern.CreateWithInvariantCulture("+HHmm"), Seconds = OffsetPattern.CreateWithInvariantCulture("+HHmmss");

    /// <summary>The zone as it is from the start to the end of a span. No RDATE: Outlook does not read it.</summary>
    public static void Write(ContentLineWriter lines, DateTimeZone zone, Interval span)
    {
        lines.Begin("VTIMEZONE");
        lines.Text("TZID", zone.Id);
        foreach (var observance in ZoneObservances.Of(zone, span))
            Write(lines, observance);
        lines.End("VTIMEZONE");
    }

    private static void Write(ContentLineWriter lines, ZoneObservance observance)
    {
        var kind = observance.Daylight ? "DAYLIGHT" : "STANDARD";
        lines.Begin(kind);
        lines.Value("DTSTART", Local.Format(observance.Start));
        lines.Value("TZOFFSETFROM", Text(observance.From));
        lines.Value("TZOFFSETTO", Text(observance.To));
        lines.Text("TZNAME", observance.Name);
        if (observance.Yearly is { } rule)
            lines.Value("RRULE", Text(rule));
        lines.End(kind);
    }

    private static string Text(YearlyRule rule)
    {
        var culture = CultureInfo.InvariantCulture;
        var until = rule.Until is { } end ? $";UNTIL={Utc.Format(end)}" : "";
        var days = rule.Days.Count == 0 ? "" : $";BYMONTHDAY={string.Join(',', rule.Days.Select(day => day.ToString(culture)))}";
        var weekday = rule.Weekday is { } wanted ? string.Create(culture, $";BYDAY={rule.Nth}{wanted.ToString()[..2].ToUpperInvariant()}") : "";
        return string.Create(culture, $"FREQ=YEARLY{until};BYMONTH={rule.Month}{days}{weekday}");
    }

    private static string Text(Offset offset) => (offset.Seconds % NodaConstants.SecondsPerMinute == 0 ? Minutes : Seconds).Format(offset);
}
