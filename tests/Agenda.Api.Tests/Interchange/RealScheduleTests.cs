using System.Net;
using System.Text.Json;
using NodaTime.Text;

namespace Agenda.Api.Tests.Interchange;

/// <summary>Real programmes come in, are published and read back as they are in their files.</summary>
public sealed class RealScheduleTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    /// <summary>File, zone, sessions, rooms, people.</summary>
    public static TheoryData<string, string, int, int, int> Files => new()
    {
        { "fosdem-2024.schedule.xml", "Europe/Brussels", 674, 26, 732 },
        { "debconf-2023.schedule.xml", "Asia/Kolkata", 117, 5, 87 },
        { "camp-2019.schedule.json", "Europe/Berlin", 79, 2, 90 },
        { "democon.schedule.json", "UTC", 36, 2, 27 },
        { "hub.schedule2.json", "Europe/Berlin", 2, 2, 4 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Reads_back_as_in_the_file(string name, string zone, int sessions, int rooms, int people)
    {
        var file = ScheduleFixtures.Real(name);
        var given = await Given.Conference(host, $"back-{name.Split('.')[0]}", zone, "2019-01-01", "2020-01-01");

        (await given.Imported(file)).Sessions().ShouldBe((sessions, 0, 0));
        await given.PublishedAsItIs();

        var agenda = (await host.Reader().Read($"{given.Path}/agenda")).ShouldBe(HttpStatusCode.OK);
        var read = agenda["sessions"].EnumerateArray().Select(Read).ToList();
        Sorted(read).ShouldBe(Sorted(ReadIndependently.Sessions(name, file, zone)));
        read.Select(s => s.Room).Distinct().Count().ShouldBe(rooms);
        var published = await host.Reader().Read($"{given.Path}/agenda/people?limit=500");
        var ids = agenda["sessions"].EnumerateArray().SelectMany(People).Select(p => p.GetProperty("id").GetGuid()).Distinct().Count();
        ids.ShouldBe(people);
        published.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Leaves_everything_as_it_is_when_it_comes_again(string name, string zone, int sessions, int rooms, int people)
    {
        _ = (rooms, people);
        var file = ScheduleFixtures.Real(name);
        var given = await Given.Conference(host, $"again-{name.Split('.')[0]}", zone, "2019-01-01", "2020-01-01");
        var first = await given.Imported(file);
        var before = await host.Everything();

        var second = await given.Imported(file);

        second.Sessions().ShouldBe((0, 0, sessions));
        foreach (var kind in (string[])["rooms", "tracks", "people"])
            second.Tally(kind).ShouldBe((0, 0, first.Tally(kind).Created), kind);
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_the_invalid_file_with_each_place_that_is_wrong()
    {
        var given = await Given.Conference(host, "invalid", "Europe/Zurich", "2022-12-28", "2022-12-30");
        var before = await host.Everything();

        var answer = await given.Import(ScheduleFixtures.Real("invalid.schedule.json"));

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-schedule");
        answer.Notes("places").ShouldBe(
        [
            "line 23: $.schedule.conference.days[0].rooms.Winterchaos[0].id | id | it is the string \"2814\" where the format has an integer",
            "line 43: $.schedule.conference.days[0].rooms.Winterchaos[0].persons[0].id | id | it is the string \"dsadf\" where the format has an integer",
            "line 59: $.schedule.rooms | rooms | they stand outside of the conference, where the format has none",
        ]);
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Says_that_the_zone_of_democon_contradicts_its_offsets()
    {
        var file = ScheduleFixtures.Real("democon.schedule.json");
        var given = await Given.Conference(host, "democon", "UTC", "2020-12-14", "2020-12-16");

        (await given.Imported(file)).Notes("mended").ShouldContain(note => note.StartsWith("line 12: $.schedule.conference.time_zone_name | time zone UTC | 36 of 36 sessions are written at +01:00", StringComparison.Ordinal));
        (await given.Imported(file, "?zone=Europe/Berlin")).Notes("mended").ShouldNotContain(note => note.Contains("of 36 sessions", StringComparison.Ordinal));
    }

    private static string[] Sorted(IEnumerable<ReadSession> sessions) => [.. sessions.Select(s => s.ToString()).Order(StringComparer.Ordinal)];

    private static IEnumerable<JsonElement> People(JsonElement session) =>
        session.GetProperty("chairs").EnumerateArray().Concat(session.GetProperty("contributions").EnumerateArray().SelectMany(c => c.GetProperty("authors").EnumerateArray()));

    private static ReadSession Read(JsonElement session) => new(
        session.GetProperty("title").GetString()!,
        InstantPattern.ExtendedIso.Parse(session.GetProperty("startUtc").GetString()!).Value,
        InstantPattern.ExtendedIso.Parse(session.GetProperty("endUtc").GetString()!).Value,
        session.GetProperty("room").GetProperty("name").GetString()!,
        string.Join("; ", People(session).Select(p => p.GetProperty("name").GetString()!).Order(StringComparer.Ordinal)));
}
