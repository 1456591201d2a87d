using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>What does not go together is tied by a line on the board and told in the reader's language, also of a session that is not there yet.</summary>
public sealed class SeeingWhatConflicts(Chromium chromium, OrganisingService installation)
{
    private const string Lines = ".ties .over:not([d=''])";

    // How far the ends of the line are from the tiles that it ties; nothing if it touches both.
    private const string Reach =
        """
        () => {
          const line = document.querySelector('.ties .over:not([d=""])').getBoundingClientRect();
          return Math.max(...['TI-1', 'TI-2'].map(code => {
            const tile = document.querySelector(`.tile[data-code="${code}"]`).getBoundingClientRect();
            return Math.max(line.left - tile.right, tile.left - line.right, line.top - tile.bottom, tile.top - line.bottom);
          }));
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "en-GB")]
    [InlineData(ColorScheme.Dark, "de-DE")]
    public async Task A_line_ties_what_is_pointed_at_and_follows_the_tiles(ColorScheme theme, string locale)
    {
        var console = await ConferenceAsync($"tied-{theme}".ToLowerInvariant());
        await using var organiser = await OrganiserAsync(theme, locale);
        var page = organiser.Page;
        await page.GotoAsync($"{console}/board?day=2024-01-08");
        await Assertions.Expect(page.Locator(".desk.live")).ToBeVisibleAsync();
        var issue = page.Locator("aside .issue").First;
        await Assertions.Expect(issue.Locator("[data-people]")).ToHaveTextAsync(locale == "de-DE"
            ? "Perpetua Wren leitet TI-1 und leitet TI-2, am 8. Januar 2024 von 09:30 bis 10:00." : "Perpetua Wren chairs TI-1 and chairs TI-2 on 2024-01-08 09:30 until 10:00.");
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(0);

        await issue.HoverAsync();
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".ties")).ToHaveAttributeAsync("aria-hidden", "true");
        await Assertions.Expect(page.Locator(".ties b")).ToHaveTextAsync("Perpetua Wren");
        (await page.EvaluateAsync<double>(Reach)).ShouldBeLessThanOrEqualTo(0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, $"organise-board-tied-{theme}.png") });
        (await PageChecks.BarriersAsync(page)).ShouldBeEmpty();

        await page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(0);
        await issue.Locator("a").First.FocusAsync();
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(1);
        await page.Locator(".scroll").EvaluateAsync("scroll => scroll.scrollBy(60, 90)");
        (await page.EvaluateAsync<double>(Reach)).ShouldBeLessThanOrEqualTo(0);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '150%'");
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(1);
        await page.WaitForFunctionAsync($"() => ({Reach})() <= 0");
        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");

        // A tile is pointed at as well, by keys too; what has no conflict unties.
        await page.Locator(".tile[data-code='TI-3'] h3 a").FocusAsync();
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(0);
        await page.Locator(".tile[data-code='TI-2'] h3 a").FocusAsync();
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(1);
        await page.Locator(".days [data-day='2024-01-09']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-board][data-day='2024-01-09']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(0);
        organiser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_something_is_held_lines_lead_to_what_it_would_clash_with()
    {
        var console = await ConferenceAsync("held-tied");
        await using var organiser = await OrganiserAsync(ColorScheme.Dark, "de-DE");
        var page = organiser.Page;
        await page.GotoAsync($"{console}/board?day=2024-01-08");
        await Assertions.Expect(page.Locator(".desk.live")).ToBeVisibleAsync();

        await page.Locator(".tile[data-code='TI-3'] h3 a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        foreach (var _ in Enumerable.Range(0, 4))
            await page.Keyboard.PressAsync("PageUp");
        await Assertions.Expect(page.Locator(".trial li")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".trial li").First).ToContainTextAsync("sind beide in Hazel, am 8. Januar 2024 von 09:30 bis 10:00.");
        await Assertions.Expect(page.Locator(Lines)).ToHaveCountAsync(1);
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, "organise-board-held-tied.png") });

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".ties")).ToHaveCountAsync(0);
        organiser.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en-GB", "Perpetua Wren chairs TI-1 and chairs TI-4 on 2024-01-08 09:15 until 10:00.")]
    [InlineData(ColorScheme.Dark, "de-DE", "Perpetua Wren leitet TI-1 und leitet TI-4, am 8. Januar 2024 von 09:15 bis 10:00.")]
    public async Task A_new_session_tells_what_it_would_cause_before_it_is_saved(ColorScheme theme, string locale, string sentence)
    {
        var console = await ConferenceAsync($"new-{theme}".ToLowerInvariant());
        await using var organiser = await OrganiserAsync(theme, locale);
        var page = organiser.Page;
        await page.GotoAsync($"{console}/sessions/new?type=TI");
        await Assertions.Expect(page.Locator(".desk-form .go").First).ToBeEnabledAsync();
        await page.Locator("[name=code]").First.FillAsync("TI-4");
        await page.Locator("[name=status]").SelectOptionAsync("confirmed");
        await page.Locator("[name=room]").SelectOptionAsync("alder");
        await page.Locator("[name=start]").FillAsync("2024-01-08T09:15");
        await Assertions.Expect(page.Locator("#would p")).ToHaveCountAsync(1);

        var chairs = page.Locator("[data-list=chairs]");
        await chairs.GetByRole(AriaRole.Combobox).FillAsync("perpetua");
        await chairs.GetByRole(AriaRole.Option).First.ClickAsync();
        await Assertions.Expect(page.Locator("#would p")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#would")).ToContainTextAsync(sentence);
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, $"organise-new-session-conflicts-{theme}.png"), FullPage = true });
        (await PageChecks.BarriersAsync(page)).ShouldBeEmpty();

        await page.Locator("[name=room]").SelectOptionAsync("hazel");
        await page.Locator("[name=start]").FillAsync("2024-01-08T15:00");
        await Assertions.Expect(page.Locator("#would p")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#would h3")).ToContainTextAsync("0");
        (await (await page.APIRequest.GetAsync($"{console}/sessions")).TextAsync()).ShouldNotContain("TI-4", Case.Sensitive, "it was only tried");
        organiser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_abstract_of_a_contribution_is_seen_as_readers_will_see_it_also_of_one_that_was_just_added()
    {
        var console = await ConferenceAsync("previewed");
        await using var organiser = await OrganiserAsync(ColorScheme.Light, "en-GB");
        var page = organiser.Page;
        await page.GotoAsync($"{console}/sessions/new?type=TI");
        await Assertions.Expect(page.Locator(".desk-form .go").First).ToBeEnabledAsync();
        var list = page.Locator("[data-list=contributions]");
        foreach (var (place, text) in ((int, string)[])[(0, "With **weight**."), (1, "With *stress*.")])
        {
            await list.Locator("[data-act=add]").Last.ClickAsync();
            var item = list.Locator("li.contribution-item").Nth(place);
            await item.Locator("summary").ClickAsync();
            await item.Locator("[name=abstract]").FillAsync(text);
            await item.Locator("[data-preview]").ClickAsync();
            await Assertions.Expect(item.Locator(".preview :is(strong, em)")).ToHaveTextAsync(place == 0 ? "weight" : "stress");
            await Assertions.Expect(item.Locator("[data-preview]")).ToHaveAttributeAsync("aria-expanded", "true");
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, "organise-contribution-previews.png"), FullPage = true });
        (await PageChecks.BarriersAsync(page)).ShouldBeEmpty();
        await list.Locator("[data-preview]").First.ClickAsync();
        await Assertions.Expect(list.Locator(".preview")).ToHaveCountAsync(1);
        organiser.Complaints.ShouldBeEmpty();
    }

    private Task<Reader> OrganiserAsync(ColorScheme theme, string locale) => installation.AdministratorAsync(chromium, new()
    {
        ColorScheme = theme,
        Locale = locale,
        ViewportSize = new() { Width = 1440, Height = 900 },
        BypassCSP = true,
    });

    // Somebody chairs two sessions that meet; and a third later, in the room of the second.
    private async Task<string> ConferenceAsync(string slug)
    {
        using var key = installation.Key();
        var path = $"/api/v1/conferences/{slug}";
        await Json.SendAsync(key, HttpMethod.Post, "/api/v1/conferences", new { slug, name = "Of ties", timeZone = "Europe/Dublin", firstDay = "2024-01-08", lastDay = "2024-01-09" });
        foreach (var name in (string[])["Alder", "Birch", "Hazel"])
            await Json.SendAsync(key, HttpMethod.Post, $"{path}/rooms", new { name, capacity = 40 });
        await Json.SendAsync(key, HttpMethod.Post, $"{path}/session-types", new { code = "TI", name = "Tied", defaultMinutes = 60 });
        var chair = await Json.AddAsync(key, $"{path}/people", new { givenName = "Perpetua", familyName = "Wren" });
        foreach (var (code, room, start) in ((string, string, string)[])[("TI-1", "alder", "2024-01-08T09:00:00"), ("TI-2", "hazel", "2024-01-08T09:30:00"), ("TI-3", "hazel", "2024-01-08T13:00:00")])
        {
            await Json.AddAsync(key, $"{path}/sessions", new
            {
                code,
                title = $"Of {code}",
                type = "TI",
                status = "confirmed",
                chairs = new[] { chair },
                placement = new { room, start, minutes = 60 },
            });
        }

        return $"{installation.Address}/organise/{slug}";
    }
}
