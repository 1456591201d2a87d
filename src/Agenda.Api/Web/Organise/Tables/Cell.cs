using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>Numbers and times as spreadsheets of every language read them.</summary>
internal static class Cell
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string? Of(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(LocalDate? day) => day is { } said ? LocalDatePattern.Iso.Format(said) : null;

    public static string? Of(LocalTime? time) => time is { } said ? Minute.Format(said) : null;
}
