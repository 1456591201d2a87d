using System.Net;
using NodaTime;

namespace Agenda.Api.Tests.Web.Embed;

/// <summary>The agenda in a conference's own site: as a frame, as a web component, and by whatever it makes of the API.</summary>
public sealed class EmbedTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string OwnSite = "https://conference.example.net";

    [Fact]
    public async Task A_frame_has_no_scripts_and_nothing_to_send_and_may_stand_in_any_site()
    {
        await PublishAsync("framed");
        using var response = await host.Reader().GetAsync("/framed/embed?day=all&theme=dark", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(
            ["default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        response.Headers.Contains("Cross-Origin-Opener-Policy").ShouldBeFalse();
        response.Headers.ETag.ShouldNotBeNull();

        var page = Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.QuerySelectorAll("script, form, button, input, select").ShouldBeEmpty();
        page.QuerySelector("base")!.GetAttribute("target").ShouldBe("_blank");
        page.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");
        page.Texts(".row .code").ShouldBe(["A-1", "B-1"]);
        page.QuerySelectorAll(".row h4 a").Select(a => a.GetAttribute("href")).ShouldBe(["/framed/sessions/A-1", "/framed/sessions/B-1"]);
    }

    [Fact]
    public async Task Its_days_stay_in_the_frame_with_all_that_it_was_given()
    {
        await PublishAsync("days");
        host.Clock.Now = Instant.FromUtc(2024, 1, 9, 8, 0);

        var page = Html.Parse((await host.Reader().Read("/days/embed?room=hall&lang=de")).Text);

        page.DocumentElement.GetAttribute("lang").ShouldBe("de");
        page.QuerySelectorAll(".days a").Select(a => (a.GetAttribute("href"), a.GetAttribute("target"))).ShouldBe(
        [
            ("/days/embed?room=hall&lang=de&day=2024-01-08", "_self"), ("/days/embed?room=hall&lang=de&day=2024-01-09", "_self"),
            ("/days/embed?room=hall&lang=de&day=2024-01-10", "_self"), ("/days/embed?room=hall&lang=de&day=2024-01-11", "_self"), ("/days/embed?room=hall&lang=de&day=2024-01-12", "_self"),
        ]);
        page.Texts(".row .code").ShouldBe(["A-1", "B-1"]);
        Html.Parse((await host.Reader().Read("/days/embed")).Text).Texts(".row .code").ShouldBe(["B-1"]);
        Html.Parse((await host.Reader().Read("/days/embed?view=grid")).Text).QuerySelectorAll(".grid .tile").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("/other/embed?room=nowhere", HttpStatusCode.BadRequest)]
    [InlineData("/nothing-there/embed", HttpStatusCode.NotFound)]
    public async Task What_is_wrong_is_said(string address, HttpStatusCode status)
    {
        await PublishAsync("other");
        (await host.Reader().Read(address)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task The_web_component_has_one_address_that_any_site_may_load_and_words_of_both_languages()
    {
        using var response = await host.Reader().GetAsync("/embed/agenda-programme.js", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/javascript; charset=utf-8");
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        response.Headers.GetValues("Cross-Origin-Resource-Policy").ShouldBe(["cross-origin"]);
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=3600");
        var module = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        module.ShouldContain("customElements.define('agenda-programme'");
        module.ShouldContain("Abgesagt");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/embed/agenda-programme.js") { Headers = { { "If-None-Match", response.Headers.ETag!.ToString() } } };
        using var unchanged = await host.Reader().SendAsync(again, TestContext.Current.CancellationToken);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/api/v1/conferences", true)]
    [InlineData("/api/v1/conferences/read/agenda", true)]
    [InlineData("/api/v1/conferences/read/agenda/sessions/A-1", true)]
    [InlineData("/api/v1/conferences/read/releases/atom", true)]
    [InlineData("/calendars/read.ics", true)]
    [InlineData("/api/v1/conferences/read/sessions", false)]
    [InlineData("/api/v1/me", false)]
    [InlineData("/read", false)]
    [InlineData("/mine", false)]
    public async Task Scripts_of_any_site_read_what_is_public_and_nothing_else(string address, bool open)
    {
        await PublishAsync("read");
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Origin", OwnSite } } };
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);

        response.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins).ShouldBe(open);
        (origins ?? []).ShouldBe(open ? ["*"] : []);
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    public async Task They_may_ask_whether_what_they_have_still_holds_but_send_no_credentials_and_change_nothing()
    {
        await PublishAsync("asked");
        (await PreflightAsync("GET", "if-none-match")).ShouldBe((HttpStatusCode.NoContent, true));
        (await PreflightAsync("GET", "authorization")).ShouldBe((HttpStatusCode.NoContent, false));
        (await PreflightAsync("POST", "if-none-match")).ShouldBe((HttpStatusCode.NotFound, false));

        async Task<(HttpStatusCode, bool)> PreflightAsync(string method, string header)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/conferences/asked/agenda")
            {
                Headers = { { "Origin", OwnSite }, { "Access-Control-Request-Method", method }, { "Access-Control-Request-Headers", header } },
            };
            using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
            var headers = response.Headers;
            return (response.StatusCode,
                headers.TryGetValues("Access-Control-Allow-Methods", out var methods) && string.Join(',', methods).Contains(method, StringComparison.Ordinal)
                && headers.TryGetValues("Access-Control-Allow-Headers", out var allowed) && string.Join(',', allowed).Contains(header, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task PublishAsync(string slug)
    {
        host.Clock.Now = Instant.FromUtc(2024, 1, 7, 12, 0);
        if ((await host.Reader().Read($"/api/v1/conferences/{slug}")).Status == HttpStatusCode.OK)
            return;

        var given = await Given.Conference(host, slug);
        await given.Room("Hall");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("A-1", "First"), "hall", "2024-01-08T09:00:00", 60);
        await given.Placed(await given.Session("B-1", "Second"), "hall", "2024-01-09T09:00:00", 60);
        await given.Published();
    }
}
