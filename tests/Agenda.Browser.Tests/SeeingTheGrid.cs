using System.Globalization;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>The grid as it is drawn: tiles where their times say, none over another, within the page.</summary>
public sealed class SeeingTheGrid(Chromium chromium, RunningService service)
{
    // Visible tiles whose boxes meet by more than a pixel, and those that are covered by the heads.
    private const string Overlapping =
        """
        () => {
          const boxes = [...document.querySelectorAll('.tile')].filter(t => t.checkVisibility()).map(t => ({ name: t.textContent.trim().slice(0, 30), ...t.getBoundingClientRect().toJSON() }));
          return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1).map(b => `${a.name} / ${b.name}`));
        }
        """;

    // A tile's height is its rows times the height of five minutes, its top that of its time, its left that of its room's head.
    private const string Misplaced =
        """
        () => {
          const number = (e, name) => +([...e.classList].map(c => c.match(`^${name}([0-9]+)$`)).find(m => m)?.[1] ?? 0);
          const steps = (e, h, m) => number(e, h) * 12 + number(e, m) / 5;
          const heads = [...document.querySelectorAll('.heads > p')].map(p => p.getBoundingClientRect());
          const tiles = [...document.querySelectorAll('.grid .tile')].filter(t => t.checkVisibility());
          const five = (() => { const t = tiles[0]; return (t.getBoundingClientRect().height + 3) / steps(t, 'dh', 'dm'); })();
          const first = tiles[0].getBoundingClientRect().top - steps(tiles[0].closest('.start'), 'h', 'm') * five;
          return tiles.filter(t => {
            const box = t.getBoundingClientRect(), head = heads[number(t, 'c') - 1], lanes = number(t, 'k') || 1, last = heads[number(t, 'c') - 1 + (number(t, 'w') || 1) - 1];
            return Math.abs(box.height + 3 - steps(t, 'dh', 'dm') * five) > 1
              || Math.abs(box.top - first - steps(t.closest('.start'), 'h', 'm') * five) > 1
              || Math.abs(box.left - (head.left + (last.right - head.left) * number(t, 'i') / lanes)) > 4
              || Math.abs(box.width - (last.right - head.left) / lanes) > 4;
          }).map(t => t.textContent.trim().slice(0, 30));
        }
        """;

