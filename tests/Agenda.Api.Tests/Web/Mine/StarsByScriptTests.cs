using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Agenda.Api.Tests.Web.Mine;

/// <summary>Stars as the scripts of pages put and ask for them.</summary>
public sealed class StarsByScriptTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Tells_which_sessions_are_starred_and_keeps_no_copy()
    {
        var (_, ids) = await MineConference.Published(host);
        using var browser = Script();
        (await StarsAsync(browser)).ShouldBeEmpty();
        browser.Cookie.ShouldBeNull();

        (await browser.Send("/mine/stars", ("session", ids["MC-1"]))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.Send("/mine/stars", ("session", ids["MC-3"]), ("act", "put"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StarsAsync(browser)).ShouldBe([ids["MC-1"], ids["MC-3"]], ignoreOrder: true);
        (await browser.Send("/mine/stars", ("session", ids["MC-1"]), ("act", "remove"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StarsAsync(browser)).ShouldBe([ids["MC-3"]]);

        var answer = await browser.GetAsync("/mine/stars");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-store");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(browser.Cookie!.Split('~')[0]);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Tells_another_site_nothing(string header, string value)
    {
        var (_, ids) = await MineConference.Published(host);
        using var browser = Script();
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));
        browser.Headers.Remove("Sec-Fetch-Site");
        browser.Headers[header] = value;

        foreach (var refused in (HttpResponseMessage[])[await browser.GetAsync("/mine/stars"), await browser.Send("/mine/stars", ("session", ids["MC-2"]))])
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            var text = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            text.ShouldContain("\"forged-request\"");
            text.ShouldNotContain(ids["MC-1"]);
        }

        browser.Headers.Remove(header);
        (await StarsAsync(browser)).ShouldBe([ids["MC-1"]]);
    }

    [Fact]
    public async Task A_press_that_comes_late_does_not_undo_a_later_one()
    {
        var (_, ids) = await MineConference.Published(host);
        using var browser = Script();
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));

        // Pressed an hour ago on a device without network; another has starred it since.
        (await browser.Send("/mine/stars", ("session", ids["MC-1"]), ("act", "remove"), ("ago", "3600"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StarsAsync(browser)).ShouldBe([ids["MC-1"]]);

        // A star of two hours ago, and taken out an hour ago.
        (await browser.Send("/mine/stars", ("session", ids["MC-2"]), ("ago", "7200"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.Send("/mine/stars", ("session", ids["MC-2"]), ("act", "remove"), ("ago", "3600"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StarsAsync(browser)).ShouldBe([ids["MC-1"]]);
    }

    [Fact]
    public async Task Says_what_cannot_be_starred_as_programs_read_it()
    {
        var (_, ids) = await MineConference.Published(host);
        using var browser = Script();
        await ProblemAsync(await browser.Send("/mine/stars", ("session", "018c8000-0000-7000-8000-000000000000")), HttpStatusCode.NotFound, "unknown-session");
        await ProblemAsync(await browser.Send("/mine/stars", ("session", "x")), HttpStatusCode.BadRequest, "invalid-input");

        await browser.Send("/mine/stars", ("session", ids["MC-1"]));
        var before = browser.Cookie;
        await browser.Send("/mine/forgotten");
        browser.Cookie = before;
        (await StarsAsync(browser)).ShouldBeEmpty();
        await ProblemAsync(await browser.Send("/mine/stars", ("session", ids["MC-2"])), HttpStatusCode.Gone, "agenda-gone");
        browser.Cookie.ShouldBeNull();
        (await browser.Send("/mine/stars", ("session", ids["MC-2"]))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StarsAsync(browser)).ShouldBe([ids["MC-2"]]);
    }

    private Browser Script()
    {
        var browser = new Browser(host);
        browser.Headers["Accept"] = "application/json";
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        return browser;
    }

    private static async Task<IEnumerable<string>> StarsAsync(Browser browser)
    {
        var answer = await browser.GetAsync("/mine/stars");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. json.RootElement.GetProperty("stars").EnumerateArray().Select(s => s.GetString()!)];
    }

    private static async Task ProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/problem+json"));
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"\"{code}\"");
    }
}
