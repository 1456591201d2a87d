using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Reading the agenda in a browser, with scripts and without.</summary>
public sealed class ReadingTheAgenda(Chromium chromium, RunningService service)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_goes_from_the_start_page_to_a_day_a_room_and_a_session_and_back(bool scripts)
    {
        await using var reader = await chromium.ReaderAsync(new() { JavaScriptEnabled = scripts });
        var page = reader.Page;

        await page.GotoAsync(service.Address);
        await page.Locator($".lines h2 a[href='/{service.Conference}']").ClickAsync();
        await IsAtAsync(page, $"^{service.Address}/{service.Conference}$");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Conference Agenda");
        // The clock is put there by a script, a moment after the page.
        await Assertions.Expect(page.Locator(".clock p").First).ToContainTextAsync(
            "All times are shown in the time zone of the conference." + (scripts ? " The current conference time is " : ""));
        await page.GetByRole(AriaRole.Link, new() { Name = "All days", Exact = true }).ClickAsync();
        await IsAtAsync(page, @"\?day=all$");
        var all = await page.Locator(".row").CountAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Days" }).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await IsAtAsync(page, @"\?day=[-0-9]+$");
        (await page.Locator(".days [aria-current]").CountAsync()).ShouldBe(1);
        var ofDay = await page.Locator(".row").CountAsync();
        ofDay.ShouldBeInRange(1, all - 1);

        await page.Locator("summary", new() { HasText = "Room:" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Room" }).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await IsAtAsync(page, @"\?day=[-0-9]+&room=[-a-z0-9]+$");
        (await page.Locator(".row").CountAsync()).ShouldBeInRange(1, ofDay - 1);

        var title = await page.Locator(".row h4 a").First.InnerTextAsync();
        await page.Locator(".row h4 a").First.ClickAsync();
        await IsAtAsync(page, "/sessions/[^/?]+$");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe(title);

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Back" }).GetByRole(AriaRole.Link).ClickAsync();
        await IsAtAsync(page, @"\?day=[-0-9]+$");
        (await page.Locator(".row").CountAsync()).ShouldBe(ofDay);
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_keeps_the_day_and_says_when_it_finds_nothing(bool scripts)
    {
        await using var reader = await chromium.ReaderAsync(new() { JavaScriptEnabled = scripts });
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{service.Conference}");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Days" }).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await IsAtAsync(page, @"\?day=[-0-9]+$");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("no <b>such & word");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");

        await IsAtAsync(page, @"\?day=[-0-9]+&q=no\+%3Cb%3Esuch\+%26\+word$");
        (await page.Locator(".row").CountAsync()).ShouldBe(0);
        (await page.Locator(".none li").First.InnerTextAsync()).ShouldBe("Search no <b>such & word finds nothing in the whole programme.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the whole agenda" }).ClickAsync();
        await IsAtAsync(page, $@"/{service.Conference}\?day=all$");
        (await page.Locator(".row").CountAsync()).ShouldBeGreaterThan(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_at_once_and_every_session_by_its_title()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{service.Conference}");

        await page.Keyboard.PressAsync("Tab");
        (await page.Locator(":focus").InnerTextAsync()).ShouldBe("To the content");
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator(":focus").GetAttributeAsync("id")).ShouldBe("main");

        await page.Locator(".row h4 a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await IsAtAsync(page, "/sessions/[^/?]+$");
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_policy_without_scripts_has_nothing_against_the_data_of_a_session()
    {
        await using var reader = await chromium.ReaderAsync();
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{service.Conference}");
        await page.Locator(".row h4 a").First.ClickAsync();
        await IsAtAsync(page, "/sessions/[^/?]+$");

        var data = await page.Locator("head script[type='application/ld+json']").EvaluateAllAsync<string[]>("blocks => blocks.map(b => b.type + ' ' + JSON.parse(b.textContent).name)");
        data.ShouldBe([$"application/ld+json {await page.Locator("h1").InnerTextAsync()}"]);
        reader.Complaints.ShouldBeEmpty();

        // A script would not have gone unnoticed.
        await page.RunAndWaitForConsoleMessageAsync(() => page.EvaluateAsync("document.head.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 1' }))"));
        reader.Complaints.ShouldHaveSingleItem().ShouldContain("Content Security Policy");
    }

    // Asked again and again until it is so: a page may come later than the click that leads to it, and its foot comes last.
    private static async Task IsAtAsync(IPage page, string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".foot")).ToBeVisibleAsync();
    }
}
