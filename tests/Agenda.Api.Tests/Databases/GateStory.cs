using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which conflicts keep a programme from being published, and an old release comes back.</summary>
internal sealed class GateStory(HttpClient organiser, HttpClient reader)
{
    private readonly Given given = new(organiser, "gated");

    public async Task TellAsync()
    {
        var conference = new { slug = given.Slug, name = "Gated", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-12" };
        (await organiser.Add("/api/v1/conferences", conference)).ShouldBe(HttpStatusCode.Created);
        await given.Room("Hall 1", 100, "Main building");
        await given.Type("MC", "Masterclass");
        await given.Track("Learning");
        var person = await given.Person("Andy", "Hargreaves");
        var more = new { track = "learning", chairs = new[] { person.Id }, contributions = new[] { new { title = "A talk", authors = new[] { new { person = person.Id, presenting = true } } } } };
        await given.Placed(await given.Session("MC-1", "One", more: more), "hall-1", "2024-01-08T10:00:00", 60);
        await given.Placed(await given.Session("MC-2", "Two", more: more), "hall-1", "2024-01-08T10:30:00", 60);
        await Acknowledged();
        await Published();
        await BroughtBack();
    }

    private async Task Acknowledged()
    {
        var conflicts = (await organiser.Read($"{given.Path}/conflicts?rule=room-double-booked")).ShouldBe(HttpStatusCode.OK)["items"];
        var conflict = conflicts.EnumerateArray().ShouldHaveSingleItem();
        var seen = new { conflict = conflict.GetProperty("id").GetGuid(), state = conflict.GetProperty("state").GetString(), reason = "A wall goes up." };
        var added = (await organiser.Add($"{given.Path}/acknowledgements", seen)).ShouldBe(HttpStatusCode.Created);
        (await organiser.Add($"{given.Path}/acknowledgements", seen)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Add($"{given.Path}/acknowledgements", seen with { reason = "A curtain." })).ShouldBe(HttpStatusCode.OK).Id.ShouldBe(added.Id);
        (await organiser.Add($"{given.Path}/acknowledgements", seen with { state = "99.99" })).ShouldBeProblem(HttpStatusCode.Conflict, "conflict-changed");
        (await organiser.Send(HttpMethod.Delete, $"{given.Path}/acknowledgements/{added.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await organiser.Send(HttpMethod.Delete, $"{given.Path}/acknowledgements/{added.Id}")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Published()
    {
        (await organiser.Add($"{given.Path}/releases", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "conflicts-unacknowledged");
        (await organiser.Add($"{given.Path}/releases?preview=true", new { })).ShouldBe(HttpStatusCode.OK)["count"].GetInt32().ShouldBe(2);
        await given.PublishedAsItIs();
        (await reader.Read($"{given.Path}/agenda")).ShouldBe(HttpStatusCode.OK);
    }

    // The two sessions exchange their codes, and everything that they point at is gone.
    private async Task BroughtBack()
    {
        await Emptied();
        await given.Type("KN", "Keynote");
        await given.Session("MC-1", "In the way", "KN");
        var restoration = $"{given.Path}/releases/1/restoration";
        (await organiser.Add($"{given.Path}/releases/9/restoration?dryRun=true", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
        var tried = (await organiser.Add($"{restoration}?dryRun=true", new { })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Add(restoration, new { state = "another" })).ShouldBeProblem(HttpStatusCode.Conflict, "programme-changed");
        var done = (await organiser.Add(restoration, new { state = tried["state"].GetString() })).ShouldBe(HttpStatusCode.OK);
        done["sessions"].GetArrayLength().ShouldBe(3);

        var sessions = (await organiser.Read($"{given.Path}/sessions")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().ToDictionary(s => s.GetProperty("title").GetString()!);
        await Recoded(sessions["One"].GetProperty("id").GetGuid(), "MC-X");
        await Recoded(sessions["Two"].GetProperty("id").GetGuid(), "MC-1");
        await Recoded(sessions["One"].GetProperty("id").GetGuid(), "MC-2");
        var again = (await organiser.Add($"{restoration}?dryRun=true", new { })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Add(restoration, new { state = again["state"].GetString() })).ShouldBe(HttpStatusCode.OK)["sessions"].GetArrayLength().ShouldBe(2);
    }

    private async Task Emptied()
    {
        foreach (var list in (string[])["sessions", "rooms", "buildings", "session-types", "tracks", "people"])
        {
            foreach (var item in (await organiser.Read($"{given.Path}/{list}"))["items"].EnumerateArray())
            {
                var path = $"{given.Path}/{list}/{item.GetProperty("id").GetGuid()}";
                ((int)(await organiser.Remove(path, (await organiser.Read(path)).Tag)).Status).ShouldBeLessThan(300);
            }
        }
    }

    private async Task Recoded(Guid session, string code)
    {
        var path = $"{given.Path}/sessions/{session}";
        var present = await organiser.Read(path);
        var said = new { code, title = present["title"].GetString(), type = "MC", status = "confirmed" };
        (await organiser.Put(path, present.Tag, said)).ShouldBe(HttpStatusCode.OK);
    }
}
