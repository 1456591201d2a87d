using System.Net;
using NodaTime;

namespace Agenda.Api.Tests.Conferences;

public sealed class ConferenceTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task The_current_conference_time_carries_the_abbreviation_of_the_date()
    {
        var given = await Given.Conference(host, "clock");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "One");
        await given.Published();
        var then = host.Clock.Now;
        try
        {
            host.Clock.Now = Instant.FromUtc(2024, 7, 27, 6, 4, 58);
            (await host.Reader().Read(given.Path))["now"].GetRawText().ShouldBe("""{"local":"2024-07-27T07:04:58","utcOffset":"+01:00","abbreviation":"IST"}""");
            host.Clock.Now = Instant.FromUtc(2024, 1, 8, 14, 0);
            (await host.Reader().Read(given.Path))["now"].GetRawText().ShouldBe("""{"local":"2024-01-08T14:00:00","utcOffset":"+00:00","abbreviation":"GMT"}""");
        }
        finally
        {
            host.Clock.Now = then;
        }
    }

    [Fact]
    public async Task The_public_sees_only_what_is_published_and_organisers_what_is_entered()
    {
        var given = await Given.Conference(host, "two-views");
        await given.Type("MC", "Masterclass");
        (await host.Reader().Read(given.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await host.Reader().Read("/api/v1/conferences")).Text.ShouldNotContain("two-views");
        (await given.Organiser.Read("/api/v1/conferences?limit=500")).Text.ShouldContain("two-views");
        await given.Session("MC-1", "One");
        await given.Published();
        await given.Room("Later");

        (await host.Reader().Read(given.Path))["rooms"].GetArrayLength().ShouldBe(0);
        (await given.Organiser.Read(given.Path))["rooms"].GetArrayLength().ShouldBe(1);
        (await host.Reader().Read("/api/v1/conferences?limit=500")).Text.ShouldContain("two-views");
    }

    [Theory]
    [InlineData("api")]
    [InlineData("calendars")]
    [InlineData("health")]
    public async Task An_address_of_the_service_itself_is_no_slug(string slug) =>
        (await host.Organiser().Add("/api/v1/conferences", new { slug, name = "x", timeZone = "UTC", firstDay = "2024-01-01", lastDay = "2024-01-01" }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "slug-reserved");

    [Fact]
    public async Task A_published_slug_stays_and_an_unpublished_one_may_change()
    {
        var given = await Given.Conference(host, "renamed-early");
        var facts = new { slug = "renamed-late", name = "x", timeZone = "UTC", firstDay = "2024-01-01", lastDay = "2024-01-01" };
        (await given.Organiser.Put(given.Path, "\"1\"", facts)).ShouldBe(HttpStatusCode.OK);
        var later = new Given(given.Organiser, "renamed-late");
        await later.Type("MC", "Masterclass");
        await later.Session("MC-1", "One");
        await later.Published();
        var tag = (await later.Organiser.Read(later.Path)).Tag;

        (await later.Organiser.Put(later.Path, tag, facts with { slug = "renamed-again" })).ShouldBeProblem(HttpStatusCode.Conflict, "slug-published");
    }

    [Fact]
    public async Task A_removed_conference_is_gone_with_its_agenda()
    {
        var given = await Given.Conference(host, "removed");
        await given.Type("MC", "Masterclass");
        await given.Room("Hall", building: "Main");
        var person = (await given.Person("Ann", "Other")).Id;
        await given.Placed(await given.Session("MC-1", "One", more: new { chairs = new[] { person } }), "hall", "2024-01-08T09:00:00", 60);
        await given.Published();

        (await given.Organiser.Remove(given.Path, (await given.Organiser.Read(given.Path)).Tag)).ShouldBe(HttpStatusCode.NoContent);

        (await given.Organiser.Read(given.Path)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        (await host.Reader().Read($"{given.Path}/agenda")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        await Given.Conference(host, "removed");
    }
}
