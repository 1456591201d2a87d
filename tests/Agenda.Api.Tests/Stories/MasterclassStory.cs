using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Stories;

/// <summary>The whole path: an organiser enters the masterclass of the ICSEI page and publishes it, an attendee reads it.</summary>
public sealed class MasterclassStory(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task An_organiser_enters_and_publishes_a_masterclass_and_an_attendee_reads_it()
    {
        var given = await Given.Conference(host);
        await given.Room("Arbutus Room", 60, "St. Mary's Building");
        await given.Type("MC", "Masterclass");
        var andy = await given.Person("Andy", "Hargreaves", "University of Ottawa", "andy@example.org");
        var danette = await given.Person("Danette", "Parsley");
        var session = await given.Session("MC-C", "Designing and Leading Professional Learning Networks", more: new
        {
            language = "en",
            @abstract = "Engaging educators in *meaningful* collaboration.",
            chairs = new[] { andy.Id, danette.Id },
        });
        await given.Placed(session, "arbutus-room", "2024-01-08T14:00:00", 150);
        await given.Published("First programme");

        var reader = host.Reader();
        var agenda = await reader.Read("/api/v1/conferences/icsei-2024/agenda");

        agenda.ShouldBe(HttpStatusCode.OK);
        agenda.Text.ShouldBe(
            $$"""
            {"conference":"icsei-2024","title":"ICSEI 2024","timeZone":"Europe/Dublin","release":1,"publishedAt":"2024-01-08T13:00:00Z",
            "days":["2024-01-08","2024-01-09","2024-01-10","2024-01-11","2024-01-12"],"sessions":[
            {"id":"{{session.Id}}","code":"MC-C","title":"Designing and Leading Professional Learning Networks","type":{"code":"MC","name":"Masterclass"},
            "track":null,"day":"2024-01-08","start":"2024-01-08T14:00:00","end":"2024-01-08T16:30:00","startUtc":"2024-01-08T14:00:00Z","endUtc":"2024-01-08T16:30:00Z","utcOffset":"+00:00",
            "room":{"slug":"arbutus-room","name":"Arbutus Room","building":"St. Mary's Building","capacity":60},
            "chairs":[{"id":"{{andy.Id}}","name":"Andy Hargreaves","affiliation":"University of Ottawa"},{"id":"{{danette.Id}}","name":"Danette Parsley","affiliation":null}],
            "discussants":[],"language":"en","status":"confirmed","contributions":[],"url":"https://agenda.example.org/icsei-2024/sessions/MC-C"}]}
            """.ReplaceLineEndings(""));

        var details = await reader.Read("/api/v1/conferences/icsei-2024/agenda/sessions/MC-C");
        details["abstract"].GetString().ShouldBe("Engaging educators in *meaningful* collaboration.");
        details["abstractHtml"].GetString()!.Trim().ShouldBe("<p dir=\"auto\">Engaging educators in <em>meaningful</em> collaboration.</p>");
        (agenda.Text + details.Text).ShouldNotContain("andy@");
    }

    [Fact]
    public async Task A_moved_session_is_seen_after_the_next_release_and_told_as_a_change()
    {
        var given = await Given.Conference(host, "moving");
        await given.Room("Hall 1");
        await given.Room("Hall 2");
        await given.Type("MC", "Masterclass");
        var session = await given.Session("MC-1", "Moves");
        var placed = await given.Placed(session, "hall-1", "2024-01-09T09:00:00", 60);
        await given.Published();

        await given.Placed(placed, "hall-2", "2024-01-09T10:00:00", 60);
        var reader = host.Reader();
        (await reader.Read("/api/v1/conferences/moving/agenda"))["sessions"][0].GetProperty("room").GetProperty("slug").GetString().ShouldBe("hall-1");

        await given.Published("Moved");
        (await reader.Read("/api/v1/conferences/moving/agenda"))["sessions"][0].GetProperty("room").GetProperty("slug").GetString().ShouldBe("hall-2");
        (await reader.Read("/api/v1/conferences/moving/agenda?release=1"))["sessions"][0].GetProperty("room").GetProperty("slug").GetString().ShouldBe("hall-1");
        var changes = await reader.Read("/api/v1/conferences/moving/releases/2/changes?since=1");
        JsonSerializer.Serialize(changes["changes"][0].GetProperty("kinds")).ShouldBe("""["moved","room-changed"]""");
        changes["changes"][0].GetProperty("before").GetProperty("start").GetString().ShouldBe("2024-01-09T09:00:00");
        changes["changes"][0].GetProperty("after").GetProperty("start").GetString().ShouldBe("2024-01-09T10:00:00");
    }
}
