using Agenda.Api.Scheduling;
using Agenda.Api.Web.Reading;
using NodaTime;

namespace Agenda.Api.Web.Organise.Sheets;

/// <summary>Times on paper: those of the conference's clocks.</summary>
internal static class SheetTimes
{
    public static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", null);

    /// <summary>For <c>datetime</c>.</summary>
    public static string Stamp(PlacementResponse placement) => placement.Start.ToString("uuuu-MM-dd'T'HH:mm", null);

    public static string Time(LocalDateTime time) => Locale.Current.Minute.Format(time.TimeOfDay);

    /// <summary>"14:00–16:30".</summary>
    public static string Span(PlacementResponse placement) => Span(placement.Start, EndOf(placement));

    public static string Span(LocalDateTime start, LocalDateTime end) => $"{Time(start)}–{Time(end)}";

    /// <summary>As the clocks would have it if they went on evenly, where the zone has no such time.</summary>
    public static LocalDateTime EndOf(PlacementResponse placement) => placement.End ?? placement.Start.PlusMinutes(placement.Minutes);
}
