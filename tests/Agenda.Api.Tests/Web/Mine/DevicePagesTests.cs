using System.Net;
using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web.Mine;

/// <summary>One agenda on several devices, by a private link.</summary>
public sealed class DevicePagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task The_link_of_one_device_opens_its_agenda_on_another()
    {
        var (_, ids) = await MineConference.Published(host);
        using Browser phone = new(host), laptop = new(host);
        (await laptop.PageAsync("/mine/link")).Text("main .none").ShouldStartWith("This device has no agenda yet");
        await laptop.Send("/mine/stars", ("session", ids["MC-1"]));

        var page = await laptop.PageAsync("/mine/link");
        var link = LinkIn(page);
        link.ShouldBe($"https://agenda.example.org/mine/join#{laptop.Cookie}");
        page.Text("main .note").ShouldStartWith("Whoever has this link can see and change what you star.");
        page.QuerySelector("img.qr")!.GetAttribute("src").ShouldStartWith("data:image/svg+xml;base64,");

        var ask = await phone.PageAsync("/mine/join");
        ask.QuerySelectorAll("[name=stars]").ShouldBeEmpty();
        var form = (IHtmlFormElement)ask.QuerySelector("form.form")!;
        (form.Method, form.GetAttribute("action")).ShouldBe(("post", "/mine/join"));
        var joined = await phone.Send("/mine/join", ("link", $" {link} "));
        (joined.StatusCode, joined.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.SeeOther, "/mine"));
        phone.Cookie.ShouldBe(laptop.Cookie);

        await phone.Send("/mine/stars", ("session", ids["MC-4"]));
        (await laptop.PageAsync("/mine")).Texts(".row h4 a").ShouldBe(["First", "Fourth"]);
    }

    [Theory]
    [InlineData("merge", new[] { "First", "Second", "Fourth" })]
    [InlineData("replace", new[] { "First", "Second" })]
    public async Task What_is_starred_on_a_device_is_added_or_left(string stars, string[] titles)
    {
        var (_, ids) = await MineConference.Published(host);
        using Browser phone = new(host), laptop = new(host);
        foreach (var code in (string[])["MC-1", "MC-2"])
            await laptop.Send("/mine/stars", ("session", ids[code]));
        foreach (var code in (string[])["MC-2", "MC-4"])
            await phone.Send("/mine/stars", ("session", ids[code]));
        var before = phone.Cookie;

        (await phone.PageAsync("/mine/join")).Text("legend").ShouldBe("2 sessions are starred on this device already");
        (await phone.Send("/mine/join", ("link", LinkIn(await laptop.PageAsync("/mine/link"))), ("stars", stars))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await phone.PageAsync("/mine")).Texts(".row h4 a").ShouldBe(titles);
        (await laptop.PageAsync("/mine")).Texts(".row h4 a").ShouldBe(titles);

        // Calendars and other devices may still read what the phone had.
        phone.Cookie = before;
        (await phone.PageAsync("/mine")).Texts(".row h4 a").ShouldBe(["Second", "Fourth"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://agenda.example.org/mine/join")]
    [InlineData("https://agenda.example.org/mine/join#myagenda_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA~AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_link_that_opens_nothing_changes_nothing(string link)
    {
        var (_, ids) = await MineConference.Published(host);
        using var phone = new Browser(host);
        await phone.Send("/mine/stars", ("session", ids["MC-1"]));
        var before = phone.Cookie;

        var answer = await phone.Send("/mine/join", ("link", link));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Html.Parse(text).Text(".form .note").ShouldStartWith("This link opens no agenda.");
        text.ShouldNotContain("alert(1)");
        phone.Cookie.ShouldBe(before);
    }

    [Fact]
    public async Task Another_link_makes_the_present_one_worthless()
    {
        var (_, ids) = await MineConference.Published(host);
        using Browser phone = new(host), laptop = new(host);
        await laptop.Send("/mine/stars", ("session", ids["MC-1"]));
        var old = LinkIn(await laptop.PageAsync("/mine/link"));
        await phone.Send("/mine/join", ("link", old));

        (await laptop.Send("/mine/link")).Headers.Location!.OriginalString.ShouldBe("/mine/link");
        (await phone.PageAsync("/mine")).QuerySelectorAll(".row").ShouldBeEmpty();
        (await phone.Send("/mine/join", ("link", old))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await phone.Send("/mine/join", ("link", LinkIn(await laptop.PageAsync("/mine/link"))))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await phone.PageAsync("/mine")).Texts(".row h4 a").ShouldBe(["First"]);
    }

    [Fact]
    public async Task A_device_whose_calendar_got_another_address_elsewhere_says_so()
    {
        var (_, ids) = await MineConference.Published(host);
        using Browser phone = new(host), laptop = new(host);
        await laptop.Send("/mine/stars", ("session", ids["MC-1"]));
        await phone.Send("/mine/join", ("link", LinkIn(await laptop.PageAsync("/mine/link"))));
        await laptop.Send("/mine/feed");

        var page = await phone.PageAsync("/mine");
        page.Texts(".row h4 a").ShouldBe(["First"]);
        page.QuerySelector("#address").ShouldBeNull();
        page.Text(".devices .note").ShouldStartWith("Your calendar got another address on another device.");
        page.QuerySelectorAll(".devices form").Select(f => f.GetAttribute("action")).ShouldBe(["/mine/feed", "/mine/forgotten", "/mine/left"]);

        // Its old link is good for the agenda, and takes the address from nobody.
        await phone.Send("/mine/join", ("link", LinkIn(await laptop.PageAsync("/mine/link"))));
        (await phone.PageAsync("/mine")).QuerySelector("#address").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_device_is_taken_off_and_the_agenda_stays()
    {
        var (_, ids) = await MineConference.Published(host);
        using Browser phone = new(host), laptop = new(host);
        await laptop.Send("/mine/stars", ("session", ids["MC-1"]));
        await phone.Send("/mine/join", ("link", LinkIn(await laptop.PageAsync("/mine/link"))));

        (await phone.Send("/mine/left")).Headers.Location!.OriginalString.ShouldBe("/mine");
        phone.Cookie.ShouldBeNull();
        (await laptop.PageAsync("/mine")).Texts(".row h4 a").ShouldBe(["First"]);
    }

    [Fact]
    public async Task Another_site_leads_nobody_into_its_agenda()
    {
        var (_, ids) = await MineConference.Published(host);
        using Browser victim = new(host), other = new(host);
        await other.Send("/mine/stars", ("session", ids["MC-1"]));
        var link = LinkIn(await other.PageAsync("/mine/link"));
        victim.Headers["Sec-Fetch-Site"] = "cross-site";

        foreach (var form in (string[])["/mine/join", "/mine/left", "/mine/link"])
        {
            var refused = await victim.Send(form, ("link", link));
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"forged-request\"");
            refused.Headers.Contains("Set-Cookie").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Pages_with_the_link_are_kept_nowhere_and_in_no_frame()
    {
        var (_, ids) = await MineConference.Published(host);
        using var browser = new Browser(host);
        await browser.Send("/mine/stars", ("session", ids["MC-1"]));
        foreach (var address in (string[])["/mine/link", "/mine/join"])
        {
            var page = await browser.GetAsync(address);
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            page.Headers.CacheControl!.ToString().ShouldBe("no-store");
            page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            page.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex"]);
            page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("frame-ancestors 'none'");
        }

        (await (await browser.GetAsync("/mine")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(browser.Cookie!.Split('~')[0]);
    }

    private static string LinkIn(IHtmlDocument page) => page.QuerySelector("#link")!.GetAttribute("value")!;
}
