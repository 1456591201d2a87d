using System.Net;
using Agenda.Api.Tests.Releases;
using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web;

/// <summary>The pages of people and rooms over HTTP: where they are, in which release, and what is said where there is nothing.</summary>
public sealed class PeopleAndRoomPagesTests(PublishedTides tides) : IClassFixture<PublishedTides>
{
    [Fact]
    public async Task Every_page_of_a_conference_leads_to_its_people_and_rooms()
    {
        foreach (var path in (string[])["/tides", "/tides/people", "/tides/rooms", "/tides/sessions/MC-C", "/tides/changes", $"/tides/people/{tides.Andy}", "/tides/rooms/hall-2"])
        {
            var page = await ReadAsync(path);
            Hrefs(page, ".mast nav a").ShouldBe(["/tides", "/mine", "/tides/people", "/tides/rooms", "/tides/changes"], path);
            Hrefs(page, ".foot nav[aria-label=Service] a").ShouldBe(["/", "/sign-in"], path);
        }
    }

    [Fact]
    public async Task Whoever_is_named_is_linked_also_in_what_changed()
    {
        var andy = $"/tides/people/{tides.Andy}";

        Hrefs(await ReadAsync("/tides?day=all"), ".who a").ShouldBe([andy]);
        Hrefs(await ReadAsync("/tides/sessions/MC-C"), ".facts a").ShouldBe(["/tides/rooms/hall-2", andy]);
        // Danette is in the programme no more.
        Hrefs(await ReadAsync("/tides/changes"), ".lines p a").ShouldBe([andy]);
        (await ReadAsync("/tides/people")).Texts(".person h3").ShouldBe(["Andy Hargreaves"]);
        (await ReadAsync(andy)).Texts(".does li").ShouldBe(["Session Chair"]);
    }

