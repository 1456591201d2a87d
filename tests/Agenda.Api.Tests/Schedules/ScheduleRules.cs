using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Agenda.Api.Tests.Schedules;

/// <summary>What Giggity, EventFahrplan, ConfClerk and c3voc's schemas need of a schedule file, rule by rule.</summary>
internal static partial class ScheduleRules
{
    public static void OfXml(byte[] file)
    {
        Encoding.UTF8.GetString(file)[..1024].ShouldContain("<conference");
        file.ShouldAllBe(b => b >= 32 || b == '\n' || b == '\t');
        var schedule = ScheduleText.Read(file);
        schedule.Elements().Select(e => e.Name.LocalName).Distinct().ShouldBe(["generator", "version", "conference", "day"]);
        var conference = schedule.Element("conference")!;
        OfConference(Value(conference, "acronym"), Value(conference, "title"), Value(conference, "start"), Value(conference, "end"));
        Value(conference, "days").ShouldBe(schedule.Elements("day").Count().ToString(CultureInfo.InvariantCulture));
        foreach (var track in conference.Elements("track"))
            (track.Attribute("slug")?.Value ?? "ok").ShouldMatch("^[a-z][a-z0-9-]+$");

        OfDays([.. schedule.Elements("day").Select(d => (d.Attribute("index")!.Value, d.Attribute("date")!.Value, d.Attribute("start")!.Value, d.Attribute("end")!.Value))]);
        foreach (var room in schedule.Elements("day").Elements("room"))
        {
            room.Attribute("name")!.Value.ShouldNotBeNull();
            room.Elements("event").ShouldNotBeEmpty();
            foreach (var session in room.Elements("event"))
                OfXmlEvent(session, room);
        }

        var events = schedule.Descendants("event").ToList();
        OfIdentities([.. events.Select(e => e.Attribute("id")!.Value)], [.. events.Select(e => e.Attribute("guid")!.Value)], [.. events.Select(e => Value(e, "slug"))]);
        schedule.Descendants("person").ShouldAllBe(p => p.Value.Length > 0 && int.Parse(p.Attribute("id")!.Value, CultureInfo.InvariantCulture) > 0);
        schedule.Descendants("person").GroupBy(p => p.Attribute("id")!.Value).ShouldAllBe(same => same.Select(p => p.Value).Distinct().Count() == 1);
    }

    public static void OfJson(byte[] file)
    {
        OfJsonText(file);
        var conference = ScheduleText.Schedule(file).GetProperty("conference");
        OfConference(Text(conference, "acronym"), Text(conference, "title"), Text(conference, "start"), Text(conference, "end"));
        Text(conference, "timeslot_duration").ShouldMatch("^[0-9]+:[0-9]{2}$");
        var days = conference.GetProperty("days").EnumerateArray().ToList();
        conference.GetProperty("daysCount").GetInt32().ShouldBe(days.Count);
        OfDays([.. days.Select(d => (d.GetProperty("index").ToString(), Text(d, "date"), Text(d, "day_start"), Text(d, "day_end")))]);
        var events = new List<JsonElement>();
        foreach (var (day, room) in days.SelectMany(d => d.GetProperty("rooms").EnumerateObject().Select(room => (d, room))))
        {
            foreach (var session in room.Value.EnumerateArray())
            {
                Text(session, "room").ShouldBe(room.Name);
                OfTimes(Text(session, "date"), Text(session, "start"), Text(session, "duration"), Text(day, "day_start"), Text(day, "day_end"));
                OfTexts(session);
                Text(session, "track").ShouldNotBeNull();
                Text(session, "language").ShouldNotBeNull();
                session.GetProperty("persons").EnumerateArray().ShouldAllBe(p => p.GetProperty("id").GetInt32() > 0 && p.GetProperty("guid").GetGuid() != Guid.Empty && Text(p, "name").Length > 0 && p.EnumerateObject().All(m => m.Name != "public_name"));
                events.Add(session);
            }
        }

        OfIdentities([.. events.Select(e => e.GetProperty("id").GetInt32().ToString(CultureInfo.InvariantCulture))], [.. events.Select(e => Text(e, "guid"))], [.. events.Select(e => Text(e, "slug"))]);
    }

