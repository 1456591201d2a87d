using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Agenda.Api.Tests.Interchange;

namespace Agenda.Api.Tests.Schedules;

/// <summary>What goes out as a file and comes in again goes out as it was.</summary>
public sealed class ScheduleRoundTripTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] Names = ["schedule.xml", "schedule.json", "schedule.v2.json"];

    /// <summary>Real file, its zone, and the formats that it goes through; the largest goes through one.</summary>
    public static TheoryData<string, string, string> Files => new()
    {
        { "fosdem-2024.schedule.xml", "Europe/Brussels", "schedule.xml" },
        { "debconf-2023.schedule.xml", "Asia/Kolkata", "schedule.xml" },
        { "debconf-2023.schedule.xml", "Asia/Kolkata", "schedule.json" },
        { "camp-2019.schedule.json", "Europe/Berlin", "schedule.xml" },
        { "camp-2019.schedule.json", "Europe/Berlin", "schedule.json" },
        { "camp-2019.schedule.json", "Europe/Berlin", "schedule.v2.json" },
        { "democon.schedule.json", "UTC", "schedule.json" },
        { "democon.schedule.json", "UTC", "schedule.v2.json" },
        { "hub.schedule2.json", "Europe/Berlin", "schedule.v2.json" },
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_programme_comes_back_from_every_format(int seed)
    {
        foreach (var name in Names)
        {
            var slug = $"any-{seed}-{name.Replace('.', '-')}";
            var release = new RandomProgramme(seed, slug).Release();
            var file = name == "schedule.xml" ? ScheduleText.Xml(release) : name == "schedule.json" ? ScheduleText.Json(release) : ScheduleText.Json2(release);
            var given = await Given.Conference(host, slug, "Europe/Dublin", "2024-03-29", "2024-04-02", "A conference");

            var report = await given.Imported(file);
            report.Sessions().ShouldBe((14, 0, 0));
            report.Notes("leftOut").ShouldBeEmpty();
            report.Notes("mended").ShouldBeEmpty();
            await given.PublishedAsItIs();
            Same(name, await Read(given, name), file, slug, slug);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Real_programmes_come_back(string real, string zone, string name)
    {
        var key = $"{real.Split('.')[0]}-{name.Replace('.', '-')}";
        var source = ScheduleFixtures.Real(real);
        var first = await Given.Conference(host, $"{key}-1", zone, "2019-01-01", "2020-01-01");
        await first.Imported(source);
        await first.PublishedAsItIs();
        var file = await Read(first, name);
        Rules(name, file);
        if (name == "schedule.xml")
            Lines(ReadIndependently.Sessions("x.xml", file, zone)).ShouldBe(Lines(ReadIndependently.Sessions(real, source, zone)));

        var second = await Given.Conference(host, $"{key}-2", zone, "2019-01-01", "2020-01-01");
        await second.Imported(file);
        await second.PublishedAsItIs();
        Same(name, await Read(second, name), file, $"{key}-2", $"{key}-1");
        (await second.Imported(file)).Sessions().ShouldBe((0, 0, ReadIndependently.Sessions(real, source, zone).Count));
    }

    [Fact]
    public async Task Ids_of_files_stay_their_ids()
    {
        var given = await Given.Conference(host, "ids", "Asia/Kolkata", "2023-09-10", "2023-09-18");
        var source = ScheduleFixtures.Real("debconf-2023.schedule.xml");
        await given.Imported(source);
        await given.PublishedAsItIs();
        Ids(await Read(given, "schedule.xml")).ShouldBe(Ids(source));
    }

    private static string[] Ids(byte[] xml) =>
    [
        .. ScheduleText.Read(xml).Descendants("event").Select(e => $"{e.Attribute("id")!.Value} {e.Attribute("guid")!.Value} {string.Join(',', e.Descendants("person").Select(p => $"{p.Attribute("id")!.Value}:{p.Value}").Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
    ];

    private static string[] Lines(IEnumerable<ReadSession> sessions) => [.. sessions.Select(s => s.ToString()).Order(StringComparer.Ordinal)];

    private static void Rules(string name, byte[] file)
    {
        if (name == "schedule.xml")
            ScheduleRules.OfXml(file);
        else if (name == "schedule.json")
            ScheduleRules.OfJson(file);
        else
            ScheduleRules.OfJson2(file);
    }

    private async Task<byte[]> Read(Given given, string name) => Encoding.UTF8.GetBytes((await host.Reader().Read($"/{given.Slug}/{name}")).ShouldBe(HttpStatusCode.OK).Text);

    private static void Same(string name, byte[] now, byte[] before, string slugNow, string slugBefore) =>
        Canonical(name, now, slugNow).ShouldBe(Canonical(name, before, slugBefore));

    // Without the address of the conference, and with rooms in the order of their names: files do not say another.
    private static string[] Canonical(string name, byte[] file, string slug)
    {
        var text = Encoding.UTF8.GetString(file).Replace($"{ScheduleText.Root}/{slug}/", "here/", StringComparison.Ordinal).Replace(slug.Replace("-", "", StringComparison.Ordinal), "acronym", StringComparison.Ordinal);
        return name == "schedule.xml" ? CanonicalXml(XElement.Parse(text)) : CanonicalJson(JsonNode.Parse(text)!["schedule"]!);
    }

    private static string[] CanonicalXml(XElement schedule) =>
    [
        .. schedule.Element("conference")!.Elements().Select(e => e.ToString()),
        .. schedule.Elements("day").SelectMany(day => day.Elements("room").OrderBy(r => r.Attribute("name")!.Value, StringComparer.Ordinal).SelectMany(r => r.Elements("event")).Select(e => $"{day.Attribute("index")!.Value}: {e}")),
    ];

    // GUIDs of rooms are ours alone, as are those of people whom another file knew by a number or by a GUID that is made of an address.
    private static string[] CanonicalJson(JsonNode schedule)
    {
        var conference = schedule["conference"]!;
        var events = schedule["events"]?.AsArray() ?? new JsonArray([.. conference["days"]!.AsArray().SelectMany(d => d!["rooms"]!.AsObject()).SelectMany(r => r.Value!.AsArray()).Select(e => e!.DeepClone())]);
        foreach (var room in conference["rooms"]!.AsArray())
            room!.AsObject().Remove("guid");
        foreach (var said in events)
        {
            (said!["room"] as JsonObject)?.Remove("guid");
            foreach (var person in (said["persons"] ?? said["participants"])!.AsArray().Where(p => (p!["id"]?.GetValue<int>() ?? 0) < 1 << 30))
                person!.AsObject().Remove("guid");
        }

        return
        [
            .. conference.AsObject().Where(m => m.Key is not ("days" or "rooms")).Select(m => $"{m.Key}: {m.Value?.ToJsonString()}"),
            .. conference["rooms"]!.AsArray().Select(r => r!.ToJsonString()).Order(StringComparer.Ordinal),
            .. events.Select(e => e!.ToJsonString(JsonSerializerOptions.Web)).Order(StringComparer.Ordinal),
        ];
    }
}
