using System.Net;
using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web.Mine;

/// <summary>The reader's own agenda as pages and forms, as a browser without scripts uses them.</summary>
public sealed class MinePagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task A_star_without_an_account_makes_an_agenda_that_the_browser_keeps()
    {
        var (given, ids) = await Published();
        using var browser = new Browser(host);
        (await browser.PageAsync("/mine")).Text("main > .none").ShouldStartWith("Nothing is starred yet.");
        browser.Cookie.ShouldBeNull();

        // As the button of the list sends it.
        var list = await browser.PageAsync($"/{given.Slug}");
        var button = list.QuerySelectorAll("button.star").Single(b => b.GetAttribute("aria-label") == "Star MC-1 for my agenda");
        var form = (IHtmlFormElement)list.GetElementById(button.GetAttribute("form")!)!;
        (form.Method, form.GetAttribute("action")).ShouldBe(("post", "/mine/stars"));
        var answer = await browser.Send("/mine/stars", ("session", button.GetAttribute("value")!));

        (answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.SeeOther, $"/mine#s-{ids["MC-1"]}"));
        answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldMatch(
            "^__Host-agenda-mine=myagenda_[-_A-Za-z0-9]{32}~[-_A-Za-z0-9]{32}; max-age=34560000; path=/; secure; samesite=lax; httponly$");
        var mine = await browser.PageAsync("/mine");
        mine.Texts("h1, .row h4").ShouldBe(["My agenda", "First"]);
        mine.QuerySelector($"#s-{ids["MC-1"]}").ShouldNotBeNull();
    }

    [Fact]
    public async Task Shows_days_clashes_and_the_time_between()
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        foreach (var code in (string[])["MC-4", "MC-2", "MC-1", "MC-3", "MC-1"])
            (await browser.Send("/mine/stars", ("session", ids[code]))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var page = await browser.PageAsync("/mine");
        page.Text(".hits p").ShouldBe("4 sessions, 1 clash");
        page.Texts(".clashes li").ShouldBe(["✕ Clash for 30 min: MC-1 and MC-2, from Monday 8 January, 09:30 GMT"]);
        page.Texts(".day > h2").ShouldBe(["Monday 8 January 2024", "Tuesday 9 January 2024"]);
        page.QuerySelectorAll(".day > *:not(h2)").Select(e => e.ClassName == "gap" ? e.TextContent : string.Join(' ', e.Texts("h3, .code, .flag"))).ShouldBe(
            ["09:00 MC-1 Clash", "09:30 MC-2 Clash", "1 h 15 min free", "11:45 MC-3", "09:00 MC-4"], Case.Sensitive);
    }

    [Fact]
    public async Task Takes_stars_away_and_what_was_withdrawn_as_well()
    {
        var (given, ids) = await Published();
        using var browser = new Browser(host);
        foreach (var code in (string[])["MC-1", "MC-2"])
            await browser.Send("/mine/stars", ("session", ids[code]));
        var removed = await given.Organiser.Read($"{given.Path}/sessions/{ids["MC-2"]}");
        (await given.Organiser.Remove($"{given.Path}/sessions/{ids["MC-2"]}", removed.Tag)).ShouldBe(HttpStatusCode.OK);
        await given.PublishedAsItIs();

        var page = await browser.PageAsync("/mine");
        page.Texts(".lines > li bdi").ShouldBe(["MC-2: Second"]);
        ((IHtmlFormElement)page.GetElementById("unstar")!).QuerySelector("[name=act]")!.GetAttribute("value").ShouldBe("remove");
        foreach (var button in page.QuerySelectorAll("button[form=unstar]"))
            (await browser.Send("/mine/stars", ("act", "remove"), ("session", button.GetAttribute("value")!))).Headers.Location!.OriginalString.ShouldBe("/mine");
        (await browser.PageAsync("/mine")).Text("main > .none").ShouldStartWith("Nothing is starred yet.");
    }

    [Fact]
    public async Task Tells_how_to_subscribe_and_when_a_calendar_looked()
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));

        var page = await browser.PageAsync("/mine");
        var address = page.QuerySelector("#address")!.GetAttribute("value")!;
        address.ShouldMatch(@"^https://agenda\.example\.org/calendars/mine/[-_A-Za-z0-9]{32}\.ics$");
        page.QuerySelectorAll("#subscribe a").Select(a => a.GetAttribute("href")!.Split(':', '?')[0]).ShouldBe(["webcal", "https", "https", "https"]);
        page.QuerySelector("img.qr")!.GetAttribute("src").ShouldStartWith("data:image/svg+xml;base64,");
        page.Text("#subscribe .none").ShouldBe("No calendar has looked yet.");

        using var google = host.Reader();
        google.DefaultRequestHeaders.UserAgent.ParseAdd("Google-Calendar-Importer");
        (await google.GetAsync(new Uri(address).AbsolutePath, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.PageAsync("/mine")).Texts("#subscribe .lines li").ShouldBe(["Google last looked on 8 January 2024, 13:00 UTC"]);

        await browser.Send("/mine/feed");
        (await google.GetAsync(new Uri(address).AbsolutePath, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var next = (await browser.PageAsync("/mine")).QuerySelector("#address")!.GetAttribute("value")!;
        next.ShouldNotBe(address);
        (await google.GetAsync(new Uri(next).AbsolutePath, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Forgets_its_reader_for_good()
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));
        var before = browser.Cookie;
        var address = (await browser.PageAsync("/mine")).QuerySelector("#address")!.GetAttribute("value")!;

        (await browser.Send("/mine/forgotten")).Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldStartWith("__Host-agenda-mine=; expires=Thu, 01 Jan 1970");

        (await host.Reader().GetAsync(new Uri(address).AbsolutePath, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        browser.Cookie = before;
        (await browser.PageAsync("/mine")).Text("main > .none").ShouldStartWith("Nothing is starred yet.");

        // Another device that still has the cookie is told, and begins anew with the star after that.
        var gone = await browser.Send("/mine/stars", ("session", ids["MC-2"]));
        gone.StatusCode.ShouldBe(HttpStatusCode.Gone);
        Html.Parse(await gone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Text(".note").ShouldStartWith("Your agenda is not kept any more");
        browser.Cookie.ShouldBeNull();
        (await browser.Send("/mine/stars", ("session", ids["MC-2"]))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.PageAsync("/mine")).Texts(".row h4").ShouldBe(["Second"]);
    }

    [Fact]
    public async Task Two_tabs_may_star_and_unstar_the_same_at_once()
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));

        for (var round = 0; round < 5; round++)
        {
            foreach (var act in (string[])["put", "remove"])
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.Send("/mine/stars", ("act", act), ("session", ids["MC-2"]))));
                answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
            }
        }

        (await browser.PageAsync("/mine")).Texts(".row h4").ShouldBe(["First"]);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Takes_no_form_of_another_site(string header, string value)
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));
        browser.Headers[header] = value;

        foreach (var form in (string[])["/mine/stars", "/mine/forgotten", "/mine/feed"])
        {
            var refused = await browser.Send(form, ("session", ids["MC-2"]));
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"forged-request\"");
            refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }

        browser.Headers.Clear();
        (await browser.PageAsync("/mine")).Texts(".row h4").ShouldBe(["First"]);
    }

    [Fact]
    public async Task Takes_the_forms_of_its_own_pages()
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        browser.Headers["Sec-Fetch-Site"] = "same-origin";
        (await browser.Send("/mine/stars", ("session", ids["MC-1"]))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        browser.Headers.Clear();
        browser.Headers["Origin"] = host.Reader().BaseAddress!.GetLeftPart(UriPartial.Authority);
        (await browser.Send("/mine/stars", ("session", ids["MC-2"]))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Refuses_what_cannot_be_starred_and_makes_nothing_for_it()
    {
        var (given, _) = await Published();
        var draft = await given.Session("DR-1", "A draft", status: "draft");
        using var browser = new Browser(host);
        foreach (var id in (string[])[$"{draft.Id}", "018c8000-0000-7000-8000-000000000000"])
            (await browser.Send("/mine/stars", ("session", id))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Send("/mine/stars", ("session", "<script>"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.Send("/mine/stars", ("act", "remove"), ("session", $"{draft.Id}"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        browser.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task Is_kept_nowhere_and_shown_by_nobody_else()
    {
        var (_, ids) = await Published();
        using var browser = new Browser(host);
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));
        var page = await browser.GetAsync("/mine");

        page.Headers.CacheControl!.ToString().ShouldBe("no-store");
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().Split("; ").ShouldContain("img-src 'self' data:");
        var edit = browser.Cookie!.Split('~')[0];
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(edit);
    }

    private Task<(Given Given, Dictionary<string, string> Ids)> Published() => MineConference.Published(host);
}
