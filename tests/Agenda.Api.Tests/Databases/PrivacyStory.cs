using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which somebody asks what is kept of them, and is erased: from programme, releases and the next file.</summary>
internal sealed class PrivacyStory(HttpClient organiser, HttpClient reader)
{
    private static readonly object Everything = new { titles = true, alsoReplace = new[] { "Opening" } };

    private readonly Given given = new(organiser, "private");

    public async Task TellAsync()
    {
        var conference = new { slug = given.Slug, name = "Private", timeZone = "Europe/Brussels", firstDay = "2024-02-03", lastDay = "2024-02-04", contact = "Maja Łódzka" };
        (await organiser.Add("/api/v1/conferences", conference)).ShouldBe(HttpStatusCode.Created);
        (await ImportStory.Import(organiser, given, ImportStory.File())).ShouldBe(HttpStatusCode.OK);
        await given.Published("With Maja Łódzka");
        await given.Published();
        var path = $"{given.Path}/people/{(await organiser.Read($"{given.Path}/people"))["items"][0].GetProperty("id").GetGuid()}";
        var nobody = $"{given.Path}/people/00000000-0000-0000-0000-000000000001";
        await Exported(path, nobody);

        (await organiser.Send(HttpMethod.Post, $"{path}/erasure", null, "\"99\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await organiser.Send(HttpMethod.Post, $"{nobody}/erasure", null, "*")).ShouldBe(HttpStatusCode.NotFound);
        await Erased(path);
        (await reader.Read($"{given.Path}/agenda?release=1")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("Łódzka");
        (await reader.Read($"{given.Path}/releases")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("Łódzka");
        await Exported(path, nobody);
        (await ImportStory.Import(organiser, given, ImportStory.File()))["leftOut"].GetArrayLength().ShouldBeGreaterThan(0);
        (await organiser.Read($"{given.Path}/people")).Text.ShouldNotContain("Łódzka");
        await given.Published();
    }

    private async Task Exported(string path, string nobody)
    {
        (await organiser.Read($"{path}/export")).ShouldBe(HttpStatusCode.OK)["releases"].GetArrayLength().ShouldBe(2);
        (await organiser.Read($"{nobody}/export")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task Erased(string path)
    {
        var tag = (await organiser.Read(path)).Tag;
        (await organiser.Send(HttpMethod.Post, $"{path}/erasure?dryRun=true", null, tag)).ShouldBe(HttpStatusCode.OK);
        var erased = (await organiser.Send(HttpMethod.Post, $"{path}/erasure", Everything, tag)).ShouldBe(HttpStatusCode.OK);
        erased["releases"].GetArrayLength().ShouldBe(2);
        (await organiser.Send(HttpMethod.Post, $"{path}/erasure", null, erased.Tag)).ShouldBe(HttpStatusCode.Conflict);
        (await organiser.Put(path, erased.Tag, new { givenName = "Maja", familyName = "Łódzka" })).ShouldBe(HttpStatusCode.Conflict);
    }
}
