using System.Globalization;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Every kind of page of the organisers' console: without barriers and mistakes, readable in both languages and themes, and pictures for people to look at.</summary>
public sealed class SeeingTheConsole(Chromium chromium, OrganisingService installation)
{
    // 200 % on 1280 is 640.
    [Theory]
    [InlineData(ColorScheme.Dark, "de-DE", 1024)]
    [InlineData(ColorScheme.Light, "en-GB", 640)]
    public async Task Every_page_is_readable_without_barriers_and_mistakes(ColorScheme theme, string locale, int width)
    {
        await using var organiser = await installation.AdministratorAsync(chromium, new()
        {
            ColorScheme = theme,
            Locale = locale,
            ViewportSize = new() { Width = width, Height = 768 },
            BypassCSP = true,
        });
        var page = organiser.Page;
        List<string> found = [];
        var sent = new Dictionary<string, string>();
        foreach (var (name, address) in await PagesAsync(page))
        {
            sent[name] = await (await page.APIRequest.GetAsync(address)).TextAsync();
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator(".foot")).ToBeVisibleAsync();
            var picture = Path.Combine(RunningService.Pictures, string.Create(CultureInfo.InvariantCulture, $"organise-{name}-{theme}-{width}.png"));
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var beyond)
                found.Add($"{name}: {beyond} px too wide");
            found.AddRange((await PageChecks.BarriersAsync(page)).Select(violation => $"{name}: {violation}"));
        }

        found.AddRange(await PageChecks.MistakesAsync(sent));
        found.ShouldBeEmpty();
        organiser.Complaints.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper!.WriteLine($"Pictures are in {RunningService.Pictures}");
    }

    private async Task<List<(string Name, string Address)>> PagesAsync(IPage page)
    {
        var console = $"{installation.Address}/organise/{installation.Service.Conference}";
        List<(string, string)> pages =
        [
            ("conferences", $"{installation.Address}/organise"), ("new-conference", $"{installation.Address}/organise/new"), ("overview", console), ("sessions", $"{console}/sessions"),
            ("new-session", $"{console}/sessions/new"), ("rooms", $"{console}/rooms"), ("people", $"{console}/people"), ("kinds", $"{console}/kinds"), ("conflicts", $"{console}/conflicts"),
            ("publish", $"{console}/publish"), ("settings", $"{console}/settings"), ("copy", $"{console}/copy"), ("board", $"{console}/board"),
            ("audit", $"{console}/audit"), ("import", $"{console}/import"), ("spreadsheets", $"{console}/spreadsheets"), ("door-sheets", $"{console}/door-sheets"), ("chair-sheets", $"{console}/chair-sheets"),
        ];
        foreach (var (name, list, link) in ((string, string, string)[])
            [("session", "sessions?q=SY-1", "tbody tr:not([hidden]) th a"), ("room", "rooms", "tbody th a"), ("person", "people", "tbody th a"), ("type", "kinds", "a[href*='/types/']"), ("track", "kinds", "a[href*='/tracks/']")])
        {
            await page.GotoAsync($"{console}/{list}");
            pages.Add((name, installation.Address + await page.Locator(link).First.GetAttributeAsync("href")));
        }

        return pages;
    }
}
