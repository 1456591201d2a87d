using System.Net;
using Agenda.Api.Tests.Releases;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;

namespace Agenda.Api.Tests.Web;

/// <summary>The page of what releases changed, and the pages of older releases.</summary>
public sealed class ChangesPageTests(PublishedTides tides) : IClassFixture<PublishedTides>
{
    [Fact]
    public async Task Lists_the_releases_the_newest_first_with_what_each_changed()
    {
        var page = await ReadAsync("/tides/changes");

        page.Text("h1").ShouldBe("What changed");
        page.Title.ShouldBe("What changed · Tides & <Winds>");
        page.Texts("h2").ShouldBe(["Release 3", "Release 2", "Release 1"]);
        page.Texts("section p[dir=auto]").ShouldBe(["Rooms, and <more> 🌊"]);
        page.Texts(".lines li").ShouldBe(
        [
            "MC-C Networks & <b>nets</b> Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room. Andy Hargreaves now chairs; Danette Parsley no longer does.",
            "MC-D New Added; the time is to be announced.",
            "PS-1 Papers Removed; it was on Tuesday 9 January, 09:00, Hall 2.",
            "MC-C Networks & <b>nets</b> Moved from Arbutus Room to Hall 2, same time.",
        ]);
        page.Texts("section > p:last-child").ShouldBe(["The first programme: 3 sessions. See all"]);
        Hrefs(page, ".lines a").ShouldBe(["/tides/sessions/MC-C", $"/tides/people/{tides.Andy}", "/tides/sessions/MC-D", "/tides/sessions/PS-1?release=2", "/tides/sessions/MC-C"]);
        page.QuerySelector("meta[name=robots]").ShouldBeNull();
        page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href").ShouldBe("/api/v1/conferences/tides/releases/atom");
    }

    [Theory]
    [InlineData("release=3", "What release 3 changed", "MC-C MC-D PS-1")]
    [InlineData("release=3&since=1", "From release 1 to release 3", "MC-C MC-D PS-1")]
    [InlineData("release=1&since=3", "From release 3 to release 1", "MC-C MC-D PS-1")]
    [InlineData("since=2", "What release 3 changed", "MC-C MC-D PS-1")]
    [InlineData("release=1", "What release 1 changed", "MC-C PS-1 PS-2")]
    [InlineData("release=3&since=0", "Everything in release 3", "MC-C MC-D PS-2")]
    [InlineData("release=2&since=2", "From release 2 to release 2", "")]
    [InlineData("person={andy}", "What changed", "MC-C")]
    [InlineData("release=3&person={danette}", "What release 3 changed", "MC-C")]
    public async Task Compares_releases_and_keeps_to_some_people(string query, string heading, string codes)
    {
        var page = await ReadAsync($"/tides/changes?{Named(query)}");

        page.Text("h1").ShouldBe(heading);
        string.Join(' ', page.Texts(".lines .code")).ShouldBe(codes);
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
    }

    [Theory]
    [InlineData("/tides?release=9", "The conference has no release 9.")]
    [InlineData("/tides?release=%3Cb%3E", "The conference has no release <b>.")]
    [InlineData("/tides/sessions/MC-C?release=9", "The conference has no release 9.")]
    [InlineData("/tides/changes?release=9", "The conference has no release 9.")]
    [InlineData("/tides/changes?release=1&since=-1", "The conference has no release -1.")]
    [InlineData("/tides/sessions/MC-D?release=1", "Release 1 of the programme has no session MC-D.")]
    public async Task Says_what_there_is_not(string address, string said) => (await ReadAsync(address, HttpStatusCode.NotFound)).Texts("main > p:not(.note)")[0].ShouldBe(said);

    [Fact]
    public async Task Names_a_person_that_nobody_knows() =>
        (await ReadAsync("/tides/changes?person=nobody", HttpStatusCode.BadRequest)).Texts("main > p")[0].ShouldBe("Person nobody is not in the programme.");

