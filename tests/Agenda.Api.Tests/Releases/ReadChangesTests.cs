using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Releases;

/// <summary>What differs between two releases, over HTTP.</summary>
public sealed class ReadChangesTests(PublishedTides tides) : IClassFixture<PublishedTides>
{
    [Theory]
    [InlineData("3/changes", "MC-C moved people-changed, MC-D added, PS-1 removed")]
    [InlineData("2/changes", "MC-C room-changed")]
    [InlineData("1/changes", "MC-C added, PS-1 added, PS-2 added")]
    [InlineData("3/changes?since=1", "MC-C moved room-changed people-changed, MC-D added, PS-1 removed")]
    [InlineData("1/changes?since=3", "MC-C moved room-changed people-changed, MC-D removed, PS-1 added")]
    [InlineData("2/changes?since=2", "")]
    [InlineData("3/changes?person={danette}", "MC-C moved people-changed")]
    [InlineData("3/changes?person={andy}", "MC-C moved people-changed")]
    [InlineData("3/changes?person={andy}&person={danette}", "MC-C moved people-changed")]
    [InlineData("2/changes?person={danette}&since=2", "")]
    public async Task Tells_by_session_what_is_different(string path, string told)
    {
        var answer = (await Read(path)).ShouldBe(HttpStatusCode.OK);

        string.Join(", ", answer["changes"].EnumerateArray().Select(c =>
            $"{c.GetProperty("code").GetString()} {string.Join(' ', c.GetProperty("kinds").EnumerateArray().Select(k => k.GetString()))}")).ShouldBe(told);
    }

    [Fact]
    public async Task Tells_it_in_sentences_with_the_whole_session_before_and_after()
    {
        var change = (await Read("3/changes"))["changes"][0];

        change.GetProperty("sentences").EnumerateArray().Select(s => s.GetString()).ShouldBe(
            ["Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room.", "Andy Hargreaves now chairs; Danette Parsley no longer does."]);
        var address = $"{PublishedTides.Path}/agenda/sessions/MC-C?release=";
        change.GetProperty("before").GetRawText().ShouldBe((await tides.Host.Reader().Read(address + "2")).Text);
        change.GetProperty("after").GetRawText().ShouldBe((await tides.Host.Reader().Read(address + "3")).Text);
        change.GetProperty("after").TryGetProperty("abstractHtml", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("9/changes", HttpStatusCode.NotFound, "unknown-release")]
    [InlineData("0/changes", HttpStatusCode.NotFound, "unknown-release")]
    [InlineData("1/changes?since=9", HttpStatusCode.NotFound, "unknown-release")]
    [InlineData("1/changes?since=-1", HttpStatusCode.BadRequest, "invalid-input")]
    [InlineData("1/changes?person=nobody", HttpStatusCode.BadRequest, "unknown-filter-value")]
    [InlineData("2/changes?person={andy}", HttpStatusCode.BadRequest, "unknown-filter-value")]
    public async Task Refuses_what_there_is_not(string path, HttpStatusCode status, string code) => (await Read(path)).ShouldBeProblem(status, code);

    [Fact]
    public async Task Answers_who_has_it_with_304_and_HEAD_without_a_body()
    {
        var path = $"{PublishedTides.Path}/releases/3/changes";
        using var first = await Send(HttpMethod.Get, path);
        var tag = first.Headers.ETag!.ToString();
        using var again = await Send(HttpMethod.Get, path, ("If-None-Match", tag));
        using var since = await Send(HttpMethod.Get, path, ("If-Modified-Since", first.Content.Headers.GetValues("Last-Modified").Single()));
        using var head = await Send(HttpMethod.Head, path);
        using var other = await Send(HttpMethod.Get, path + "?since=1", ("If-None-Match", tag));

        (again.StatusCode, since.StatusCode, head.StatusCode, other.StatusCode).ShouldBe((HttpStatusCode.NotModified, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK));
        head.Headers.ETag!.ToString().ShouldBe(tag);
        head.Content.Headers.ContentLength.ShouldBe(first.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_public_output_reads_an_older_release()
    {
        var reader = tides.Host.Reader();
        (await reader.Read($"{PublishedTides.Path}?release=1"))["release"].GetInt32().ShouldBe(1);
        (await tides.Host.Organiser().Read($"{PublishedTides.Path}?release=1"))["release"].GetInt32().ShouldBe(1);
        Codes((await reader.Read($"{PublishedTides.Path}/agenda?release=2"))["sessions"]).ShouldBe("MC-C PS-1 PS-2");
        (await reader.Read($"{PublishedTides.Path}/agenda/sessions/PS-1")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await reader.Read($"{PublishedTides.Path}/agenda/sessions/PS-1?release=2")).ShouldBe(HttpStatusCode.OK);
        (await reader.Read($"{PublishedTides.Path}/agenda/people?release=2"))["items"].EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Danette Parsley"]);
        (await reader.Read($"{PublishedTides.Path}/agenda/people/{tides.Danette}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-person");
        (await reader.Read($"{PublishedTides.Path}/agenda/people/{tides.Danette}?release=1"))["name"].GetString().ShouldBe("Danette Parsley");
        (await reader.Read("/calendars/tides.ics?release=2")).Text.ShouldContain("PS-1: Papers");
        (await reader.Read("/calendars/tides/sessions/PS-1.ics?release=2")).Text.ShouldContain("PS-1: Papers");
        foreach (var path in (string[])["", "/agenda", "/agenda/people", $"/agenda/people/{tides.Andy}", "/agenda/sessions/MC-C"])
            (await reader.Read($"{PublishedTides.Path}{path}?release=4")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
        foreach (var path in (string[])["/calendars/tides.ics", "/calendars/tides/sessions/MC-C.ics"])
            (await reader.Read($"{path}?release=4")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
    }

    private static string Codes(JsonElement sessions) => string.Join(' ', sessions.EnumerateArray().Select(s => s.GetProperty("code").GetString()));

    private Task<Answer> Read(string path) => tides.Host.Reader().Read($"{PublishedTides.Path}/releases/{Named(path)}");

    private string Named(string path) => path.Replace("{andy}", $"{tides.Andy}", StringComparison.Ordinal).Replace("{danette}", $"{tides.Danette}", StringComparison.Ordinal);

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return tides.Host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
