using System.Net;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which a reader stars sessions by the forms of the pages, and is forgotten again.</summary>
/// <param name="client">Follows and keeps nothing by itself.</param>
internal sealed class MineStory(HttpClient client, Given given)
{
    private string cookie = "";

    public async Task TellAsync()
    {
        var session = (await client.Read($"{given.Path}/agenda")).ShouldBe(HttpStatusCode.OK)["sessions"][0].GetProperty("id").GetGuid();
        await Send("/mine/stars", ("session", $"{Guid.Empty}"), HttpStatusCode.NotFound);
        await Send("/mine/stars", ("session", $"{session}"), HttpStatusCode.SeeOther);
        await Send("/mine/stars", ("session", $"{session}"), HttpStatusCode.SeeOther);
        (await ReadAsync()).ShouldContain($"s-{session}");
        await Send("/mine/feed", null, HttpStatusCode.SeeOther);
        await Send("/mine/stars", ("act", "remove"), HttpStatusCode.BadRequest);
        await Send("/mine/forgotten", null, HttpStatusCode.SeeOther);
        (await ReadAsync()).ShouldContain("Nothing is starred yet.");
    }

    private async Task Send(string address, (string Name, string Value)? field, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new FormUrlEncodedContent(field is { } f ? [KeyValuePair.Create(f.Name, f.Value)] : []);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, address);
        if (answer.Headers.TryGetValues("Set-Cookie", out var kept))
            cookie = kept.Single().Split(';')[0];
    }

    private async Task<string> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mine");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
