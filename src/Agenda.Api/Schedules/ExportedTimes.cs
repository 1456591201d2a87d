using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Schedules;

/// <summary>Times as schedule files write them.</summary>
internal static class ExportedTimes
{
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");
    private static readonly LocalTimePattern OnTheClock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Such as <c>2024-01-08T14:00:00+00:00</c>: the offset always as numbers with a colon, which one reader needs.</summary>
    public static string Moment(ZonedDateTime time) => WithOffset.Format(time.ToOffsetDateTime());

    /// <summary>Such as <c>14:00</c>.</summary>
    public static string Clock(ZonedDateTime time) => OnTheClock.Format(time.TimeOfDay);

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
