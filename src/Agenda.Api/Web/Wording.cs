using Agenda.Api.Web.Reading;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web;

/// <summary>Days, times and lengths in the words of the pages.</summary>
internal static class Wording
{
    private static readonly ZonedDateTimePattern SecondAndOffset = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>", null);
    private static readonly ZonedDateTimePattern Machine = ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>", null);
    private static readonly OffsetPattern Hours = OffsetPattern.CreateWithInvariantCulture("+H");
    private static readonly OffsetPattern HoursAndMinutes = OffsetPattern.CreateWithInvariantCulture("+H:mm");

    /// <summary>"Monday 8 January 2024".</summary>
    public static string Day(LocalDate day) => Locale.Current.LongDay.Format(day);

    /// <summary>"Monday 8 January".</summary>
    public static string DayAndDate(LocalDate day) => Locale.Current.WeekdayDayAndMonth.Format(day);

    /// <summary>"8 January".</summary>
    public static string Date(LocalDate day) => Locale.Current.DayAndMonth.Format(day);

    /// <summary>"Mon".</summary>
    public static string ShortWeekday(LocalDate day) => Locale.Current.Weekday.Format(day);

    /// <summary>"8–11 January 2024", or as much of it twice as differs.</summary>
    public static string Days(LocalDate first, LocalDate last) =>
        first == last ? Locale.Current.DayMonthYear.Format(first)
        : first.Year != last.Year ? $"{Locale.Current.DayMonthYear.Format(first)} – {Locale.Current.DayMonthYear.Format(last)}"
        : first.Month != last.Month ? $"{Locale.Current.DayAndMonth.Format(first)} – {Locale.Current.DayMonthYear.Format(last)}"
        : Phrases.Fill(Locale.Current.Days.Span, first.Day, Locale.Current.DayMonthYear.Format(last));

    /// <summary>"14:00".</summary>
    public static string Time(ZonedDateTime time) => Locale.Current.Minute.Format(time.TimeOfDay);

    /// <summary>For <c>datetime</c>: "2024-01-08T14:00+00:00".</summary>
    public static string Stamp(ZonedDateTime time) => Machine.Format(time);

    /// <summary>For <c>datetime</c>, with seconds: "2024-07-27T07:04:58+01:00".</summary>
    public static string StampOf(ZonedDateTime moment) => SecondAndOffset.Format(moment);

    /// <summary>"8 January 2024, 14:00 UTC".</summary>
    public static string Moment(Instant moment) => Locale.Current.MinuteInUtc.Format(moment);

    /// <summary>For <c>datetime</c>: "2024-01-08T14:00+00:00".</summary>
    public static string Stamp(Instant moment) => Machine.Format(moment.InUtc());

    /// <summary>"+1 day" for what ends on a later date than it starts; else null.</summary>
    public static string? DaysLater(SlotTimes times) => Period.DaysBetween(times.Start.Date, times.End.Date) switch
    {
        0 => null,
        var days => Phrases.Count(Words.DaysLater, days),
    };

    /// <summary>"2 h 30 min".</summary>
    public static string Length(SlotTimes times) => Length((long)(times.End.ToInstant() - times.Start.ToInstant()).TotalMinutes);

    /// <summary>"2 h 30 min".</summary>
    public static string Length(long minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => Phrases.Fill(Words.Minutes, rest),
        (var hours, 0) => Phrases.Fill(Words.Hours, hours),
        var (hours, rest) => Phrases.Fill(Words.HoursAndMinutes, hours, rest),
    };

    /// <summary>"IST", or "UTC-3" where the zone has no letters for it.</summary>
    public static string Abbreviation(ZonedDateTime time) =>
        time.GetZoneInterval().Name is { Length: > 0 } name && char.IsLetter(name[0]) ? name : OffsetOf(time);

    /// <summary>"UTC+1", "UTC+5:30".</summary>
    public static string OffsetOf(ZonedDateTime time) => $"UTC{(time.Offset.Seconds % 3600 == 0 ? Hours : HoursAndMinutes).Format(time.Offset)}";

    /// <summary>What the zone's clocks say on the days of a programme: "GMT (UTC+0)", and what they change to and when.</summary>
    public static string Offsets(PublishedAgenda published)
    {
        var noons = published.Days.Select(day => published.Zone.Resolve(new TimeSlot(day.At(new LocalTime(12, 0)), TimeSlot.ShortestMinutes)))
            .Where(noon => noon is not null).Select(noon => noon!.Value.Start).ToList();
        var changes = noons.Where((noon, i) => i == 0 || noon.Offset != noons[i - 1].Offset || Abbreviation(noon) != Abbreviation(noons[i - 1]));
        return string.Join("; ", changes.Select((noon, i) => i == 0 ? NameAndOffset(noon) : Phrases.Fill(Words.OffsetFrom, Date(noon.Date), NameAndOffset(noon))));
    }

    /// <summary>"GMT (UTC+0)", or "UTC-3" alone where the zone has no letters for it.</summary>
    public static string NameAndOffset(ZonedDateTime time) => Abbreviation(time) is var name && name == OffsetOf(time) ? name : $"{name} ({OffsetOf(time)})";
}
