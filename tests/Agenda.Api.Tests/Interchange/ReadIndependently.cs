using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A session as one reads it in a file with nothing but an XML or JSON parser: what the import must come to as well.</summary>
internal sealed record ReadSession(string Title, Instant Start, Instant End, string Room, string People);

/// <summary>Reads the real files without any of the importer's code.</summary>
internal static partial class ReadIndependently
{
    public static IReadOnlyList<ReadSession> Sessions(string name, byte[] file, string zone) => name switch
    {
        _ when name.EndsWith(".xml", StringComparison.Ordinal) => Xml(XDocument.Load(new MemoryStream(file)), zone),
        _ when name.Contains("schedule2", StringComparison.Ordinal) => Json2(JsonDocument.Parse(file).RootElement.GetProperty("schedule")),
        _ => Json1(JsonDocument.Parse(file).RootElement.GetProperty("schedule").GetProperty("conference")),
    };

    private static List<ReadSession> Xml(XDocument file, string zone) =>
    [
        .. from day in file.Root!.Elements("day")
           from room in day.Elements("room")
           from said in room.Elements("event")
           let start = said.Element("date") is { } date ? Moment(date.Value) : Local($"{day.Attribute("date")!.Value}T{said.Element("start")!.Value}:00", zone)
           select new ReadSession(
               Line(said.Element("title")!.Value), start, start + Length(said.Element("duration")!.Value), Line(room.Attribute("name")!.Value),
               Names(said.Descendants("person").Select(p => p.Value))),
    ];

    private static List<ReadSession> Json1(JsonElement conference) =>
    [
        .. from day in conference.GetProperty("days").EnumerateArray()
           from room in day.GetProperty("rooms").EnumerateObject()
           from said in room.Value.EnumerateArray()
           let start = Moment(said.GetProperty("date").GetString()!)
           select new ReadSession(
               Line(said.GetProperty("title").GetString()!), start, start + Length(said.GetProperty("duration").GetString()!), Line(room.Name),
               Names(said.GetProperty("persons").EnumerateArray().Select(p => p.GetProperty("public_name").GetString()!))),
    ];

    private static List<ReadSession> Json2(JsonElement schedule) =>
    [
        .. from said in schedule.GetProperty("events").EnumerateArray()
           select new ReadSession(
               Line(said.GetProperty("title").GetString()!), Moment(said.GetProperty("start").GetString()!), Moment(said.GetProperty("end").GetString()!),
               Line(said.GetProperty("room").GetProperty("name").GetString()!), Names(said.GetProperty("participants").EnumerateArray().Select(p => p.GetProperty("name").GetString()!))),
    ];

    private static Instant Moment(string text) => OffsetDateTimePattern.Rfc3339.Parse(text).Value.ToInstant();

    private static Instant Local(string text, string zone) => LocalDateTimePattern.GeneralIso.Parse(text).Value.InZoneStrictly(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    private static Duration Length(string text) =>
        Duration.FromMinutes((60 * int.Parse(text.Split(':')[0], CultureInfo.InvariantCulture)) + int.Parse(text.Split(':')[1], CultureInfo.InvariantCulture));

    // Somebody who stands twice in one session is one person.
    private static string Names(IEnumerable<string> names) => string.Join("; ", names.Select(Line).Distinct().Order(StringComparer.Ordinal));

    private static string Line(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
