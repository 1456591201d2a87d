using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>The time of another zone beside that of the conference: where it differs, with its date, through a change of clocks, on every page.</summary>
public sealed class ReadingInAnotherZone(Chromium chromium, RunningService service)
{
    private const string Slug = "zones-2027";

    // America turns its clocks on 14 March, Europe two weeks later.
    private static readonly Programme Spring = new(Slug, "Europe/Dublin",
        new(1, new(2027, 3, 10, 9, 0), 60, "Hall", "Before America's summer", "Ada Ember"),
        new(2, new(2027, 3, 10, 9, 0), 30, "Loft", "Beside it", "Bea Flint"),
        new(3, new(2027, 3, 10, 2, 0), 60, "Hall", "By night", "Cat Gale"),
        new(4, new(2027, 3, 15, 9, 0), 60, "Hall", "In America's summer", "Dan Heath"),
        new(5, new(2027, 3, 15, 18, 0), 60, "Hall", "In the evening", "Eve Isle"));

    [Fact]
    public async Task The_readers_own_time_stands_beside_with_the_date_where_it_is_another_and_the_zone_once_in_each_block()
    {
        await service.PublishAsync(Spring);
        await using var reader = await chromium.ReaderAsync(new() { TimezoneId = "America/New_York", Locale = "en-GB" });
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{Slug}?day=all");
        await Assertions.Expect(page.Locator(".clock .ticking")).ToContainTextAsync("The current conference time is ");
        (await page.Locator(".yours").CountAsync()).ShouldBe(0);
        await Assertions.Expect(Button(page, "Conference time")).ToHaveAttributeAsync("aria-pressed", "true");

        await Button(page, "and your time (New York)").ClickAsync();

        (await TextsAsync(page, ".slot h3")).ShouldBe(["02:00 21:00 New York −1 day", "09:00 04:00 New York", "09:00 05:00 New York", "18:00 14:00 New York"]);
        (await TextsAsync(page, ".key > small")).ShouldBe(
            ["to 03:00 (22:00 −1 day)", "to 10:00 (05:00)", "to 09:30 (04:30)", "to 10:00 (06:00)", "to 19:00 (15:00)"]);
        (await TextsAsync(page, ".day h2")).ShouldBe(["Wednesday 10 March 2027", "Monday 15 March 2027"]);
        (await page.Locator(".zones [role=status]").InnerTextAsync()).ShouldBe("Where it differs, the time in New York (EST) stands beside.");

        await page.Locator(".row h4 a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".facts .yours").First).ToHaveTextAsync("(21:00–22:00 New York −1 day)");
        await page.GotoAsync($"{service.Address}/{Slug}/rooms/loft");
        (await TextsAsync(page, ".slot h3")).ShouldBe(["09:00 04:00 New York"]);
        await Button(page, "Conference time").ClickAsync();
        (await page.Locator(".yours").CountAsync()).ShouldBe(0);
        await page.ReloadAsync();
        await Assertions.Expect(Button(page, "Conference time")).ToHaveAttributeAsync("aria-pressed", "true");
        (await page.Locator(".yours").CountAsync()).ShouldBe(0);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Any_zone_is_found_by_the_keyboard_alone_and_beside_results_that_come_later()
    {
        await service.PublishAsync(Spring);
        await using var reader = await chromium.ReaderAsync(new() { TimezoneId = "Europe/Dublin", Locale = "en-US" });
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{Slug}?day=all");
        // Who is where the conference is has no time of their own.
        await Assertions.Expect(Button(page, "Conference time")).ToBeVisibleAsync();
        (await Button(page, "and your time (Dublin)").IsVisibleAsync()).ShouldBeFalse();

        await page.GetByLabel("Another time zone").FocusAsync();
        await page.Keyboard.TypeAsync("nowhere");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".zones [role=status]")).ToHaveTextAsync("There is no time zone nowhere.");
        await page.GetByLabel("Another time zone").FillAsync("");
        await page.Keyboard.TypeAsync("kolkata");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Button(page, "and Kolkata")).ToHaveAttributeAsync("aria-pressed", "true");
        string[] evening = ["6:00 pm 11:30 pm Kolkata"];
        (await TextsAsync(page, ".slot h3")).ShouldBe(["2:00 am 7:30 am Kolkata", "9:00 am 2:30 pm Kolkata", "9:00 am 2:30 pm Kolkata", .. evening]);
        (await TextsAsync(page, ".key > small")).ShouldContain("to 7:00 pm (12:30 am +1 day)");
        await page.Keyboard.PressAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("evening");
        await Assertions.Expect(page.Locator(".row")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".slot h3 .yours")).ToHaveCountAsync(1);
        (await TextsAsync(page, ".slot h3")).ShouldBe(evening);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_zone_of_the_same_time_changes_nothing_but_what_differs_in_german_too()
    {
        await service.PublishAsync(Spring);
        await using var reader = await chromium.ReaderAsync(new() { TimezoneId = "Asia/Tokyo", Locale = "de-DE" });
        var page = reader.Page;
        await page.GotoAsync($"{service.Address}/{Slug}?day=all");
        await page.GetByLabel("Andere Zeitzone").FillAsync("Europe/London");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Button(page, "und London")).ToHaveAttributeAsync("aria-pressed", "true");
        (await page.Locator(".yours").CountAsync()).ShouldBe(0);

        await Button(page, "und Ihre Zeit (Tokyo)").ClickAsync();
        (await TextsAsync(page, ".slot h3"))[^1].ShouldBe("18:00 03:00 Tokyo +1 Tag");
        reader.Complaints.ShouldBeEmpty();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<IReadOnlyList<string>> TextsAsync(IPage page, string selector) =>
        [.. (await page.Locator(selector).AllInnerTextsAsync()).Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
