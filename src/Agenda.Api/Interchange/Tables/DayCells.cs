using System.Text.RegularExpressions;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure.Json;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Interchange.Tables;

/// <summary>
/// Reads dates as spreadsheets write them. What "1/8/2024" means is told by the file, where another date in it can only be read one way, else by the
/// days of the conference; where neither tells, it is refused.
/// </summary>
internal sealed partial class DayCells
{
    private static readonly LocalDatePattern[] Plain = [.. ((string[])["uuuu-MM-dd", "uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "d.M.uuuu", "d. M. uuuu", "d-MMM-uuuu", "d/MMM/uuuu", "d MMM uuuu", "d MMMM uuuu", "MMM d, uuuu", "MMMM d, uuuu"])
        .Select(LocalDatePattern.CreateWithInvariantCulture)];

    private readonly Conference conference;
    private readonly bool? dayFirst;

    /// <summary>Reads days of a file that has these in it.</summary>
    public DayCells(Conference conference, IEnumerable<string?> all)
    {
        this.conference = conference;
        var (day, month) = (false, false);
        foreach (var match in all.OfType<string>().Select(text => Numbers().Match(text)).Where(match => match.Success))
        {
            day |= int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) > 12;
            month |= int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) > 12;
        }

        dayFirst = day == month ? null : day;
    }

    public LocalDate? Read(SaidCell cell)
    {
        if (cell.Text is not { } said)
            return null;

        var text = Midnight().Replace(said.Trim(), "");
        if (Plain.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } plain)
            return plain.Value;

        var readings = Readings(text).Distinct().ToList();
        if (readings.Count > 1 && readings.FindAll(IsOfConference) is [var only])
            readings = [only];
        if (readings is not [var day])
        {
            cell.Refuse(readings.Count == 0 ? "It is no date such as 2024-01-08." : "Which of the two numbers is the month? Write the date as 2024-01-08.");
            return null;
        }

        cell.Mend($"Read as {TimeJson.Date.Format(day)}.");
        return day;
    }

    private bool IsOfConference(LocalDate day) => day >= conference.FirstDay && day <= conference.LastDay;

    private IEnumerable<LocalDate> Readings(string text)
    {
        if (Numbers().Match(text) is not { Success: true } match)
            yield break;

        var (first, second, year) = (Part(1), Part(2), Part(3));
        if (dayFirst is not false && IsDate(year, second, first))
            yield return new LocalDate(year, second, first);
        if (dayFirst is not true && IsDate(year, first, second))
            yield return new LocalDate(year, first, second);

        int Part(int group) => int.Parse(match.Groups[group].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsDate(int year, int month, int day) => year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    [GeneratedRegex(@"^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?=$|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[ T]+0?0:00(:00(\.0+)?)?$|\s+12:00(:00)? ?AM$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();
}
