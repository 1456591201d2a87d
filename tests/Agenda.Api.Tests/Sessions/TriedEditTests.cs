using System.Net;

namespace Agenda.Api.Tests.Sessions;

/// <summary>An edit of a session that is only tried.</summary>
public sealed class TriedEditTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Tells_the_conflicts_that_it_would_cause_and_saves_nothing()
    {
        var given = await Given.Conference(host, "tried-2024");
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room");
        await given.Room("Birch Room");
        var person = await given.Person("Danette", "Parsley");
        var first = await given.Placed(await given.Session("MC-C", "Networks", more: new { chairs = new[] { person.Id } }), "arbutus-room", "2024-01-08T14:00:00", 150);
        var second = await given.Placed(await given.Session("MC-D", "Leading"), "birch-room", "2024-01-08T15:00:00", 60);
        var path = $"{given.Path}/sessions/{second.Id}";
        object With(params Guid[] chairs) => new { code = "MC-D", title = "Tried", type = "MC", status = "confirmed", chairs };

        var tried = (await given.Organiser.Put($"{path}?dryRun=true", second.Tag, With(person.Id))).ShouldBe(HttpStatusCode.OK);

        tried.Tag.ShouldBe(second.Tag);
        tried["title"].GetString().ShouldBe("Tried");
        tried["version"].GetInt32().ShouldBe(second["version"].GetInt32());
        tried["conflicts"].GetProperty("caused").EnumerateArray().Select(c => (c.GetProperty("rule").GetString(), c.GetProperty("people")[0].GetProperty("name").GetString())).ShouldBe([("person-double-booked", "Danette Parsley")]);
        (await given.Organiser.Read(path)).State.ShouldBe(second.State);
        (await given.Organiser.Read($"{given.Path}/conflicts"))["items"].EnumerateArray().Select(c => c.GetProperty("rule").GetString()).ShouldNotContain("person-double-booked");

        // Refused as it would be in earnest.
        (await given.Organiser.Put($"{path}?dryRun=true", first.Tag, With())).ShouldBe(second.Tag == first.Tag ? HttpStatusCode.OK : HttpStatusCode.PreconditionFailed);
        (await given.Organiser.Put($"{path}?dryRun=true", null, With())).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "if-match-needed");
        (await given.Organiser.Put($"{path}?dryRun=true", second.Tag, With(Guid.CreateVersion7()))).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-person");

        var saved = (await given.Organiser.Put(path, second.Tag, With(person.Id))).ShouldBe(HttpStatusCode.OK);
        saved["conflicts"].GetProperty("caused").GetRawText().ShouldBe(tried["conflicts"].GetProperty("caused").GetRawText());
        saved.Tag.ShouldNotBe(second.Tag);
    }
}
