using System.Net;

namespace Agenda.Api.Tests.Web.Grid;

/// <summary>The grid and its style sheet as they are sent.</summary>
public sealed class GridOverHttpTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task The_address_says_that_it_is_a_grid_and_of_what()
    {
        await PublishAsync();

        (await ReadAsync("/gridded?view=grid")).Places().ShouldBe(["MC-1 0+18 c1", "MC-2 12+6 c2"]);
        (await ReadAsync("/gridded?day=2024-01-09&view=grid")).Places().ShouldBe(["MC-3 0+12 c1"]);
        (await ReadAsync("/gridded?room=hall&view=grid")).Places().ShouldBe(["MC-1 0+18 c1"]);
        (await ReadAsync("/gridded?release=1&view=grid")).QuerySelector(".views a")!.GetAttribute("href").ShouldBe("/gridded?release=1");
        (await ReadAsync("/gridded?day=all&view=list")).QuerySelectorAll(".row").Length.ShouldBe(3);
        (await ReadAsync("/gridded?day=all&view=cube")).QuerySelectorAll(".row").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Is_sent_under_the_policy_of_pages_and_asked_for_anew()
    {
        await PublishAsync();
        using var response = await host.Reader().GetAsync("/gridded?view=grid", TestContext.Current.CancellationToken);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src 'self';");
        response.Headers.CacheControl!.ToString().ShouldBe("no-cache");
    }

    [Fact]
    public async Task Its_style_sheet_is_kept_for_good_and_places_by_class()
    {
        await PublishAsync();
        var address = (await ReadAsync("/gridded?view=grid")).QuerySelectorAll("link[rel=stylesheet]")[1].GetAttribute("href")!;

        using var response = await host.Reader().GetAsync(address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/css; charset=utf-8");
        response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        var css = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var rule in (string[])[".h0{--h:0}", ".h31{--h:31}", ".m55{--m:55}", ".dh31{--dh:31}", ".dm5{--dm:5}", ".c96{--c:96}", ".w2{--w:2}", ".i2{--i:2}", ".k3{--k:3}", ".n96{--n:96}"])
            css.ShouldContain(rule);
        css.ShouldContain(".scroll.fits3{overflow:visible");
        css.Count(c => c == '{').ShouldBe(css.Count(c => c == '}'));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(string path) => Html.Parse((await host.Reader().Read(path)).ShouldBe(HttpStatusCode.OK).Text);

    private async Task PublishAsync()
    {
        if ((await host.Reader().Read("/api/v1/conferences/gridded")).Status == HttpStatusCode.OK)
            return;

        var given = await Given.Conference(host, "gridded", firstDay: "2024-01-08", lastDay: "2024-01-10");
        await given.Room("Hall");
        await given.Room("Loft");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-1", "First"), "hall", "2024-01-08T09:00:00", 90);
        await given.Placed(await given.Session("MC-2", "Second"), "loft", "2024-01-08T10:00:00", 30);
        await given.Placed(await given.Session("MC-3", "Third"), "loft", "2024-01-09T10:00:00", 60);
        await given.Published();
    }
}
