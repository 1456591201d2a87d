using System.Net;

namespace Agenda.Api.Tests.Conferences;

public sealed class ConferenceColourTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task A_colour_is_entered_at_once_and_public_with_the_next_release()
    {
        var given = await Given.Conference(host, "coloured");
        await given.Type("MC", "Masterclass");
        await given.Session("MC-A", "Published");
        await given.Published();
        var said = new { slug = "coloured", name = "ICSEI 2024", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-12", colour = "#1f6f8b" };
        var tag = (await given.Organiser.Read(given.Path)).Tag;

        (await given.Organiser.Put(given.Path, tag, said with { colour = "teal; background: url(//evil.example)" })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"]
            .EnumerateObject().Select(e => e.Name).ShouldBe(["colour"]);
        (await given.Organiser.Put(given.Path, tag, said)).ShouldBe(HttpStatusCode.OK)["colour"].GetString().ShouldBe("#1f6f8b");

        (await given.Organiser.Read(given.Path))["colour"].GetString().ShouldBe("#1f6f8b");
        (await host.Reader().Read(given.Path))["colour"].GetString().ShouldBeNull();
        await given.Published();
        (await host.Reader().Read(given.Path))["colour"].GetString().ShouldBe("#1f6f8b");
        (await host.Reader().Read($"{given.Path}?release=1"))["colour"].GetString().ShouldBeNull();
    }
}