    [Fact]
    public async Task An_older_release_says_so_and_its_links_stay_within_it()
    {
        var page = await ReadAsync("/tides?release=1&day=2024-01-08");

        page.Text(".note").ShouldBe("You are reading release 1 of 3, published Monday 8 January 2024, 13:00 GMT. Read the newest");
        Hrefs(page, ".note a").ShouldBe(["/tides?day=2024-01-08"]);
        Hrefs(page, ".row a, .days a, .menu a, .sign").ShouldAllBe(href => href!.Contains("release=1", StringComparison.Ordinal));
        page.QuerySelector("form input[name=release]")!.GetAttribute("value").ShouldBe("1");
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        Hrefs(page, ".hits > a").ShouldBe(["/tides/changes?release=1"]);
        page.QuerySelector("link[type='text/calendar']").ShouldBeNull();

        page = await ReadAsync("/tides/sessions/MC-C?release=1");
        Hrefs(page, ".note a").ShouldBe(["/tides/sessions/MC-C"]);
        page.Texts(".facts dd b").ShouldContain("Arbutus Room");
        Hrefs(page, ".facts a, .crumb a").ShouldAllBe(href => href!.Contains("release=1", StringComparison.Ordinal));
        page.QuerySelector("a[download]").ShouldBeNull();
        Hrefs(await ReadAsync("/tides/sessions/PS-1?release=1"), ".note a").ShouldBe(["/tides"]);
    }

    [Fact]
    public async Task The_newest_release_by_its_number_needs_no_warning()
    {
        var page = await ReadAsync("/tides?release=3");

        page.QuerySelector(".note").ShouldBeNull();
        Hrefs(page, ".row h4 a").ShouldAllBe(href => href!.EndsWith("?release=3", StringComparison.Ordinal));
        Hrefs(page, "link[type='text/calendar']").ShouldBe(["/calendars/tides.ics"]);
    }

    [Fact]
    public async Task A_release_that_is_not_kept_any_more_is_gone_and_everything_else_goes_on_without_it()
    {
        await using var host = new AgendaHost();
        var given = await Given.Conference(host, "brief");
        await given.Type("MC", "Masterclass");
        for (var number = 1; number <= 3; number++)
        {
            await given.Session($"MC-{number}", "One more");
            await given.Published();
        }

        await using (var database = new SqliteConnection($"Data Source={host.Database}"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = "DELETE FROM releases WHERE number = 1";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var reader = host.Reader();
        foreach (var path in (string[])["?release=1", "/agenda?release=1", "/agenda/sessions/MC-1?release=1", "/agenda/people?release=1", "/releases/1/changes", "/releases/2/changes", "/releases/3/changes?since=1"])
            (await reader.Read(given.Path + path)).ShouldBeProblem(HttpStatusCode.Gone, "release-not-kept");
        (await reader.Read("/calendars/brief.ics?release=1")).ShouldBeProblem(HttpStatusCode.Gone, "release-not-kept");
        foreach (var path in (string[])["/brief?release=1", "/brief/sessions/MC-1?release=1", "/brief/changes?release=1"])
            Html.Parse((await reader.Read(path)).ShouldBe(HttpStatusCode.Gone).Text).Texts("main > p")[0].ShouldBe("Release 1 is not kept any more.");

        (await reader.Read($"{given.Path}/releases/3/changes")).ShouldBe(HttpStatusCode.OK);
        (await reader.Read($"{given.Path}/releases/atom")).ShouldBe(HttpStatusCode.OK);
        var page = Html.Parse((await reader.Read("/brief/changes")).ShouldBe(HttpStatusCode.OK).Text);
        page.Texts("h2").ShouldBe(["Release 3", "Release 2"]);
        page.Texts("section > p:last-child").ShouldBe(["The release before it is not kept any more, so nobody can tell what changed."]);
    }

    private static IEnumerable<string?> Hrefs(IHtmlDocument page, string selector) => page.QuerySelectorAll(selector).Select(a => a.GetAttribute("href"));

    private string Named(string path) => path.Replace("{andy}", $"{tides.Andy}", StringComparison.Ordinal).Replace("{danette}", $"{tides.Danette}", StringComparison.Ordinal);

    private async Task<IHtmlDocument> ReadAsync(string path, HttpStatusCode status = HttpStatusCode.OK) => Html.Parse((await tides.Host.Reader().Read(path)).ShouldBe(status).Text);
}
