using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>What the pages look like, as far as it can be measured: contrast, width, and pictures for people to look at.</summary>
public sealed class SeeingThePages(Chromium chromium, RunningService service)
{
    // Every text against the nearest surface behind it (WCAG 2.2, 1.4.3); colours are painted to learn them as red, green and blue.
    internal const string FaintTexts =
        """
        () => {
          const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => { brush.clearRect(0, 0, 1, 1); brush.fillStyle = colour; brush.fillRect(0, 0, 1, 1); return brush.getImageData(0, 0, 1, 1).data; };
          const light = ([r, g, b]) => { const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * x + .7152 * y + .0722 * z; };
          const behind = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255]; };
          const faint = [];
          for (const e of document.querySelectorAll('body *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility() || e.matches('.hide')) continue;
            const style = getComputedStyle(e), a = light(rgba(style.color)), b = light(behind(e));
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05), size = parseFloat(style.fontSize);
            const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
            if (ratio < (large ? 3 : 4.5)) faint.push(`${e.tagName}.${e.className} "${e.textContent.trim().slice(0, 30)}" ${ratio.toFixed(2)}`);
          }
          return faint;
        }
        """;

    public static readonly TheoryData<ColorScheme, int> Looks = new()
    {
        { ColorScheme.Light, 1280 },
        { ColorScheme.Dark, 1280 },
        { ColorScheme.Light, 390 },
        { ColorScheme.Dark, 390 },
        { ColorScheme.Light, 320 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_readable_and_needs_no_scrolling_sideways(ColorScheme scheme, int width)
    {
        await using var reader = await chromium.ReaderAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        foreach (var (name, path) in await PagesAsync(reader.Page))
        {
            await reader.Page.GotoAsync(service.Address + path);
            var picture = Path.Combine(RunningService.Pictures, string.Create(CultureInfo.InvariantCulture, $"{name}-{scheme}-{width}.png"));
            await reader.Page.ScreenshotAsync(new() { Path = picture, FullPage = true });

            (await reader.Page.EvaluateAsync<string[]>(FaintTexts)).ShouldBeEmpty(name);
            (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, name);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"Pictures are in {RunningService.Pictures}");
    }

    [Fact]
    public async Task Prints_the_programme_without_its_controls()
    {
        await using var reader = await chromium.ReaderAsync();
        await reader.Page.GotoAsync($"{service.Address}/{service.Conference}");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var control in (string[])[".days", ".bar", ".hits .btn", ".mast nav"])
            (await reader.Page.Locator(control).First.IsVisibleAsync()).ShouldBeFalse(control);
        (await reader.Page.Locator(".row h4").First.IsVisibleAsync()).ShouldBeTrue();
        await reader.Page.PdfAsync(new() { Path = Path.Combine(RunningService.Pictures, "agenda.pdf"), Format = "A4" });
    }

    private static JsonElement Placed(List<JsonElement> sessions) =>
        sessions.First(s => s.GetProperty("room").ValueKind == JsonValueKind.Object && s.GetProperty("chairs").GetArrayLength() > 0 && s.GetProperty("status").GetString() == "confirmed");

    private static string? Room(JsonElement session) => session.GetProperty("room").GetProperty("slug").GetString();

    private static string? Chair(List<JsonElement> sessions) => Placed(sessions).GetProperty("chairs")[0].GetProperty("id").GetString();

    private string DoorAt(List<JsonElement> sessions, string moment) =>
        $"/{service.Conference}/rooms/{Room(Placed(sessions))}/door?at={Placed(sessions).GetProperty(moment).GetString()![..16]}";

    private async Task<(string Name, string Path)[]> PagesAsync(IPage page)
    {
        var agenda = await page.APIRequest.GetAsync($"{service.Address}/api/v1/conferences/{service.Conference}/agenda");
        var sessions = (await agenda.JsonAsync())!.Value.GetProperty("sessions").EnumerateArray().ToList();
        string PathTo(Func<JsonElement, bool> wanted) => $"/{service.Conference}/sessions/{sessions.First(wanted).GetProperty("code").GetString()}";

        return
        [
            ("start", "/"),
            ("agenda", $"/{service.Conference}"),
            ("search", $"/{service.Conference}?q=school"),
            ("nothing", $"/{service.Conference}?q=xyzzy"),
            ("contributions", PathTo(s => s.GetProperty("contributions").GetArrayLength() > 1)),
            ("plain", PathTo(s => s.GetProperty("contributions").GetArrayLength() == 0 && s.GetProperty("chairs").GetArrayLength() > 0)),
            ("cancelled", PathTo(s => s.GetProperty("status").GetString() == "cancelled")),
            ("all-days", $"/{service.Conference}?day=all"),
            ("people", $"/{service.Conference}/people"),
            ("people-search", $"/{service.Conference}/people?q=school"),
            ("people-nobody", $"/{service.Conference}/people?q=xyzzy"),
            ("person", $"/{service.Conference}/people/{Chair(sessions)}"),
            ("rooms", $"/{service.Conference}/rooms"),
            ("room", $"/{service.Conference}/rooms/{Room(Placed(sessions))}"),
            ("door-busy", DoorAt(sessions, "start")),
            ("door-between", DoorAt(sessions, "end")),
            ("missing", "/nowhere"),
        ];
    }
}
