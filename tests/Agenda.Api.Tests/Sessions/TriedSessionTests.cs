using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Sessions;

/// <summary>A session that is only tried before it is added, and one that is placed as it is added.</summary>
public sealed class TriedSessionTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Tells_what_people_room_and_time_would_cause_and_saves_nothing()
    {
        var (given, person) = await ConferenceAsync();
        var body = Body(person, "arbutus-room", seats: 90);

        var tried = (await given.Organiser.Add($"{given.Path}/sessions?dryRun=true", body)).ShouldBe(HttpStatusCode.OK);

        tried.Tag.ShouldBeNull();
        Rules(tried).ShouldBe(["room-double-booked", "person-double-booked", "room-too-small"]);
        tried["conflicts"].GetProperty("solved").GetArrayLength().ShouldBe(0);
        tried["placement"].GetProperty("room").GetString().ShouldBe("arbutus-room");
        (await given.Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["MC-C"]);
        (await given.Organiser.Read($"{given.Path}/sessions/{tried.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await given.Organiser.Read($"{given.Path}/conflicts"))["items"].GetArrayLength().ShouldBe(0);
        (await given.Organiser.Read($"{given.Path}/audit")).Text.ShouldNotContain("MC-D");

        // In earnest it causes the same.
        var added = (await given.Organiser.Add($"{given.Path}/sessions", body)).ShouldBe(HttpStatusCode.Created);
        Reasons(added).ShouldBe(Reasons(tried));
        added["placement"].GetRawText().ShouldBe(tried["placement"].GetRawText());
        var read = await given.Organiser.Read($"{given.Path}/sessions/{added.Id}");
        (read.State, read.Tag).ShouldBe((added.State, added.Tag));
    }

    [Fact]
    public async Task Without_a_place_it_has_none()
    {
        var (given, person) = await ConferenceAsync();

        Rules(await given.Organiser.Add($"{given.Path}/sessions?dryRun=true", new { code = "MC-D", title = "Tried", type = "MC", status = "confirmed", chairs = new[] { person } })).ShouldBe(["no-slot"]);
        Rules(await given.Organiser.Add($"{given.Path}/sessions?dryRun=true", new { code = "MC-D", title = "Tried", type = "MC" })).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?dryRun=true")]
    [InlineData("")]
    public async Task What_cannot_be_added_is_refused_whole(string query)
    {
        var (given, person) = await ConferenceAsync();
        var path = $"{given.Path}/sessions{query}";

        (await given.Organiser.Add(path, Body(person, "nowhere"))).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-room");
        (await given.Organiser.Add(path, Body(Guid.CreateVersion7(), "birch-room"))).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-person");
        (await given.Organiser.Add(path, Body(person, "birch-room", code: "MC-C"))).ShouldBeProblem(HttpStatusCode.Conflict, "code-taken");
        var wrong = (await given.Organiser.Add(path, Body(person, "birch-room", minutes: 0))).ShouldBe(HttpStatusCode.BadRequest);
        wrong["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["placement.minutes"]);

        (await given.Organiser.Read($"{given.Path}/sessions"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Its_placement_is_taken_back_like_any_other()
    {
        var (given, person) = await ConferenceAsync();
        var added = (await given.Organiser.Add($"{given.Path}/sessions", Body(person, "birch-room"))).ShouldBe(HttpStatusCode.Created);

        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/undo")).ShouldBe(HttpStatusCode.OK);

        (await given.Organiser.Read($"{given.Path}/sessions/{added.Id}"))["placement"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static object Body(Guid chair, string room, int? seats = null, string code = "MC-D", int minutes = 60) =>
        new { code, title = "Tried", type = "MC", status = "confirmed", chairs = new[] { chair }, seats, placement = new { room, start = "2024-01-08T15:00:00", minutes } };

    private static IEnumerable<string?> Rules(Answer answer) => answer["conflicts"].GetProperty("caused").EnumerateArray().Select(c => c.GetProperty("rule").GetString());

    private static IEnumerable<string?> Reasons(Answer answer) => answer["conflicts"].GetProperty("caused").EnumerateArray().Select(c => c.GetProperty("reason").GetString());

    private async Task<(Given Given, Guid Person)> ConferenceAsync()
    {
        var given = await Given.Conference(host, $"tried-new-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60);
        await given.Room("Birch Room");
        var person = (await given.Person("Danette", "Parsley")).Id;
        await given.Placed(await given.Session("MC-C", "Networks", more: new { chairs = new[] { person } }), "arbutus-room", "2024-01-08T14:00:00", 150);
        return (given, person);
    }
}
