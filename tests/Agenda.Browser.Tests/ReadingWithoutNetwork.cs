using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Copies on the device: an agenda once opened is read without network, renewed by a release, and whole whatever was deployed meanwhile.</summary>
public sealed class ReadingWithoutNetwork(Chromium chromium, RunningService service)
{
    private const string HasCopy = "async slug => !!await (await caches.open('agenda-copies')).match(`/${slug}/copy.json`)";

    [Fact]
    public async Task A_conference_once_opened_is_read_without_network_and_says_how_old_it_is()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAndKeepAsync(page, service.Address);
        await page.GotoAsync($"{service.Address}/{service.Conference}?day=all");
        var (rows, code) = (await page.Locator(".row").CountAsync(), await page.Locator(".row .code").Nth(4).InnerTextAsync());
        await page.RunAndWaitForResponseAsync(() => page.Locator(".row button.star").Nth(4).ClickAsync(), r => r.Url.EndsWith("/mine/stars", StringComparison.Ordinal) && r.Request.Method == "POST");
        await page.Context.SetOfflineAsync(true);

        // As it is opened from the screen of a telephone, then by its links.
        await page.GotoAsync($"{service.Address}/{service.Conference}");
        await Assertions.Expect(page.Locator(".copy")).ToHaveTextAsync(new Regex(@"^Copy from \d+:\d\d( [AP]M)? today, without network\. Try again$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "All days", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(rows);
        await Assertions.Expect(page.Locator(".row button.star").Nth(4)).ToHaveAttributeAsync("aria-pressed", "true");
        var title = await page.Locator(".row h4 a").Nth(7).InnerTextAsync();
        await page.Locator(".row h4 a").Nth(7).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator(".copy")).ToBeVisibleAsync();
        (await page.EvaluateAsync<int>("document.styleSheets.length")).ShouldBe(1);
        foreach (var more in (string[])["/people", "/rooms", "/changes", "?view=grid"])
        {
            await page.GotoAsync($"{service.Address}/{service.Conference}{more}");
            await Assertions.Expect(page.Locator(".copy")).ToBeVisibleAsync();
        }

        // A search goes through the copy, another filter gets the whole of it.
        await page.GotoAsync($"{service.Address}/{service.Conference}?q={Uri.EscapeDataString(title.ToUpperInvariant())}");
        await Assertions.Expect(page.Locator(".copy")).ToContainTextAsync("found in the copy");
        await Assertions.Expect(page.Locator(".row:visible h4 a").First).ToHaveTextAsync(title);
        (await page.Locator(".row:visible").CountAsync()).ShouldBeLessThan(rows);
        await page.GotoAsync($"{service.Address}/{service.Conference}?room=nowhere");
        await Assertions.Expect(page.Locator(".copy")).ToContainTextAsync("This view is not kept on the device: here is the whole of it.");
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(rows);

        await page.GotoAsync($"{service.Address}/mine");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("My agenda");
        await Assertions.Expect(page.Locator(".row .code")).ToHaveTextAsync([code]);

        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(page.Locator("#subscribe")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".copy")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_of_the_reader_is_kept_and_all_of_it_goes_by_a_button()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAndKeepAsync(page, service.Address);
        foreach (var never in (string[])["/mine", "/mine/join", "/sign-in", $"/{service.Conference}?q=x", $"/{service.Conference}?release=1"])
            await page.GotoAsync(service.Address + never);
        (await KeptAsync(page)).ShouldNotContain(address => Regex.IsMatch(address, @"/mine($|[/?])|/sign-in|q=|release=|/api/"));

        await page.GotoAsync($"{service.Address}/mine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the copies on this device" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep copies again" })).ToBeVisibleAsync();
        await page.GotoAsync($"{service.Address}/{service.Conference}");
        await page.GotoAsync($"{service.Address}/mine");
        (await page.EvaluateAsync<string[]>("caches.keys()")).ShouldBeEmpty();
        (await page.EvaluateAsync<int>("navigator.serviceWorker.getRegistrations().then(all => all.length)")).ShouldBe(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_language_does_not_mix_with_the_copies()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAndKeepAsync(page, service.Address);
        await page.GotoAsync($"{service.Address}/{service.Conference}?lang=de");
        await Starring.UntilAsync(page, "async slug => { const found = await (await caches.open('agenda-copies')).match(`/${slug}/copy.json`); return !!found && (await found.json()).frame[0].includes('lang=\"de\"') }", service.Conference);
        await page.Context.SetOfflineAsync(true);
        foreach (var path in (string[])["", "?day=all", "/people"])
        {
            await page.GotoAsync($"{service.Address}/{service.Conference}{path}");
            (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("de");
            await Assertions.Expect(page.Locator(".copy")).ToContainTextAsync("Kopie von heute");
        }
    }

    [Fact]
    public async Task A_copy_stands_in_when_the_service_takes_too_long()
    {
        await using var front = new Front(service.Address);
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAndKeepAsync(page, front.Address);
        front.Delay = TimeSpan.FromSeconds(20);
        await page.GotoAsync($"{front.Address}/{service.Conference}", new() { Timeout = 15_000, WaitUntil = WaitUntilState.DOMContentLoaded });
        await Assertions.Expect(page.Locator(".copy")).ToBeVisibleAsync();
        front.Delay = TimeSpan.Zero;
    }

    [Fact]
    public async Task A_deployment_leaves_no_page_half_old()
    {
        await using var front = new Front(service.Address);
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAndKeepAsync(page, front.Address);

        // The next build is there, but this device has no network: everything is as it was.
        front.IsNext = true;
        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync($"{front.Address}/{service.Conference}");
        await WholeAsync(page, isNext: false);
        await page.Locator(".row h4 a").First.ClickAsync();
        await WholeAsync(page, isNext: false);

        // One page of the next build, then no network again.
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync($"{front.Address}/{service.Conference}");
        await WholeAsync(page, isNext: true);
        await Starring.UntilAsync(page, "async slug => (await (await (await caches.open('agenda-copies')).match(`/${slug}/copy.json`))?.json())?.frame.join('').includes('/static/0b')", service.Conference);
        await page.Context.SetOfflineAsync(true);
        foreach (var path in (string[])["", "?day=all", "?view=grid", "/people"])
        {
            await page.GotoAsync($"{front.Address}/{service.Conference}{path}");
            await WholeAsync(page, isNext: true);
        }

        // Nothing of the former one is left.
        (await KeptAsync(page)).ShouldNotContain(address => Regex.IsMatch(address, "/static/(?!0b)"));
    }

    [Fact]
    public async Task A_release_renews_the_copies()
    {
        await using var own = new RunningService();
        await own.InitializeAsync();
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await OpenAndKeepAsync(page, own.Address);
        await page.GotoAsync($"{own.Address}/{own.Conference}?day=all");
        await page.Locator(".row h4 a").First.ClickAsync();
        var session = page.Url;

        using var organiser = new HttpClient { BaseAddress = new($"{own.Address}/api/v1/conferences/{own.Conference}/") };
        organiser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
        (await organiser.PostAsJsonAsync("releases", new { note = "Once more", acknowledgeAll = "As it is." }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        var newest = (await organiser.GetFromJsonAsync<JsonElement>("releases", TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray().Max(r => r.GetProperty("number").GetInt32());

        await page.GotoAsync($"{own.Address}/{own.Conference}");
        await Starring.UntilAsync(page, "async ([slug, newest]) => (await (await (await caches.open('agenda-copies')).match(`/${slug}/copy.json`))?.json())?.release === newest", new object[] { own.Conference, newest });
        await page.Context.SetOfflineAsync(true);
        foreach (var address in (string[])[session, $"{own.Address}/{own.Conference}?day=all", $"{own.Address}/{own.Conference}/people"])
        {
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator(".foot")).ToContainTextAsync($"Release {newest}");
        }
    }

    private async Task OpenAndKeepAsync(IPage page, string address)
    {
        await page.GotoAsync($"{address}/{service.Conference}");
        await Starring.UntilAsync(page, HasCopy, service.Conference);
    }

    private static Task<string[]> KeptAsync(IPage page) =>
        page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(r => r.url)))).flat()");

    // Its style and all its scripts, of one build.
    private static async Task WholeAsync(IPage page, bool isNext)
    {
        await Assertions.Expect(page.Locator("p.hide[role=status]")).ToBeAttachedAsync();
        (await page.EvaluateAsync<bool[]>("[...document.querySelectorAll('link[href^=\"/static\"], script[src^=\"/static\"]')].map(e => (e.getAttribute('href') ?? e.getAttribute('src')).startsWith('/static/0b'))")).ShouldAllBe(next => next == isNext);
        (await page.EvaluateAsync<int[]>("[...document.styleSheets].map(sheet => sheet.cssRules.length)")).ShouldAllBe(rules => rules > 10);
    }
}
