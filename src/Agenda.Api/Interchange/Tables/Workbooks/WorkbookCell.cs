using System.Globalization;
using System.Text.RegularExpressions;
using ExcelDataReader;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Interchange.Tables.Workbooks;

/// <summary>What a cell of a workbook says, as a table has it. Days and times are numbers there, and only the format says that they are shown as such.</summary>
internal static partial class WorkbookCell
{
    private static readonly LocalDate Zero = new(1900, 1, 1);
    private static readonly LocalDateTimePattern Day = Pattern("uuuu-MM-dd"), Time = Pattern("HH:mm"), Exact = Pattern("HH:mm:ss"), Moment = Pattern("uuuu-MM-dd'T'HH:mm");

    public static string Text(IExcelDataReader reader, int place) => reader.GetValue(place) switch
    {
        null => "",
        string text => text,
        bool mark => CellValues.Of(mark),
        // Spreadsheets have fifteen digits.
        double number => number.ToString("G15", CultureInfo.InvariantCulture),
        TimeSpan span => Of(span),
#pragma warning disable RS0030 // What the reader speaks.
        DateTime moment => Of(LocalDateTime.FromDateTime(moment), reader.GetNumberFormatString(place) ?? ""),
#pragma warning restore RS0030
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    // What is shown is what is meant: a day that is a moment of it, or a time of any day.
    private static string Of(LocalDateTime exact, string format)
    {
        var (moment, letters) = (exact.PlusMilliseconds(500), Said().Replace(format, ""));
        moment = moment.Date + new LocalTime(moment.Hour, moment.Minute, moment.Second);
        var hasTime = letters.AsSpan().ContainsAny("hHsS");
        var hasDay = !hasTime || letters.AsSpan().ContainsAny("yYdD");
        if (hasDay && moment.Date >= Zero)
            return (hasTime && moment.TimeOfDay != LocalTime.Midnight ? Moment : Day).Format(moment);
        return (moment.Second == 0 ? Time : Exact).Format(moment);
    }

    private static string Of(TimeSpan span)
    {
        var seconds = (long)Math.Round(span.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3_600:00}:{seconds / 60 % 60:00}{(seconds % 60 == 0 ? "" : $":{seconds % 60:00}")}");
    }

    private static LocalDateTimePattern Pattern(string text) => LocalDateTimePattern.CreateWithInvariantCulture(text);

    // What in a format is no letter of a day or time: texts, colours and languages, single signs.
    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Said();
}
