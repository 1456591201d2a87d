using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which organisers and administrators read who changed what, and hear of it.</summary>
internal sealed class AuditStory(HttpClient organiser)
{
    private const string Everything = "/api/v1/audit", Nobody = "00000000-0000-0000-0000-000000000001";

    private readonly Given given = new(organiser, "icsei-2024");

    public async Task TellAsync()
    {
        var newest = await Items($"{given.Path}/audit?limit=500");
        newest.ShouldBeGreaterThan(20);
        await ReadInPages($"{given.Path}/audit");
        await ReadInPages(Everything);

        var session = (await organiser.Read($"{given.Path}/sessions?limit=1"))["items"][0].GetProperty("id").GetGuid();
        var person = (await organiser.Read($"{given.Path}/people?limit=1"))["items"][0].GetProperty("id").GetGuid();
        (await Items($"{given.Path}/audit?session={session}")).ShouldBeGreaterThan(0);
        (await Items($"{given.Path}/audit?person={person}")).ShouldBeGreaterThan(0);
        (await Items($"{given.Path}/audit?account={Nobody}&session={session}&person={person}")).ShouldBe(0);
        (await Items($"{Everything}?account={Nobody}")).ShouldBe(0);

        (await organiser.Read($"{given.Path}/audit.csv")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("editSession");
        (await organiser.Read($"{given.Path}/audit.csv?account={Nobody}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("editSession");
        await Heard();
    }

    private async Task Heard()
    {
        (await organiser.Read($"{given.Path}/edits/stream")).ShouldBe(HttpStatusCode.OK);
        // Of another conference: whether the first one is gone already is nobody's to know.
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/conferences/imported/edits/stream");
        request.Headers.Add("Last-Event-ID", "00");
        using var response = await organiser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task ReadInPages(string path)
    {
        var page = (await organiser.Read($"{path}?limit=2")).ShouldBe(HttpStatusCode.OK);
        (await Items($"{path}?limit=3&after={page["next"].GetString()}")).ShouldBe(3);
    }

    private async Task<int> Items(string path) => (await organiser.Read(path)).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength();
}