    public static readonly TheoryData<ColorScheme, int> Looks = new()
    {
        { ColorScheme.Light, 1280 },
        { ColorScheme.Dark, 1280 },
        { ColorScheme.Light, 900 },
        { ColorScheme.Light, 390 },
        { ColorScheme.Dark, 390 },
        { ColorScheme.Light, 320 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_day_of_the_sample_is_drawn_without_a_tile_over_another(ColorScheme scheme, int width)
    {
        await using var reader = await chromium.ReaderAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await reader.Page.GotoAsync($"{service.Address}/{service.Conference}?view=grid");
        foreach (var day in await reader.Page.Locator(".days a").EvaluateAllAsync<string[]>("all => all.map(a => a.href)"))
        {
            await reader.Page.GotoAsync(day);
            await LookAsync(reader.Page, string.Create(CultureInfo.InvariantCulture, $"grid-{day.Split("day=")[1][..10]}-{scheme}-{width}"), width);
        }

        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Thirty_rooms_scroll_in_their_region_and_not_the_page(ColorScheme scheme, int width)
    {
        await using var reader = await chromium.ReaderAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await reader.Page.RouteAsync($"{service.Address}/thirty-rooms*", async route =>
        {
            var sample = await route.FetchAsync(new() { Url = $"{service.Address}/{service.Conference}?view=grid" });
            await route.FulfillAsync(new() { Response = sample, Body = ThirtyRooms(await sample.TextAsync()) });
        });
        await reader.Page.GotoAsync($"{service.Address}/thirty-rooms");
        await LookAsync(reader.Page, string.Create(CultureInfo.InvariantCulture, $"grid-thirty-{scheme}-{width}"), width);

        if (width >= 900)
        {
            var region = reader.Page.GetByRole(AriaRole.Region, new() { Name = "Timetable" });
            await region.FocusAsync();
            await region.EvaluateAsync("e => e.scrollTo(600, 200)");
            var (head, time, box) = (await reader.Page.Locator(".heads > p").Nth(9).BoundingBoxAsync(), await reader.Page.Locator(".start h3").Nth(3).BoundingBoxAsync(), await region.BoundingBoxAsync());
            head!.Y.ShouldBe(box!.Y, 3);
            time!.X.ShouldBe(box.X, 1);
        }

        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_gone_through_by_keyboard_in_the_order_of_time()
    {
        await using var reader = await chromium.ReaderAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        await reader.Page.GotoAsync($"{service.Address}/{service.Conference}");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Grid" }).ClickAsync();
        reader.Page.Url.ShouldEndWith("?view=grid");
        // Before the style is there, other tiles can be seen.
        await reader.Page.WaitForLoadStateAsync();

        var wanted = await reader.Page.Locator(".tile h4 a:visible").EvaluateAllAsync<string[]>("all => all.map(a => a.href)");
        await reader.Page.GetByRole(AriaRole.Region, new() { Name = "Timetable" }).FocusAsync();
        foreach (var href in wanted)
        {
            // Past the star of the tile before, where one fits.
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await reader.Page.EvaluateAsync<bool>("document.activeElement.matches('.star')"))
                await reader.Page.Keyboard.PressAsync("Tab");
            (await reader.Page.EvaluateAsync<string>("document.activeElement.href")).ShouldBe(href);
        }

        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(wanted[^1], new() { Timeout = 30_000 });
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prints_a_day_on_a_page()
    {
        await using var reader = await chromium.ReaderAsync();
        await reader.Page.GotoAsync($"{service.Address}/{service.Conference}?view=grid");
        var paper = await reader.Page.PdfAsync(new() { Path = Path.Combine(RunningService.Pictures, "grid.pdf"), PreferCSSPageSize = true });

        System.Text.Encoding.Latin1.GetString(paper).ShouldContain("/Count 1");
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, $"{name}.png"), FullPage = true });

        (await page.Locator(".tile:visible").CountAsync()).ShouldBeGreaterThan(3, name);
        (await page.EvaluateAsync<string[]>(Overlapping)).ShouldBeEmpty(name);
        (await page.EvaluateAsync<string[]>(SeeingThePages.FaintTexts)).ShouldBeEmpty(name);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, name);
        if (width >= 900)
            (await page.EvaluateAsync<string[]>(Misplaced)).ShouldBeEmpty(name);
    }

    // The service's own page with its grid replaced by one of thirty rooms in which the same three sessions come again and again.
    private static string ThirtyRooms(string page)
    {
        var (from, to) = (page.IndexOf("<div class=\"scroll", StringComparison.Ordinal), page.IndexOf("</main>", StringComparison.Ordinal));
        var heads = string.Concat(Enumerable.Range(1, 30).Select(i => $"<p class=\"c{i}\"><b><bdi>Room {i} of the house</bdi></b> <small>capacity {i * 10}</small></p>"));
        var starts = string.Concat(Enumerable.Range(0, 8).Select(hour =>
        {
            var tiles = string.Concat(Enumerable.Range(1, 30).Where(i => (i + hour) % 4 > 0).Select(i =>
                $"<li class=\"tile {((i + hour) % 3 == 0 ? "dh0 dm30 short" : "dh1")} c{i}\" data-hue=\"{i % 12 + 1}\"><h4><a href=\"#s{hour}-{i}\"><span class=\"code\">S-{hour}-{i}</span> <bdi class=\"name\">What we learned from {i} schools in {hour} years</bdi> <span class=\"room\"><bdi>Room {i}</bdi></span></a></h4><p class=\"who\">Ana Maria Example, Bo Example</p><p class=\"meta\"><span>Paper session</span></p></li>"));
            return $"<section class=\"start h{hour}\"><h3><time>{9 + hour:00}:00</time></h3><ul>{tiles}</ul></section>";
        }));
        return $"{page[..from]}<div class=\"scroll many\" tabindex=\"0\" role=\"region\" aria-label=\"Timetable, rooms by time\"><div class=\"grid n30 step4\"><div class=\"heads\" aria-hidden=\"true\">{heads}</div>{starts}</div></div></div></section>{page[to..]}";
    }
}
