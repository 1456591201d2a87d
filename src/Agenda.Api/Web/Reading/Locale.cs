using System.Globalization;
using NodaTime.Text;

namespace Agenda.Api.Web.Reading;

/// <summary>
/// How somebody reads: a language that the pages have, and a clock of 12 or of 24 hours. It is the culture of a request for its words alone; numbers and
/// everything that programs read stay as they are everywhere.
/// </summary>
internal sealed class Locale : CultureInfo
{
    public static readonly Locale English = new("en", "en-GB", new("dddd d MMMM yyyy", "dddd d MMMM", "d MMMM", "d MMMM yyyy", "{0}–{1}"), twelveHours: false);

    /// <summary>In the order of their places.</summary>
    public static readonly IReadOnlyList<Locale> All = MakeAll();

    private Locale(string language, string names, DayPatterns days, bool twelveHours)
        : base(language, useUserOverride: false)
    {
        var culture = GetCultureInfo(names);
        (Language, TwelveHours, Days, Place) = (language, twelveHours, days, twelveHours ? 1 : 0);
        LongDay = LocalDatePattern.Create(days.LongDay, culture);
        WeekdayDayAndMonth = LocalDatePattern.Create(days.WeekdayDayAndMonth, culture);
        DayAndMonth = LocalDatePattern.Create(days.DayAndMonth, culture);
        DayMonthYear = LocalDatePattern.Create(days.DayMonthYear, culture);
        Weekday = LocalDatePattern.Create("ddd", culture);
        Minute = twelveHours ? LocalTimePattern.Create("h:mm tt", GetCultureInfo("en-GB")) : LocalTimePattern.Create("HH:mm", InvariantCulture);
        MinuteInUtc = InstantPattern.Create($"{days.DayMonthYear}, {(twelveHours ? "h:mm tt" : "HH:mm")} 'UTC'", twelveHours && language != "en" ? GetCultureInfo("en-GB") : culture);
    }

    /// <summary>That of the request, or English with 24 hours where nobody reads pages.</summary>
    public static Locale Current => CurrentUICulture as Locale ?? English;

    /// <summary>As in <c>lang</c>.</summary>
    public string Language { get; }

    public bool TwelveHours { get; }

    /// <summary>From 0, for what is kept for each.</summary>
    public int Place { get; private init; }

    internal DayPatterns Days { get; }

    internal LocalDatePattern LongDay { get; }

    internal LocalDatePattern WeekdayDayAndMonth { get; }

    internal LocalDatePattern DayAndMonth { get; }

    internal LocalDatePattern DayMonthYear { get; }

    internal LocalDatePattern Weekday { get; }

    internal LocalTimePattern Minute { get; }

    internal InstantPattern MinuteInUtc { get; }

    public static Locale? Of(string language, bool twelveHours) => All.FirstOrDefault(l => l.Language == language && l.TwelveHours == twelveHours);

    /// <summary>Makes something that is kept for readers of this locale, whoever asked for it first.</summary>
    public T Make<T>(Func<T> make)
    {
        var before = CurrentUICulture;
        CurrentUICulture = this;
        try
        {
            return make();
        }
        finally
        {
            CurrentUICulture = before;
        }
    }

    private static List<Locale> MakeAll()
    {
        var german = new DayPatterns("dddd, d. MMMM yyyy", "dddd, d. MMMM", "d. MMMM", "d. MMMM yyyy", "{0}.–{1}");
        return [English, new("en", "en-GB", English.Days, true), new("de", "de-DE", german, false) { Place = 2 }, new("de", "de-DE", german, true) { Place = 3 }];
    }

    internal sealed record DayPatterns(string LongDay, string WeekdayDayAndMonth, string DayAndMonth, string DayMonthYear, string Span);
}