    public static void OfJson2(byte[] file)
    {
        OfJsonText(file);
        var schedule = ScheduleText.Schedule(file);
        var conference = schedule.GetProperty("conference");
        OfConference(Text(conference, "acronym"), Text(conference, "title"), Text(conference, "start")[..10], Text(conference, "end")[..10]);
        OfDays([.. conference.GetProperty("days").EnumerateArray().Select(d => (d.GetProperty("index").ToString(), Text(d, "date"), Text(d, "start"), Text(d, "end")))]);
        var tracks = conference.GetProperty("tracks").EnumerateArray().Select(t => Text(t, "slug")).ToHashSet();
        var events = schedule.GetProperty("events").EnumerateArray().ToList();
        foreach (var session in events)
        {
            Text(session, "start").ShouldMatch(Moment);
            Text(session, "end").ShouldMatch(Moment);
            OfTexts(session);
            Text(session, "language").ShouldMatch("^[a-z]{2}$");
            Text(session, "type").ShouldBeOneOf("TALK", "WORKSHOP", "MEETING", "DISCUSSION", "GAME", "OTHER");
            var track = Text(session.GetProperty("track"), "slug");
            (track == "none" || tracks.Contains(track)).ShouldBeTrue(track);
            session.GetProperty("room").GetProperty("guid").GetGuid().ShouldNotBe(Guid.Empty);
            session.GetProperty("participants").EnumerateArray().ShouldAllBe(p => p.GetProperty("guid").GetGuid() != Guid.Empty && Text(p, "name").Length > 0);
        }

        OfIdentities(null, [.. events.Select(e => Text(e, "guid"))], [.. events.Select(e => Text(e, "slug"))]);
    }

    private const string Moment = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$";

    private static void OfConference(string acronym, string title, string start, string end)
    {
        acronym.ShouldMatch("^[a-z0-9_-][a-z0-9_]{3,}$");
        title.ShouldNotBeNull();
        start.ShouldMatch(@"^\d{4}-\d\d-\d\d$");
        end.ShouldMatch(@"^\d{4}-\d\d-\d\d$");
    }

    // One reader takes the hour of the end for the hour at which days change, so it has to be that in local time.
    private static void OfDays(List<(string Index, string Date, string Start, string End)> days)
    {
        days.Select(d => d.Index).ShouldBe(Enumerable.Range(1, days.Count).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        days.Select(d => d.Date).ShouldBe(days.Select(d => d.Date).Distinct().Order(StringComparer.Ordinal));
        foreach (var (_, date, start, end) in days)
        {
            start.ShouldStartWith($"{date}T04:00:00");
            end.ShouldMatch(Moment);
            end[10..19].ShouldBe("T04:00:00");
        }
    }

    private static void OfXmlEvent(XElement session, XElement room)
    {
        var day = room.Parent!;
        OfTimes(Value(session, "date"), Value(session, "start"), Value(session, "duration"), day.Attribute("start")!.Value, day.Attribute("end")!.Value);
        Value(session, "room").ShouldBe(room.Attribute("name")!.Value);
        Value(session, "url").ShouldStartWith("https://");
        Value(session, "slug").ShouldMatch("^[a-z0-9_]{4,}-[a-z0-9_-]{4,}$");
        foreach (var name in (string[])["title", "subtitle", "track", "type", "abstract", "description", "persons", "links"])
            session.Element(name).ShouldNotBeNull(name);
        if (session.Attribute("code") is { } code)
            code.Value.ShouldMatch("^[0-9A-Z]{6}$");
    }

    private static void OfTimes(string date, string start, string duration, string dayStart, string dayEnd)
    {
        date.ShouldMatch(Moment);
        start.ShouldBe(date[11..16]);
        duration.ShouldMatch("^(0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]$");
        string.CompareOrdinal(date[..19], dayStart[..19]).ShouldBeGreaterThanOrEqualTo(0);
        string.CompareOrdinal(date[..19], dayEnd[..19]).ShouldBeLessThan(0);
    }

    private static void OfTexts(JsonElement session)
    {
        foreach (var name in (string[])["title", "subtitle", "abstract", "description"])
            Text(session, name).ShouldNotBeNull(name);
        Text(session, "url").ShouldStartWith("https://");
        Text(session, "slug").ShouldMatch("^[a-z0-9_-]+[a-z0-9]$");
        if (session.TryGetProperty("code", out var code))
            code.GetString()!.ShouldMatch("^[A-Z0-9]+$");
        session.GetProperty("links").EnumerateArray().ShouldAllBe(l => Uri.IsWellFormedUriString(Text(l, "url"), UriKind.Absolute) && NotOfUris().IsMatch(Text(l, "url")) == false);
    }

    private static void OfIdentities(List<string>? ids, List<string> guids, List<string> slugs)
    {
        foreach (var id in ids ?? [])
            int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        (ids ?? []).ShouldBeUnique();
        guids.ForEach(guid => guid.ShouldMatch("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        guids.ShouldBeUnique();
        slugs.ShouldBeUnique();
    }

    private static void OfJsonText(byte[] file)
    {
        file.ShouldAllBe(b => b >= 32);
        Encoding.UTF8.GetString(file).ShouldNotMatch(@"\\u00[01][0-9a-fA-F](?<!\\u0009|\\u000a)");
        Text(ScheduleText.Schedule(file), "version").ShouldMatch("^[0-9]+$");
    }

    private static string Value(XElement of, string name) => of.Element(name)!.Value;

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    [GeneratedRegex(@"[^\x21-\x7e]|#.*#")]
    private static partial Regex NotOfUris();
}
