using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.MyAgendas;

namespace Agenda.Api.Tests.Buildings;

public sealed class BuildingCoordinatesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Where_a_building_stands_is_published_with_its_rooms_and_told_to_calendars()
    {
        var (given, session, building) = await Situation();
        var feed = $"/calendars/{given.Slug}.ics";
        (await FeedRead.GetAsync(host.Reader(), feed)).Unfolded.ShouldNotContain("GEO");

        var edited = await given.Organiser.Put(building.Path, building.Tag, new { name = "Mary's", coordinates = new { latitude = 53.36881, longitude = -6.2559 } });
        JsonSerializer.Serialize(edited.ShouldBe(HttpStatusCode.OK)["coordinates"]).ShouldBe("""{"latitude":53.36881,"longitude":-6.2559}""");
        (await given.Organiser.Read(building.Path))["coordinates"].GetProperty("latitude").GetDouble().ShouldBe(53.36881);
        (await FeedRead.GetAsync(host.Reader(), feed)).Unfolded.ShouldNotContain("GEO");
        var before = (await FeedRead.GetAsync(host.Reader(), feed)).Event(session);
        host.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await given.Published();

        var after = (await FeedRead.GetAsync(host.Reader(), feed)).Event(session);
        after["GEO"].Value.ShouldBe("53.368810;-6.255900");
        string.CompareOrdinal(after["LAST-MODIFIED"].Value, before["LAST-MODIFIED"].Value).ShouldBeGreaterThan(0);
        after["SEQUENCE"].Value.ShouldBe(before["SEQUENCE"].Value);
    }

    [Fact]
    public async Task The_trace_tells_where_a_building_was_moved()
    {
        var (given, _, building) = await Situation();

        var left = await given.Organiser.TracedMeanwhile(async () =>
            (await given.Organiser.Put(building.Path, building.Tag, new { name = "Mary's", coordinates = new { latitude = 53.5, longitude = 0 } })).ShouldBe(HttpStatusCode.OK));

        left.ShouldHaveSingleItem().Changes.ShouldBe(["coordinates.latitude: null -> 53.5", "coordinates.longitude: null -> 0"]);
    }

    [Theory]
    [InlineData(90.01, 0)]
    [InlineData(-91, 0)]
    [InlineData(0, 180.5)]
    [InlineData(1e300, 0)]
    public async Task Refuses_what_is_nowhere_on_earth(double latitude, double longitude)
    {
        var (given, _, building) = await Situation();

        (await given.Organiser.Put(building.Path, building.Tag, new { name = "Mary's", coordinates = new { latitude, longitude } })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await given.Organiser.Put(building.Path, building.Tag, """{ "name": "Mary's", "coordinates": { "latitude": 1 } }""")).ShouldBeProblem(HttpStatusCode.BadRequest, "malformed-json");
    }

    private async Task<(Given Given, Guid Session, (string Path, string? Tag) Building)> Situation()
    {
        var given = await Given.Conference(host, $"placed-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60, "Mary's");
        var session = await given.Session("MC-C", "Networks");
        await given.Placed(session, "arbutus-room", "2024-01-08T10:00:00", 60);
        await given.Published();
        var path = $"{given.Path}/buildings/{(await given.Organiser.Read($"{given.Path}/buildings"))["items"][0].GetProperty("id").GetGuid()}";
        return (given, session.Id, (path, (await given.Organiser.Read(path)).Tag));
    }
}
