using System.Text.Json;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Every kind of page as axe sees it (WCAG 2.2 A and AA, and what is good practice), light and dark, English and German.</summary>
public sealed class PagesHaveNoBarriers(Chromium chromium, RunningService service)
{
    private const string Look =
        """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
          .map(v => `${v.id}: ${v.help}; ${v.nodes.length} times, such as ${v.nodes[0].html.slice(0, 200)}`)
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "en-GB")]
    [InlineData(ColorScheme.Dark, "de-DE")]
    public async Task Axe_finds_nothing_on_any_kind_of_page(ColorScheme theme, string locale)
    {
        var axe = Axe();
        Assert.SkipWhen(axe is null, "axe-core is not installed: run npm ci in tests/page-checks.");
        // A time zone of their own adds times to every list. The policy of the pages would keep axe out.
        await using var reader = await chromium.ReaderAsync(new() { ColorScheme = theme, Locale = locale, TimezoneId = "America/New_York", BypassCSP = true });
        await reader.Page.GotoAsync($"{service.Address}/{service.Conference}");
        await reader.Page.Locator("button.star").First.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("button.star[aria-pressed=true]").First).ToBeVisibleAsync();

        List<string> found = [];
        foreach (var page in await PagesAsync())
        {
            await reader.Page.GotoAsync(service.Address + page);
            // What is far below is laid out when a reader comes near; axe is near to everything.
            await reader.Page.AddStyleTagAsync(new() { Content = ".slot { content-visibility: visible !important }" });
            await reader.Page.AddScriptTagAsync(new() { Content = axe });
            found.AddRange((await reader.Page.EvaluateAsync<string[]>(Look)).Select(violation => $"{page}: {violation}"));
        }

        found.ShouldBeEmpty();
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

    private static string? Axe()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Agenda.sln")))
            folder = folder.Parent;
        return folder is not null && Path.Combine(folder.FullName, "tests", "page-checks", "node_modules", "axe-core", "axe.min.js") is var file && File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
