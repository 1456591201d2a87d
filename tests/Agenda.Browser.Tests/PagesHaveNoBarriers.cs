using System.Text.Json;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Every kind of page as axe sees it (WCAG 2.2 A and AA, and what is good practice), light and dark, English and German.</summary>
public sealed class PagesHaveNoBarriers(Chromium chromium, RunningService service)
{
    [Theory]
    [InlineData(ColorScheme.Light, "en-GB")]
    [InlineData(ColorScheme.Dark, "de-DE")]
    public async Task Axe_finds_nothing_on_any_kind_of_page(ColorScheme theme, string locale)
    {
        // A time zone of their own adds times to every list. The policy of the pages would keep axe out.
        await using var reader = await chromium.ReaderAsync(new() { ColorScheme = theme, Locale = locale, TimezoneId = "America/New_York", BypassCSP = true });
        await reader.Page.GotoAsync($"{service.Address}/{service.Conference}");
        await reader.Page.Locator("button.star").First.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("button.star[aria-pressed=true]").First).ToBeVisibleAsync();

        List<string> found = [];
        foreach (var page in await PagesAsync())
        {
            await reader.Page.GotoAsync(service.Address + page);
            found.AddRange((await PageChecks.BarriersAsync(reader.Page)).Select(violation => $"{page}: {violation}"));
        }

        found.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_page_is_valid_HTML()
    {
        using var client = new HttpClient();
        var pages = new Dictionary<string, string>();
        foreach (var page in await PagesAsync())
        {
            using var answer = await client.GetAsync(new Uri(service.Address + page), TestContext.Current.CancellationToken);
            pages[page] = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        (await PageChecks.MistakesAsync(pages)).ShouldBeEmpty();
    }

    private async Task<List<string>> PagesAsync()
    {
        using var client = new HttpClient();
        var people = JsonDocument.Parse(await client.GetStringAsync($"{service.Address}/api/v1/conferences/{service.Conference}/agenda/people", TestContext.Current.CancellationToken));
        var person = people.RootElement.EnumerateObject().First(p => p.Value.ValueKind == JsonValueKind.Array).Value[0].GetProperty("id").GetString();
        var of = $"/{service.Conference}";
        return
        [
            "/", of, $"{of}?day=all", $"{of}?view=grid", $"{of}?q=school", $"{of}?room=loft&track=equity&q=nothing", $"{of}/sessions/SY-1", $"{of}/sessions/NOT-1", $"{of}/people",
            $"{of}/people/{person}", $"{of}/rooms", $"{of}/rooms/willow-room", $"{of}/rooms/willow-room/door?at=2027-01-12T09:10", $"{of}/changes", $"{of}/embed", "/mine", "/mine/link", "/sign-in",
        ];
    }
}
