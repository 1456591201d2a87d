using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Agenda.Api.Tests.Web;

/// <summary>What browsers need to keep an agenda on the device.</summary>
public sealed class CopyPagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task The_worker_is_asked_for_again_each_time_and_may_ask_this_site_alone()
    {
        var answer = await GetAsync("/sw.js");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; connect-src 'self'"]);
    }

    [Fact]
    public async Task A_conference_stands_on_the_screen_by_its_name()
    {
        var (given, _) = await Mine.MineConference.Published(host);
        var page = Html.Parse(await (await GetAsync($"/{given.Slug}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.QuerySelector("link[rel=manifest]")!.GetAttribute("href").ShouldBe($"/{given.Slug}/app.webmanifest");
        page.DocumentElement.GetAttribute("data-conference").ShouldBe(given.Slug);

        var answer = await GetAsync($"/{given.Slug}/app.webmanifest");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/manifest+json");
        using var manifest = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var root = manifest.RootElement;
        (root.GetProperty("start_url").GetString(), root.GetProperty("id").GetString(), root.GetProperty("scope").GetString(), root.GetProperty("display").GetString())
            .ShouldBe(($"/{given.Slug}", $"/{given.Slug}", "/", "standalone"));
        root.GetProperty("name").GetString().ShouldBe(page.Text(".sign b"));
        var icon = root.GetProperty("icons")[0];
        (await GetAsync(icon.GetProperty("src").GetString()!)).Content.Headers.ContentType!.MediaType.ShouldBe(icon.GetProperty("type").GetString());
        (await GetAsync("/no-such-conference/app.webmanifest")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_copy_makes_the_pages_of_all_sessions_and_names_the_others()
    {
        var (given, _) = await Mine.MineConference.Published(host);
        var answer = await GetAsync($"/{given.Slug}/copy.json");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
        using var copy = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var root = copy.RootElement;

        root.GetProperty("lists").EnumerateArray().Select(l => l.GetString()).ShouldBe([
            "/", $"/{given.Slug}", $"/{given.Slug}?day=all", $"/{given.Slug}?view=grid", $"/{given.Slug}?day=2024-01-08", $"/{given.Slug}?day=2024-01-09",
            $"/{given.Slug}/people", $"/{given.Slug}/rooms", $"/{given.Slug}/changes"]);
        foreach (var list in root.GetProperty("lists").EnumerateArray())
            (await GetAsync(list.GetString()!)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var frame = root.GetProperty("frame").EnumerateArray().Select(f => f.GetString()!).ToList();
        var pages = root.GetProperty("pages").EnumerateObject().ToList();
        pages.Select(p => p.Name).ShouldBe(((string[])["MC-1", "MC-2", "MC-3", "MC-4"]).Select(code => $"/{given.Slug}/sessions/{code}"));
        foreach (var kept in pages)
        {
            var made = Html.Parse(frame[0] + kept.Value[0].GetString() + frame[1] + kept.Value[1].GetString() + frame[2]);
            var page = Html.Parse(await (await GetAsync(kept.Name)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            made.Title.ShouldBe(page.Title);
            made.QuerySelector("main")!.TextContent.ShouldBe(page.QuerySelector("main")!.TextContent);
            made.QuerySelectorAll("link[rel=stylesheet], script").Select(e => e.OuterHtml).ShouldBe(page.QuerySelectorAll("link[rel=stylesheet], script[type=module]").Select(e => e.OuterHtml));
            made.QuerySelectorAll("link[type='text/calendar'], [type='application/ld+json']").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_copy_is_sent_again_only_when_it_is_another()
    {
        var (given, ids) = await Mine.MineConference.Published(host);
        var address = $"/{given.Slug}/copy.json";
        var english = (await GetAsync(address)).Headers.ETag!;
        (await GetAsync(address, english)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        var german = await GetAsync(address, english, "de");
        german.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await german.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<html lang=\\\"de\\\"");

        await given.Placed(await given.Organiser.Read($"{given.Path}/sessions/{ids["MC-4"]}"), "hall", "2024-01-09T10:00:00", 45);
        await given.PublishedAsItIs();
        (await GetAsync(address, english)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("/no-such-conference/copy.json")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, EntityTagHeaderValue? seen = null, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (seen is not null)
            request.Headers.IfNoneMatch.Add(seen);
        if (language is not null)
            request.Headers.AcceptLanguage.ParseAdd(language);
        return await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
    }
}
