using System.Text.Json;
using System.Xml.Linq;
using Agenda.Api.Tests.Calendars;
using Agenda.Domain.Privacy;
using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Tests.Schedules;

/// <summary>What becomes of the sessions that the formats find hard.</summary>
public sealed class ScheduleFileTests
{
    private static readonly ReleaseDocument Release = HandmadeRelease.Document with
    {
        Sessions =
        [
            .. HandmadeRelease.Document.Sessions,
            HandmadeRelease.MasterclassC with { Id = new(HandmadeRelease.Guid(506)), Code = "PS-1", Title = "Papers", Type = HandmadeRelease.Papers.Id, LocalStart = new(2024, 1, 8, 9, 0), Abstract = "*A \\* subtitle*\n\nAnd *more*.", Chairs = [HandmadeRelease.Aoife.Id], Contributions = HandmadeRelease.CancelledPapers.Contributions },
            HandmadeRelease.Night with { Id = new(HandmadeRelease.Guid(507)), Code = "EV-2", Title = "Late", LocalStart = new(2024, 1, 10, 3, 59), Minutes = 60 },
            HandmadeRelease.Night with { Id = new(HandmadeRelease.Guid(508)), Code = "EV-3", Title = "Early", LocalStart = new(2024, 1, 10, 4, 0), Minutes = 24 * 60 },
            HandmadeRelease.Night with { Id = new(HandmadeRelease.Guid(509)), Code = "EV-4", Title = "Long", LocalStart = new(2024, 1, 10, 5, 0), Minutes = 30 * 60 },
        ],
    };

    [Fact]
    public void Keeps_every_rule_of_the_apps()
    {
        ScheduleRules.OfXml(ScheduleText.Xml(Release));
        ScheduleRules.OfJson(ScheduleText.Json(Release));
        ScheduleRules.OfJson2(ScheduleText.Json2(Release));
    }

    [Fact]
    public void Leaves_out_what_is_cancelled_and_what_has_no_time()
    {
        string[] codes = ["BR-1", "EV-2", "EV-3", "EV-4", "EV-%C5%81%C3%B3d%C5%BA", "MC-C", "PS-1"];
        var expected = codes.Select(code => $"{ScheduleText.Root}/schools-2024/sessions/{code}").Order(StringComparer.Ordinal);
        ScheduleText.Read(ScheduleText.Xml(Release)).Descendants("event").Select(e => e.Element("url")!.Value).Order(StringComparer.Ordinal).ShouldBe(expected);
        foreach (var text in (string[])["PS-2.1", "EX-1", "MC-A", "Withdrawn"])
        {
            foreach (var file in (byte[][])[ScheduleText.Xml(Release), ScheduleText.Json(Release), ScheduleText.Json2(Release)])
                System.Text.Encoding.UTF8.GetString(file).ShouldNotContain(text);
        }
    }

    [Fact]
    public void Counts_a_night_to_the_evening_before_it_until_four()
    {
        var days = ScheduleText.Read(ScheduleText.Xml(Release)).Elements("day").ToDictionary(
            d => d.Attribute("date")!.Value, d => string.Join(", ", d.Descendants("event").Select(e => e.Element("date")!.Value[..16])));
        days.ShouldBe(new Dictionary<string, string>
        {
            ["2024-01-08"] = "2024-01-08T09:00, 2024-01-08T14:00",
            ["2024-01-09"] = "2024-01-09T10:30, 2024-01-09T23:00, 2024-01-10T03:59",
            ["2024-01-10"] = "2024-01-10T04:00, 2024-01-10T05:00",
        }, ignoreOrder: true);
    }

    [Fact]
    public void Cuts_what_lasts_a_day_or_longer_where_the_format_has_no_end()
    {
        Event("Early").Element("duration")!.Value.ShouldBe("23:59");
        Event("Long").Element("duration")!.Value.ShouldBe("23:59");
        var long2 = ScheduleText.Schedule(ScheduleText.Json2(Release)).GetProperty("events").EnumerateArray().Single(e => e.GetProperty("title").GetString() == "Long");
        long2.GetProperty("end").GetString().ShouldBe("2024-01-11T11:00:00+00:00");
    }

    [Fact]
    public void Has_one_event_for_a_session_of_several_contributions_with_everybody_in_it_once()
    {
        var papers = Event("Papers");
        papers.Descendants("person").Select(p => p.Value).ShouldBe(["Aoife Ní Bhriain", "Łukasz Żółkiewski", "مريم الحسن"]);
        papers.Element("subtitle")!.Value.ShouldBe("A * subtitle");
        papers.Element("abstract")!.Value.ShouldBe("And *more*.");
        papers.Element("description")!.Value.ShouldBe("- 09:00 What grades do (Łukasz Żółkiewski, مريم الحسن)\n- What grades do not (مريم الحسن)\n- Plenary discussion");
        Events1().Single(e => e.GetProperty("title").GetString() == "Papers").GetProperty("persons").EnumerateArray()
            .Select(p => p.GetProperty("role").GetString()).ShouldBe(["moderator", "speaker", "speaker"]);
    }

