using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;

namespace Agenda.Browser.Tests;

/// <summary>A release that comes while a page is open, and time that passes.</summary>
public sealed class HearingOfReleases(Chromium chromium, RunningService service)
{
    private const int Patience = 15_000;

    [Fact]
    public async Task A_page_says_that_there_is_a_newer_release_and_shows_it_when_asked_in_every_window_by_one_stream()
    {
        var programme = new Programme("heard-2027", "Europe/Dublin", new Talk(1, new(2027, 6, 1, 9, 0), 60, "Hall", "As it was", "Ada Ember"));
        await service.PublishAsync(programme);
        await using var reader = await chromium.ReaderAsync(new() { Locale = "en-GB" });
        var (page, open, most) = (reader.Page, 0, 0);
        page.Context.Request += (_, request) => most = Math.Max(most, open += IsStream(request) ? 1 : 0);
        page.Context.RequestFinished += (_, request) => open -= IsStream(request) ? 1 : 0;
        page.Context.RequestFailed += (_, request) => open -= IsStream(request) ? 1 : 0;
        await page.GotoAsync($"{service.Address}/heard-2027");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync($"{service.Address}/heard-2027/rooms/hall");
        var old = await page.Context.NewPageAsync();
        await old.GotoAsync($"{service.Address}/heard-2027?release=1");
        (await page.Locator(".newer a").CountAsync()).ShouldBe(0);

        await service.PublishAsync(programme with { Talks = [programme.Talks[0] with { Title = "As it is" }] });

        await Assertions.Expect(page.Locator(".newer")).ToHaveTextAsync("The programme has changed: show the newest", new() { Timeout = Patience });
        await Assertions.Expect(other.Locator(".newer a")).ToBeVisibleAsync(new() { Timeout = Patience });
        (await page.Locator(".row h4").InnerTextAsync()).ShouldBe("As it was");
        // A connection that is lost is made anew; there are never two.
        most.ShouldBe(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "show the newest" }).ClickAsync();
        await Assertions.Expect(page.Locator(".row h4")).ToHaveTextAsync("As it is");
        (await page.Locator(".newer a").CountAsync()).ShouldBe(0);
        (await old.Locator(".newer").CountAsync()).ShouldBe(0);
        reader.Complaints.ShouldBeEmpty();

        static bool IsStream(IRequest request) => request.Url.EndsWith("/releases/stream", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_shows_a_release_as_it_comes_and_what_begins_when_it_does_and_says_when_it_hears_nothing()
    {
        var utc = SystemClock.Instance.GetCurrentInstant().InUtc().LocalDateTime;
        var start = utc.Date.At(new(utc.Hour, utc.Minute)).PlusMinutes(-20);
        var programme = new Programme("doors-now", "Etc/UTC",
            new Talk(1, start, 60, "Hall", "On now", "Ada Ember"),
            new Talk(2, start.PlusMinutes(60), 60, "Hall", "On next", "Bea Flint"));
        await service.PublishAsync(programme);
        // What a service worker asks for cannot be answered otherwise here.
        await using var reader = await chromium.ReaderAsync(new() { Locale = "en-GB", ServiceWorkers = ServiceWorkerPolicy.Block });
        var page = reader.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{service.Address}/doors-now/rooms/hall/door");
        (await page.Locator("main h2").InnerTextAsync()).ShouldBe("On now");
        await page.EvaluateAsync("document.documentElement.kept = true");

        await service.PublishAsync(programme with { Talks = [programme.Talks[0] with { Title = "On now, renamed" }, programme.Talks[1]] });
        await Assertions.Expect(page.Locator("main h2")).ToHaveTextAsync("On now, renamed", new() { Timeout = Patience });
        (await page.EvaluateAsync<bool>("document.documentElement.kept")).ShouldBeTrue("it is not loaded anew");

        // What the time does to it is seen without waiting for it: the page asks the service, which the test has say what it will.
        await page.RouteAsync("**/door", async route =>
        {
            var later = await route.FetchAsync(new() { Url = $"{service.Address}/doors-now/rooms/hall/door?at={start.PlusMinutes(61):uuuu-MM-dd'T'HH:mm}" });
            await route.FulfillAsync(new() { Response = later });
        });
        await page.Clock.FastForwardAsync(41 * 60_000);
        await page.Clock.RunForAsync(65_000);
        await Assertions.Expect(page.Locator("main h2")).ToHaveTextAsync("On next");

        await page.RouteAsync("**/door", route => route.AbortAsync("internetdisconnected"));
        await page.Clock.FastForwardAsync(150_000);
        await page.Clock.RunForAsync(61_000);
        await Assertions.Expect(page.Locator(".silent")).ToHaveTextAsync(new Regex("^No connection since [0-9:]{5}: this is what was known then$"));
        (await page.Locator("main h2").InnerTextAsync()).ShouldBe("On next");
        reader.Complaints.Where(c => !c.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_door_without_scripts_asks_for_itself_anew_and_with_scripts_does_not()
    {
        foreach (var scripts in (bool[])[true, false])
        {
            await using var reader = await chromium.ReaderAsync(new() { JavaScriptEnabled = scripts });
            await reader.Page.GotoAsync($"{service.Address}/{service.Conference}/rooms");
            var room = await reader.Page.Locator(".rooms h3 a").First.GetAttributeAsync("href");
            await reader.Page.GotoAsync($"{service.Address}{room}/door");
            (await reader.Page.Locator("head > meta[http-equiv=refresh], head > noscript > meta[http-equiv=refresh]").CountAsync()).ShouldBe(scripts ? 0 : 1);
            reader.Complaints.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Now_and_next_counts_the_minutes_and_moves_on_when_something_begins_without_moving_the_page()
    {
        var utc = SystemClock.Instance.GetCurrentInstant().InUtc().LocalDateTime;
        var noon = utc.Date.At(new(utc.Hour, utc.Minute));
        Assert.SkipWhen(noon.PlusMinutes(200).Date != noon.Date || noon.PlusMinutes(-20).Date != noon.Date, "The sessions would be on two days.");
        await service.PublishAsync(new("strip-now", "Etc/UTC",
            new(1, noon.PlusMinutes(-20), 60, "Hall", "On now", "Ada Ember"),
            new(2, noon.PlusMinutes(75), 60, "Hall", "On next", "Bea Flint")));
        // What a service worker asks for cannot be answered otherwise here.
        await using var reader = await chromium.ReaderAsync(new() { Locale = "en-GB", ServiceWorkers = ServiceWorkerPolicy.Block });
        var page = reader.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync($"{service.Address}/strip-now");
        await Assertions.Expect(page.Locator("#next .until")).ToHaveTextAsync(new Regex(@"^, in 1 h 1[345] min$"));

        await page.RouteAsync("**/strip-now", async route =>
        {
            var page = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = page, Body = Regex.Replace(await page.TextAsync(), "On now(?=</bdi></a>\\s*<span)", "Nothing any more") });
        });
        await page.Locator(".board a").First.FocusAsync();
        await page.Clock.FastForwardAsync(41 * 60_000);
        await page.Clock.RunForAsync(66_000);
        await Assertions.Expect(page.Locator(".board li a").First).ToHaveTextAsync("Nothing any more");
        (await page.Locator(":focus").InnerTextAsync()).ShouldBe("Nothing any more");
        await Assertions.Expect(page.Locator("#next .until")).ToHaveTextAsync(new Regex(@"^, in 3[1-4] min$"));
        reader.Complaints.ShouldBeEmpty();
    }
}
