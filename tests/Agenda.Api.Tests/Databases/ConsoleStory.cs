using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which two people turn out to be one, and the conference is copied for the year after.</summary>
internal sealed class ConsoleStory(HttpClient organiser)
{
    private readonly Given given = new(organiser, "console");

    public async Task TellAsync()
    {
        var conference = new { slug = given.Slug, name = "Console", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-12" };
        (await organiser.Add("/api/v1/conferences", conference)).ShouldBe(HttpStatusCode.Created);
        await given.Room("Hall 1", 100, "Main building");
        await given.Type("MC", "Masterclass");
        await given.Track("Learning");
        await Merged();
        await Copied();
    }

    private async Task Merged()
    {
        var (kept, other) = (await given.Person("Andy", "Hargreaves"), await given.Person("A.", "Hargreaves", "Boston College", "andy@example.org"));
        var talk = new { title = "A talk", authors = new[] { new { person = kept.Id, presenting = false }, new { person = other.Id, presenting = true } } };
        await given.Placed(await given.Session("MC-1", "One", more: new { track = "learning", chairs = new[] { other.Id }, contributions = new[] { talk } }), "hall-1", "2024-01-08T10:00:00", 60);
        await given.Placed(await given.Session("MC-2", "Two", more: new { chairs = new[] { kept.Id, other.Id } }), "hall-1", "2024-01-08T12:00:00", 60);
        (await organiser.Add($"{given.Path}/invitations", new { email = "andy@example.org", role = "chair", person = other.Id })).ShouldBe(HttpStatusCode.Created);
        await given.Published();

        var path = $"{given.Path}/people/{kept.Id}/merge";
        var said = new { other = other.Id, otherVersion = 1 };
        (await organiser.Send(HttpMethod.Post, path, said, "\"99\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Send(HttpMethod.Post, path, said with { otherVersion = 99 }, kept.Tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Send(HttpMethod.Post, path, said with { other = kept.Id }, kept.Tag)).ShouldBeProblem(HttpStatusCode.Conflict, "same-person");
        (await organiser.Send(HttpMethod.Post, $"{path}?dryRun=true", said, kept.Tag)).ShouldBe(HttpStatusCode.OK)["sessions"].GetArrayLength().ShouldBe(2);
        (await organiser.Send(HttpMethod.Post, path, said, kept.Tag)).ShouldBe(HttpStatusCode.OK)["invitations"].GetInt32().ShouldBe(1);
        (await organiser.Read($"{given.Path}/people/{other.Id}")).ShouldBe(HttpStatusCode.NotFound);
        await given.Published();
    }

    private async Task Copied()
    {
        (await organiser.Put($"{given.Path}/conflict-policy", (await organiser.Read($"{given.Path}/conflict-policy")).Tag, new { changeOverMinutes = 5 })).ShouldBe(HttpStatusCode.OK);
        var sessions = (await organiser.Read($"{given.Path}/sessions"))["items"];
        (await organiser.Add($"{given.Path}/constraints", new { kind = "follows", first = sessions[0].GetProperty("id").GetGuid(), second = sessions[1].GetProperty("id").GetGuid() })).ShouldBe(HttpStatusCode.Created);
        var said = new { slug = "console-2025", name = "Console 2025", firstDay = "2025-01-06", with = new { sessions = true, members = true } };
        (await organiser.Add($"{given.Path}/copy", said with { slug = given.Slug })).ShouldBeProblem(HttpStatusCode.Conflict, "slug-taken");
        (await organiser.Add($"{given.Path}/copy", said with { firstDay = "2025-01-07" })).ShouldBeProblem(HttpStatusCode.Conflict, "falls-outside");
        var copied = (await organiser.Add($"{given.Path}/copy", said)).ShouldBe(HttpStatusCode.Created)["copied"];
        (copied.GetProperty("sessions").GetInt32(), copied.GetProperty("placements").GetInt32(), copied.GetProperty("constraints").GetInt32()).ShouldBe((2, 2, 1));
        (await organiser.Read("/api/v1/conferences/console-2025/sessions")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(2);
    }
}