    [Fact]
    public void Has_a_dash_where_a_session_has_no_room()
    {
        Event("Coffee").Parent!.Attribute("name")!.Value.ShouldBe("–");
        Events1().Single(e => e.GetProperty("title").GetString() == "Coffee").GetProperty("room").GetString().ShouldBe("–");
    }

    [Fact]
    public void Tells_rooms_of_one_name_apart()
    {
        var other = HandmadeRelease.Arbutus with { Id = new(HandmadeRelease.Guid(103)), Slug = "arbutus-2", Building = "Library" };
        var release = Release with { Rooms = [.. Release.Rooms, other], Sessions = [HandmadeRelease.MasterclassC, HandmadeRelease.MasterclassC with { Id = new(HandmadeRelease.Guid(510)), Code = "MC-D", Room = other.Id }] };
        ScheduleText.Read(ScheduleText.Xml(release)).Descendants("room").Select(r => r.Attribute("name")?.Value).OfType<string>().ShouldBe(["Arbutus Room, St. Mary's Building", "Arbutus Room, Library"]);
    }

    [Fact]
    public void Says_nothing_of_the_erased_and_tells_no_GUID_that_is_made_of_an_address()
    {
        var erased = HandmadeRelease.Lukasz with { GivenName = "", FamilyName = Withdrawn.Name, Affiliation = null, Country = null };
        ScheduleText.Read(ScheduleText.Xml(Release with { People = [HandmadeRelease.Aoife, erased, HandmadeRelease.Mariam] })).Descendants("person").Select(p => p.Value)
            .Distinct().Order(StringComparer.Ordinal).ShouldBe(["Aoife Ní Bhriain", "مريم الحسن"]);
    }

    [Fact]
    public void Takes_any_text_that_a_release_can_have()
    {
        foreach (var text in RandomText.Many())
        {
            var release = Release with
            {
                Rooms = [HandmadeRelease.Arbutus with { Name = text, Building = text }, HandmadeRelease.Hall],
                Sessions = [HandmadeRelease.MasterclassC with { Title = text, Abstract = text, Resources = [new(text, "https://x.example/ü|{a}#b#c")] }],
                People = [HandmadeRelease.Aoife with { Biography = text }, HandmadeRelease.Lukasz],
            };
            ScheduleRules.OfXml(ScheduleText.Xml(release));
            ScheduleRules.OfJson(ScheduleText.Json(release));
            ScheduleRules.OfJson2(ScheduleText.Json2(release));
        }
    }

    [Fact]
    public void Lists_every_day_of_the_conference_so_that_the_numbers_of_days_stay()
    {
        var empty = ScheduleText.Read(ScheduleText.Xml(Release with { Sessions = [HandmadeRelease.Coffee] }));
        empty.Elements("day").Select(d => (d.Attribute("index")!.Value, d.Attribute("date")!.Value, d.Elements().Count())).ShouldBe([("1", "2024-01-08", 0), ("2", "2024-01-09", 1), ("3", "2024-01-10", 0)]);
        var april = Release with { Conference = Release.Conference with { FirstDay = new LocalDate(2024, 3, 30), LastDay = new LocalDate(2024, 3, 31) }, Sessions = [HandmadeRelease.Coffee with { LocalStart = new(2024, 3, 31, 3, 30) }] };
        ScheduleText.Read(ScheduleText.Xml(april)).Elements("day").Select(d => $"{d.Attribute("start")!.Value} {d.Attribute("end")!.Value} {d.Descendants("event").Count()}")
            .ShouldBe(["2024-03-30T04:00:00+00:00 2024-03-31T04:00:00+01:00 1", "2024-03-31T04:00:00+01:00 2024-04-01T04:00:00+01:00 0"]);
    }

    private static XElement Event(string title) => ScheduleText.Read(ScheduleText.Xml(Release)).Descendants("event").Single(e => e.Element("title")!.Value == title);

    private static List<JsonElement> Events1() => [.. ScheduleText.Schedule(ScheduleText.Json(Release)).GetProperty("conference").GetProperty("days").EnumerateArray()
        .SelectMany(d => d.GetProperty("rooms").EnumerateObject()).SelectMany(r => r.Value.EnumerateArray())];
}
