using System.Net;

namespace Agenda.Api.Tests.Sessions;

public sealed class EditSessionTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Contributions_keep_their_identity_when_they_are_reordered_and_edited()
    {
        var given = await Given.Conference(host, "identity");
        await given.Type("PS", "Paper session");
        var person = (await given.Person("Ann", "Other")).Id;
        var session = await given.Session("PS-1", "Papers", "PS", more: new
        {
            contributions = new object[]
            {
                new { title = "First", minutes = 20, authors = new[] { new { person, presenting = true } } },
                new { code = "P-7", title = "Second" },
                new { title = "Third" },
            },
        });
        var before = session["contributions"].EnumerateArray().ToDictionary(c => c.GetProperty("title").GetString()!, c => c);
        before["First"].GetProperty("code").GetString().ShouldBe("1");
        before["Third"].GetProperty("code").GetString().ShouldBe("2");

        var edited = (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, new
        {
            code = "PS-1",
            title = "Papers",
            type = "PS",
            contributions = new object[]
            {
                new { code = "P-7", title = "Second, revised" },
                new { id = before["First"].GetProperty("id").GetGuid(), code = "X", title = "First, renamed" },
                new { title = "New" },
            },
        })).ShouldBe(HttpStatusCode.OK);

        edited["contributions"].EnumerateArray().Select(c => (c.GetProperty("code").GetString(), c.GetProperty("title").GetString())).ShouldBe(
            [("P-7", "Second, revised"), ("X", "First, renamed"), ("1", "New")]);
        edited["contributions"][0].GetProperty("id").GetGuid().ShouldBe(before["Second"].GetProperty("id").GetGuid());
        edited["contributions"][1].GetProperty("id").GetGuid().ShouldBe(before["First"].GetProperty("id").GetGuid());
        edited["contributions"][1].GetProperty("authors").GetArrayLength().ShouldBe(0);
        edited["status"].GetString().ShouldBe("draft", "a PUT says everything, and what it does not say is what it is at first");
    }

    [Fact]
    public async Task What_the_conference_does_not_know_is_refused()
    {
        var given = await Given.Conference(host, "unknowns");
        await given.Type("MC", "Masterclass");
        var stranger = Guid.CreateVersion7();
        var elsewhere = await Given.Conference(host, "elsewhere");
        var theirs = (await elsewhere.Person("Some", "Body")).Id;
        var sessions = $"{given.Path}/sessions";

        (await given.Organiser.Add(sessions, new { code = "A", title = "A", type = "XX" })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-type");
        (await given.Organiser.Add(sessions, new { code = "A", title = "A", type = "MC", track = "none" })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-track");
        (await given.Organiser.Add(sessions, new { code = "A", title = "A", type = "MC", chairs = new[] { stranger } })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-person");
        (await given.Organiser.Add(sessions, new { code = "A", title = "A", type = "MC", discussants = new[] { theirs } })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-person");
        (await given.Organiser.Add(sessions, new { code = "A", title = "A", type = "MC", contributions = new[] { new { id = stranger, title = "x" } } }))
            .ShouldBeProblem(HttpStatusCode.Conflict, "unknown-contribution");
        (await given.Organiser.Read(sessions))["items"].GetArrayLength().ShouldBe(0);

        await given.Session("A", "A");
        (await given.Organiser.Add(sessions, new { code = "A", title = "B", type = "MC" })).ShouldBeProblem(HttpStatusCode.Conflict, "code-taken");
    }

    [Fact]
    public async Task What_is_used_cannot_be_removed_and_what_is_not_can()
    {
        var given = await Given.Conference(host, "in-use");
        var room = await given.Room("Hall", building: "Main");
        var track = await given.Track("Networks");
        var type = await given.Type("MC", "Masterclass");
        var person = await given.Person("Ann", "Other");
        var building = (await given.Organiser.Read($"{given.Path}/buildings"))["items"][0];
        var session = await given.Session("MC-1", "One", more: new { track = "networks", chairs = new[] { person.Id } });
        session = await given.Placed(session, "hall", "2024-01-08T09:00:00", 60);
        (string Address, string? Tag)[] used =
        [
            ($"rooms/{room.Id}", room.Tag), ($"tracks/{track.Id}", track.Tag), ($"session-types/{type.Id}", type.Tag), ($"people/{person.Id}", person.Tag),
            ($"buildings/{building.GetProperty("id").GetString()}", "\"1\""),
        ];

        foreach (var (address, tag) in used)
            (await given.Organiser.Remove($"{given.Path}/{address}", tag)).ShouldBeProblem(HttpStatusCode.Conflict, "in-use");

        (await given.Organiser.Remove($"{given.Path}/sessions/{session.Id}", session.Tag)).ShouldBe(HttpStatusCode.OK);
        foreach (var (address, tag) in used)
        {
            (await given.Organiser.Remove($"{given.Path}/{address}", tag)).ShouldBe(HttpStatusCode.NoContent);
            (await given.Organiser.Read($"{given.Path}/{address}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("code", "MC-1\n")]
    [InlineData("track", "networks\n")]
    [InlineData("language", "en\n")]
    [InlineData("title", "One\n")]
    public async Task A_line_break_at_the_end_of_a_line_is_refused(string field, string value)
    {
        var given = await Given.Conference(host, $"line-break-{field}");
        await given.Type("MC", "Masterclass");
        var body = new Dictionary<string, string> { ["code"] = "MC-1", ["title"] = "One", ["type"] = "MC", [field] = value };

        var refused = await given.Organiser.Add($"{given.Path}/sessions", body);

        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        refused["errors"].EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Each_wrong_field_is_named_in_the_spelling_of_the_json()
    {
        var given = await Given.Conference(host, "fields");

        var refused = await given.Organiser.Add($"{given.Path}/sessions", new
        {
            code = "with space",
            title = "",
            type = "MC",
            language = "not a language",
            contributions = new[] { new { title = "ok", minutes = 5 }, new { title = "line\u0007", minutes = 0 } },
            resources = new[] { new { title = "x", url = "javascript:alert(1)" } },
        });

        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        refused["errors"].EnumerateObject().Select(e => e.Name).Order().ShouldBe(
            ["code", "contributions[1].minutes", "contributions[1].title", "language", "resources[0].url", "title"]);
    }
}
