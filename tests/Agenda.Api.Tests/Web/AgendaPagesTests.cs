using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>The pages over HTTP: where they are, what they carry, and what is said where there is nothing.</summary>
public sealed class AgendaPagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task The_masterclass_of_the_icsei_page_reads_as_it_did_there()
    {
        await PublishAsync("icsei-2024");
        host.Clock.Now = Instant.FromUtc(2024, 7, 27, 6, 4, 58);

        var page = await ReadAsync("/icsei-2024/sessions/MC-C");

        page.Text("h1").ShouldBe("Designing and Leading Professional Learning Networks");
        page.Texts(".facts > div").ShouldBe(
        [
            "When Monday 8 January 2024 14:00–16:30 Europe/Dublin, GMT (UTC+0) · 2 h 30 min",
            "Location Arbutus Room St. Mary's Building Capacity 60",
            "Session Chair Andy Hargreaves",
            "Session Chair Danette Parsley",
        ]);
        page.Text(".part > .none").ShouldBe("No contributions were assigned to this session.");
        page.Text(".clock p:first-child").ShouldBe("All times are shown in the time zone of the conference. The current conference time is .");
    }

    [Fact]
    public async Task Filters_and_searches_as_the_address_says()
    {
        await PublishAsync("filtering");

        (await ReadAsync("/filtering?day=2024-01-09&q=")).Texts(".row .code").ShouldBe(["PS+1.ü"]);
        (await ReadAsync("/filtering?day=2024-01-08&day=2024-01-09")).Texts(".row .code").ShouldBe(["MC-C", "PS+1.ü"]);
        (await ReadAsync("/filtering?room=arbutus-room&room=great-hall&q=lodz")).Texts(".row .code").ShouldBe(["PS+1.ü"]);
        var page = await ReadAsync("/filtering?room=great-hall");
        page.Texts(".chosen li > span").ShouldBe(["Room: Great Hall"]);
        page.QuerySelectorAll(".hits > a").Select(a => a.GetAttribute("href")).ShouldBe(["/filtering/changes"]);
        page.Text(".subscribe summary").ShouldBe("Subscribe to this view");
        page.QuerySelectorAll(".subscribe a").Select(a => a.GetAttribute("href")).ShouldContain("/filtering/schedule.v2.json");
        var ways = page.QuerySelectorAll(".subscribe .acts a[href*='.ics']").Select(a => a.GetAttribute("href")).ToList();
        (ways[0], ways[^1]).ShouldBe(
            ("webcal://agenda.example.org/calendars/filtering.ics?room=great-hall", "https://agenda.example.org/calendars/filtering.ics?room=great-hall"));
    }

    [Fact]
    public async Task A_session_is_found_by_the_link_to_it_whatever_its_code()
    {
        await PublishAsync("codes");
        var link = (IHtmlAnchorElement)(await ReadAsync("/codes?day=2024-01-09")).QuerySelector(".row h4 a")!;

        (await ReadAsync(link.PathName)).Text(".title .code").ShouldBe("PS+1.ü");
    }

    [Fact]
    public async Task Pages_carry_a_policy_that_lets_nothing_foreign_in_and_are_asked_for_anew()
    {
        await PublishAsync("headers");
        foreach (var path in (string[])["/", "/headers", "/headers?view=grid", "/headers/sessions/MC-C", "/headers?room=nowhere", "/nowhere"])
        {
            using var response = await host.Reader().GetAsync(path, TestContext.Current.CancellationToken);

            response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8", path);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", path);
            response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("strict-origin-when-cross-origin", path);
            response.Headers.CacheControl!.ToString().ShouldBe("no-cache", path);
        }
    }

    [Fact]
    public async Task Answers_head_with_the_headers_alone()
    {
        await PublishAsync("head");
        using var request = new HttpRequestMessage(HttpMethod.Head, "/head");
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_and_their_style_are_sent_compressed_to_those_who_take_it(string coding)
    {
        await PublishAsync("compressed");
        foreach (var path in (string[])["/compressed", "/static/any/agenda.css"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", coding } } };
            using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);

            response.Content.Headers.ContentEncoding.ShouldBe([coding], path);
            response.Headers.Vary.ShouldContain("Accept-Encoding", path);
        }
    }

    [Theory]
    [InlineData("/missing/sessions/NO-1", "The published programme has no session NO-1. It may have been withdrawn, or has another code now.", "/missing")]
    [InlineData("/missing/elsewhere/at/all", "There is nothing at this address. The conference may not be published yet, or the address has a mistake.", "/missing")]
    [InlineData("/never-published", "There is nothing at this address. The conference may not be published yet, or the address has a mistake.", "/")]
    [InlineData("/NO%20slug%3Cb%3E/sessions/x", "There is nothing at this address. The conference may not be published yet, or the address has a mistake.", "/")]
    public async Task Says_where_there_is_nothing_and_where_to_go_from_there(string path, string said, string way)
    {
        await PublishAsync("missing");

        var page = await ReadAsync(path, HttpStatusCode.NotFound);

        page.Text("h1").ShouldBe("Not found");
        page.Texts("main > p")[0].ShouldBe(said);
        page.QuerySelector("main > p > a")!.GetAttribute("href").ShouldBe(way);
    }

    [Theory]
    [InlineData("day=2024-02-01&track=x", "Day 2024-02-01 is not in the programme.", "/unknown?track=x")]
    [InlineData("room=great-hall&room=%3Cb%3Ecellar", "Room <b>cellar is not in the programme.", "/unknown?room=great-hall")]
    [InlineData("person=nobody", "Person nobody is not in the programme.", "/unknown")]
    public async Task Names_the_value_of_a_filter_that_the_programme_does_not_know(string query, string said, string way)
    {
        await PublishAsync("unknown");

        var page = await ReadAsync($"/unknown?{query}", HttpStatusCode.BadRequest);

        page.Texts("main > p")[0].ShouldBe(said);
        page.QuerySelector("main > p > a")!.GetAttribute("href").ShouldBe(way);
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/sessions/x")]
    [InlineData("/health/sessions/x")]
    [InlineData("/calendars/sessions/x")]
    public async Task The_words_of_the_service_are_no_conferences(string path) =>
        (await host.Reader().Read(path)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-address");

    [Fact]
    public async Task The_start_page_lists_what_is_published_latest_first()
    {
        await PublishAsync("older", firstDay: "2023-01-08");
        await PublishAsync("newer", firstDay: "2025-01-08");
        (await Given.Conference(host, "only-entered")).Slug.ShouldBe("only-entered");

        var links = (await ReadAsync("/")).QuerySelectorAll(".lines h2 a").Select(a => a.GetAttribute("href")).ToList();

        links.ShouldNotContain("/only-entered");
        links.Where(link => link is "/older" or "/newer").ShouldBe(["/newer", "/older"]);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_for_good_under_the_address_that_names_its_content()
    {
        var address = (await ReadAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        using var response = await host.Reader().GetAsync(address, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/css; charset=utf-8");
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(".slot");

        using var other = await host.Reader().GetAsync("/static/000000000000/agenda.css", TestContext.Current.CancellationToken);
        other.Headers.CacheControl!.ToString().ShouldBe("no-cache");
    }

    private async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => Html.Parse((await host.Reader().Read(path)).ShouldBe(status).Text);

    private async Task PublishAsync(string slug, string firstDay = "2024-01-08")
    {
        if ((await host.Reader().Read($"/api/v1/conferences/{slug}")).Status == HttpStatusCode.OK)
            return;

        var given = await Given.Conference(host, slug, firstDay: firstDay, lastDay: firstDay[..^2] + "12");
        await given.Room("Arbutus Room", 60, "St. Mary's Building");
        await given.Room("Great Hall");
        await given.Track("X");
        await given.Type("MC", "Masterclass");
        var andy = await given.Person("Andy", "Hargreaves");
        var danette = await given.Person("Danette", "Parsley");
        var people = new { chairs = new[] { andy.Id, danette.Id } };
        await given.Placed(await given.Session("MC-C", "Designing and Leading Professional Learning Networks", more: people), "arbutus-room", $"{firstDay}T14:00:00", 150);
        await given.Placed(await given.Session("PS+1.ü", "From Łódź"), "great-hall", $"{firstDay[..^2]}09T09:00:00", 60);
        await given.Published();
    }
}
