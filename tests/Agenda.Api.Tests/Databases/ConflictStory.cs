using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>What makes conflicts, and conflicts: every kind of thing that the timetable is read from, and every filter.</summary>
internal sealed class ConflictStory(HttpClient organiser)
{
    private static readonly string[] Halls = ["hall-1", "hall-2"], Nowhere = ["nowhere"], Itself = ["hall-1", "whole-hall"];

    private readonly Given given = new(organiser, "conflicts");

    public async Task TellAsync()
    {
        (await organiser.Add("/api/v1/conferences", new { slug = given.Slug, name = "Conflicts", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-09" })).ShouldBe(HttpStatusCode.Created);
        (await organiser.Add($"{given.Path}/session-types", new { code = "MC", name = "Masterclass", needsChair = true })).ShouldBe(HttpStatusCode.Created);
        await given.Room("Hall 1", 40, "North");
        await given.Room("Hall 2", 40, "South");
        var whole = (await organiser.Add($"{given.Path}/rooms", new { name = "Whole hall", parts = Halls, openingHours = new[] { new { day = "2024-01-08", opens = "09:00", closes = "18:00" } } }))
            .ShouldBe(HttpStatusCode.Created);
        (await organiser.Add($"{given.Path}/rooms", new { name = "Of nothing", parts = Nowhere })).ShouldBe(HttpStatusCode.Conflict);
        var part = (await organiser.Read($"{given.Path}/rooms"))["items"][0];
        (await organiser.Remove($"{given.Path}/rooms/{part.GetProperty("id").GetGuid()}", $"\"{part.GetProperty("version")}\"")).ShouldBeProblem(HttpStatusCode.Conflict, "in-use");
        (await organiser.Put($"{given.Path}/rooms/{whole.Id}", whole.Tag, new { name = "Whole hall", parts = Itself })).ShouldBeProblem(HttpStatusCode.Conflict, "room-of-itself");

        var person = await given.Person("Andy", "Hargreaves");
        await organiser.Put($"{given.Path}/people/{person.Id}", person.Tag, new { givenName = "Andy", familyName = "Hargreaves", absences = new[] { new { from = "2024-01-08T00:00:00", until = "2024-01-09T00:00:00" } } });
        var one = await given.Session("MC-A", "One", more: new { chairs = new[] { person.Id }, seats = 50 });
        var two = await given.Session("MC-B", "Two", more: new { contributions = new[] { new { title = "Soil", minutes = 200, authors = new[] { new { person = person.Id, presenting = true } } } } });
        await PolicyAndConstraints(one, two);
        one = await given.Placed(one, "hall-1", "2024-01-08T09:00:00", 60);
        two = await given.Placed(two, "whole-hall", "2024-01-08T09:30:00", 60);
        await Listed(person.Id);
        var added = new { code = "MC-C", title = "Three", type = "MC", status = "confirmed", chairs = new[] { person.Id }, placement = new { room = "hall-2", start = "2024-01-08T09:15:00", minutes = 60 } };
        (await organiser.Add($"{given.Path}/sessions?dryRun=true", added)).ShouldBe(HttpStatusCode.OK)["conflicts"].GetProperty("caused").GetArrayLength().ShouldBeGreaterThan(1);
        (await organiser.Add($"{given.Path}/sessions", added with { placement = added.placement with { room = "nowhere" } })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-room");
        (await organiser.Add($"{given.Path}/sessions", added)).ShouldBe(HttpStatusCode.Created)["version"].GetInt32().ShouldBe(2);
        (await organiser.Remove($"{given.Path}/sessions/{one.Id}", one.Tag)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task PolicyAndConstraints(Answer one, Answer two)
    {
        var policy = await organiser.Read($"{given.Path}/conflict-policy");
        var body = new
        {
            changeOverMinutes = 15,
            severities = new Dictionary<string, string> { ["no-room"] = "off" },
            rolePairs = new[] { new { one = "chair", other = "author", severity = "warning" } },
            walkingTimes = new[] { new { from = "North", to = "South", minutes = 10 } },
        };
        policy = (await organiser.Put($"{given.Path}/conflict-policy", policy.Tag, body)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Put($"{given.Path}/conflict-policy", "\"1\"", body)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Put($"{given.Path}/conflict-policy", policy.Tag, body with { changeOverMinutes = 20 })).ShouldBe(HttpStatusCode.OK);
        var constraint = (await organiser.Add($"{given.Path}/constraints", new { kind = "follows", first = one.Id, second = two.Id })).ShouldBe(HttpStatusCode.Created);
        (await organiser.Add($"{given.Path}/constraints", new { kind = "follows", first = two.Id, second = one.Id })).ShouldBeProblem(HttpStatusCode.Conflict, "constraint-contradicts");
        (await organiser.Read($"{given.Path}/constraints"))["items"].GetArrayLength().ShouldBe(1);
        (await organiser.Remove($"{given.Path}/constraints/{constraint.Id}", null)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove($"{given.Path}/constraints/{constraint.Id}", null)).ShouldBe(HttpStatusCode.NotFound);
        (await organiser.Add($"{given.Path}/constraints", new { kind = "not-together", first = one.Id, second = two.Id })).ShouldBe(HttpStatusCode.Created);
    }

    private async Task Listed(Guid person)
    {
        var conflicts = (await organiser.Read($"{given.Path}/conflicts")).ShouldBe(HttpStatusCode.OK);
        conflicts["items"].GetArrayLength().ShouldBeGreaterThan(5);
        foreach (var filter in (string[])["severity=error", "rule=room-double-booked", "session=MC-A", "room=hall-2", $"person={person}", "day=2024-01-08", "acknowledged=false"])
            (await organiser.Read($"{given.Path}/conflicts?{filter}"))["items"].GetArrayLength().ShouldBeGreaterThan(0, filter);
        (await organiser.Read($"{given.Path}/conflicts?room=nowhere")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
    }
}