    [Fact]
    public async Task A_session_tells_what_releases_changed_of_it()
    {
        var page = await ReadAsync("/tides/sessions/MC-C");

        page.Text(".moved").ShouldBe("Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room.");
        page.Texts("section[aria-labelledby=changes] li").ShouldBe(
        [
            "Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room. Andy Hargreaves now chairs; Danette Parsley no longer does. Release 3, Monday 8 January 2024, 13:00 GMT",
            "Moved from Arbutus Room to Hall 2, same time. Release 2, Monday 8 January 2024, 13:00 GMT",
        ]);

        page = await ReadAsync("/tides/sessions/MC-C?release=2");
        page.Texts("section[aria-labelledby=changes] li").ShouldBe(["Moved from Arbutus Room to Hall 2, same time. Release 2, Monday 8 January 2024, 13:00 GMT"]);
        (await ReadAsync("/tides/sessions/MC-C?release=1")).QuerySelectorAll(".moved, section[aria-labelledby=changes]").ShouldBeEmpty();
        (await ReadAsync("/tides/sessions/MC-D")).QuerySelectorAll(".moved, section[aria-labelledby=changes]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_an_older_release_say_so_and_stay_within_it()
    {
        var page = await ReadAsync($"/tides/people/{tides.Danette}?release=2");
        page.Texts(".row .code").ShouldBe(["MC-C"]);
        Hrefs(page, ".note a").ShouldBe(["/tides/people"]);
        ShouldStayIn(page);

        page = await ReadAsync("/tides/people?release=2&q=d");
        page.Texts(".person h3").ShouldBe(["Danette Parsley"]);
        page.QuerySelector("form input[name=release]")!.GetAttribute("value").ShouldBe("2");
        Hrefs(page, ".note a").ShouldBe(["/tides/people"]);
        ShouldStayIn(page);

        page = await ReadAsync("/tides/rooms/arbutus-room?release=1");
        page.Texts(".row .code").ShouldBe(["MC-C"]);
        Hrefs(page, ".note a").ShouldBe(["/tides/rooms/arbutus-room"]);
        page.QuerySelectorAll("a[href$='/door']").ShouldBeEmpty();
        ShouldStayIn(page, 1);

        page = await ReadAsync("/tides/rooms?release=1");
        page.Texts(".rooms li").ShouldBe(["Arbutus Room capacity 60 1 session", "Hall 2 1 session"]);
        ShouldStayIn(page, 1);
    }

    [Theory]
    [InlineData("/tides/people/{danette}", HttpStatusCode.NotFound, "The programme has nobody at this address. Who was here may not take part any more.")]
    [InlineData("/tides/people/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "The programme has nobody at this address. Who was here may not take part any more.")]
    [InlineData("/tides/people/nobody", HttpStatusCode.NotFound, "There is nothing at this address. The conference may not be published yet, or the address has a mistake.")]
    [InlineData("/tides/rooms/cellar", HttpStatusCode.NotFound, "The programme has no room at this address. It may have another name now.")]
    [InlineData("/tides/rooms/Hall-2", HttpStatusCode.NotFound, "The programme has no room at this address. It may have another name now.")]
    [InlineData("/tides/rooms/cellar/door", HttpStatusCode.NotFound, "The programme has no room at this address. It may have another name now.")]
    [InlineData("/tides/people?release=9", HttpStatusCode.NotFound, "The conference has no release 9.")]
    [InlineData("/tides/rooms/hall-2?release=9", HttpStatusCode.NotFound, "The conference has no release 9.")]
    [InlineData("/elsewhere/people", HttpStatusCode.NotFound, "There is nothing at this address. The conference may not be published yet, or the address has a mistake.")]
    [InlineData("/elsewhere/rooms/hall-2/door", HttpStatusCode.NotFound, "There is nothing at this address. The conference may not be published yet, or the address has a mistake.")]
    [InlineData("/tides/rooms/hall-2/door?at=noon", HttpStatusCode.BadRequest, "There is no such time. One to try the display with is written like 2027-01-12T09:10, by the clocks of the conference.")]
    public async Task Says_what_there_is_not(string address, HttpStatusCode status, string said) =>
        (await ReadAsync(address.Replace("{danette}", $"{tides.Danette}", StringComparison.Ordinal), status)).Texts("main > p:not(.note)")[0].ShouldBe(said);

    [Fact]
    public async Task A_door_goes_by_the_clock_and_nobody_keeps_a_copy()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var request = new HttpRequestMessage(method, "/tides/rooms/hall-2/door");
            using var response = await tides.Host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (response.Headers.CacheControl!.ToString(), response.Headers.ETag).ShouldBe(("no-store", null));
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; ");
        }

        (await ReadAsync("/tides/rooms/hall-2/door")).Text("main h2").ShouldBe("No more sessions here today");
        (await ReadAsync("/tides/rooms/hall-2/door?at=2024-01-09T09:45")).Text("main h2").ShouldBe("Networks & <b>nets</b>");
        (await ReadAsync("/tides/rooms/hall-2/door?theme=dark")).DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        (await ReadAsync("/tides/rooms/hall-2/door?theme=pink")).DocumentElement.HasAttribute("data-theme").ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_answer_head_with_the_headers_alone()
    {
        foreach (var path in (string[])["/tides/people", $"/tides/people/{tides.Andy}", "/tides/rooms", "/tides/rooms/hall-2"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, path);
            using var response = await tides.Host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.ToString()).ShouldBe((HttpStatusCode.OK, "text/html", "no-cache"), path);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty(path);
        }
    }

    private static void ShouldStayIn(IHtmlDocument page, int release = 2)
    {
        Hrefs(page, "main a:not(.note a), .mast a:not([href='/mine'])").ShouldAllBe(href => href!.Contains($"release={release}", StringComparison.Ordinal));
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelectorAll(".subscribe, link[type='text/calendar']").ShouldBeEmpty();
    }

    private static List<string?> Hrefs(IHtmlDocument page, string selector) => [.. page.QuerySelectorAll(selector).Select(a => a.GetAttribute("href"))];

    private async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => Html.Parse((await tides.Host.Reader().Read(path)).ShouldBe(status).Text);
}
