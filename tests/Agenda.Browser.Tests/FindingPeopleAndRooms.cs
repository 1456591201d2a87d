using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Looking somebody up, finding a room, and standing in front of its door.</summary>
public sealed class FindingPeopleAndRooms(Chromium chromium, RunningService service)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_finds_somebody_and_goes_on_to_a_session_of_theirs_and_its_room(bool scripts)
    {
        await using var reader = await chromium.ReaderAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = 390, Height = 844 } });
        var page = reader.Page;

        await page.GotoAsync($"{service.Address}/{service.Conference}");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Site" }).GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await IsAtAsync(page, "/people$");
        var name = await page.Locator(".person h3").Nth(3).InnerTextAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync(name.ToUpperInvariant());
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await IsAtAsync(page, @"/people\?q=");
        (await page.Locator(".person h3").AllInnerTextsAsync()).ShouldBe([name]);

        await page.Locator(".person a").ClickAsync();
        await IsAtAsync(page, "/people/[-0-9a-f]+$");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe(name);
        await page.Locator(".subscribe summary").ClickAsync();
        await Assertions.Expect(page.Locator(".subscribe .address")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".subscribe .qr")).ToBeVisibleAsync();

        await page.Locator(".row h4 a").First.ClickAsync();
        await IsAtAsync(page, "/sessions/[^/?]+$");
        await page.Locator(".facts a[href*='/rooms/']").ClickAsync();
        await IsAtAsync(page, "/rooms/[-a-z0-9]+$");
        (await page.Locator(".row").CountAsync()).ShouldBeGreaterThan(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    [InlineData(1024, 768)]
    public async Task A_door_shows_all_of_it_on_the_screen_in_letters_that_are_read_from_afar(int width, int height)
    {
        await using var reader = await chromium.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{service.Conference}/rooms");
        var rooms = await page.Locator(".rooms h3 a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        foreach (var (room, i) in rooms.Select((room, i) => (room, i)))
        {
            foreach (var (theme, at) in ((string Theme, string At)[])[("light", "2027-01-12T09:10"), ("dark", "2027-01-12T12:20")])
            {
                await page.GotoAsync($"{service.Address}{room}/door?at={at}&theme={theme}");
                await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, string.Create(CultureInfo.InvariantCulture, $"door-{i}-{theme}-{width}.png")) });
                (await page.EvaluateAsync<bool>("[...document.querySelectorAll('body, main')].every(e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth + 1)")).ShouldBeTrue($"{room} {at}");
                (await page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('main h2')).fontSize) / Math.min(innerWidth, innerHeight)")).ShouldBeGreaterThan(0.04, room);
                (await page.EvaluateAsync<string[]>(SeeingThePages.FaintTexts)).ShouldBeEmpty(room);
            }
        }

        reader.Complaints.ShouldBeEmpty();
    }

    private static async Task IsAtAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".foot")).ToBeVisibleAsync();
    }
}
