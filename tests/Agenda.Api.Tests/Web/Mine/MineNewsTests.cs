using System.Net;

namespace Agenda.Api.Tests.Web.Mine;

/// <summary>What releases changed of what somebody starred.</summary>
public sealed class MineNewsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Tells_what_changed_since_the_star_and_what_clashes_by_it()
    {
        var (given, ids) = await MineConference.Published(host);
        using var browser = new Browser(host);
        foreach (var code in (string[])["MC-1", "MC-3", "MC-4"])
            await browser.Send("/mine/stars", ("session", ids[code]));
        (await browser.PageAsync("/mine")).QuerySelector(".changed").ShouldBeNull();

        // MC-2, which is not starred, changes too.
        await Removed(given, ids["MC-2"]);
        await Removed(given, ids["MC-4"]);
        host.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await given.PublishedAsItIs();
        await given.Placed(await given.Organiser.Read($"{given.Path}/sessions/{ids["MC-3"]}"), "hall", "2024-01-08T09:45:00", 45);
        host.Clock.Now += NodaTime.Duration.FromMinutes(1);
        await given.PublishedAsItIs();

        var page = await browser.PageAsync("/mine");
        page.Text(".changed h2").ShouldBe("What changed in your agenda");
        page.QuerySelectorAll(".changed li").Select(li => $"{li.GetAttribute("data-of")} {li.GetAttribute("data-release")} {li.QuerySelector(".code")!.TextContent} {string.Join(' ', li.Texts("p"))}{(li.QuerySelector(".flag") is null ? "" : " !")}").ShouldBe([
            $"{given.Slug} 3 MC-3 Moved from 11:45 to 09:45 on Monday 8 January, same room. !",
            $"{given.Slug} 2 MC-4 Removed; it was on Tuesday 9 January, 09:00, Hall.",
        ]);
    }

    private static async Task Removed(Given given, string id) =>
        (await given.Organiser.Remove($"{given.Path}/sessions/{id}", (await given.Organiser.Read($"{given.Path}/sessions/{id}")).Tag)).ShouldBe(HttpStatusCode.OK);
}
