using System.Globalization;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Browser.Tests;

/// <summary>A programme of talks to publish, as a schedule that the service imports.</summary>
/// <param name="Slug">The conference.</param>
/// <param name="Zone">Its time zone.</param>
/// <param name="Talks">What is in it.</param>
internal sealed record Programme(string Slug, string Zone, params IReadOnlyList<Talk> Talks)
{
    /// <summary>As a schedule.xml.</summary>
    public XDocument ToSchedule() => new(
        new XElement("schedule",
            new XElement("conference", new XElement("title", $"Programme of {Slug}"), new XElement("start", Iso(Talks.Min(t => t.Start.Date))), new XElement("end", Iso(Talks.Max(t => t.Start.Date)))),
            Talks.GroupBy(t => t.Start.Date).OrderBy(day => day.Key).Select((day, i) => new XElement("day", new XAttribute("index", i + 1), new XAttribute("date", Iso(day.Key)),
                day.GroupBy(t => t.Room).Select(room => new XElement("room", new XAttribute("name", room.Key), room.Select(ToEvent)))))));

    private static XElement ToEvent(Talk talk) => new("event", new XAttribute("id", talk.Number),
        new XElement("start", talk.Start.ToString("HH:mm", CultureInfo.InvariantCulture)),
        new XElement("duration", string.Create(CultureInfo.InvariantCulture, $"{talk.Minutes / 60:00}:{talk.Minutes % 60:00}")),
        new XElement("room", talk.Room), new XElement("title", talk.Title), new XElement("type", "talk"), new XElement("abstract", talk.Abstract),
        new XElement("persons", new XElement("person", new XAttribute("id", talk.Number), talk.Speaker)));

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}

/// <summary>A talk at a time of the conference's clocks.</summary>
internal sealed record Talk(int Number, LocalDateTime Start, int Minutes, string Room, string Title, string Speaker, string Abstract = "");
