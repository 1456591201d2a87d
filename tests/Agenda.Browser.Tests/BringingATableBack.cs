using System.Text;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>A table that is downloaded, edited and brought back in the console: every cell that would change is shown before anything does.</summary>
public sealed class BringingATableBack(Chromium chromium, OrganisingService installation)
{
    [Fact]
    public async Task A_table_is_downloaded_edited_tried_and_applied()
    {
        await using var organiser = await installation.AdministratorAsync(chromium, new() { Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 900 }, BypassCSP = true });
        var page = organiser.Page;
        await page.GotoAsync($"{installation.Address}/organise/{installation.Service.Conference}/spreadsheets");
        var (report, go) = (page.Locator("#report"), page.GetByRole(AriaRole.Button, new() { Name = "See what it does" }));

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("tr:has(#table-rooms) a").First.ClickAsync());
        download.SuggestedFilename.ShouldBe($"rooms-{installation.Service.Conference}.csv");
        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");
        lines[0].ShouldContain("id,version,slug,name,building,capacity");

        await ChooseAsync(page, download.SuggestedFilename, string.Join("\r\n", lines));
        await Assertions.Expect(page.Locator("[name=table]")).ToHaveValueAsync("rooms");
        await go.ClickAsync();
        await Assertions.Expect(report).ToContainTextAsync("Everything is here just so.");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import it" })).ToHaveCountAsync(0);

        await ChooseAsync(page, "rooms.csv", string.Join("\r\n", [.. lines, ",,brought-back,A room from a spreadsheet,,many"]));
        await go.ClickAsync();
        await Assertions.Expect(report).ToContainTextAsync($"{lines.Length + 1}: capacity");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import it" })).ToHaveCountAsync(0);

        await ChooseAsync(page, "rooms.csv", string.Join("\r\n", [.. lines, ",,brought-back,A room from a spreadsheet,,45"]));
        await go.ClickAsync();
        await Assertions.Expect(report).ToContainTextAsync("A room from a spreadsheet");
        await Assertions.Expect(report).ToBeFocusedAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, "organise-spreadsheets-tried.png"), FullPage = true });
        (await PageChecks.BarriersAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Imported.");
        await Assertions.Expect(report.Locator("h2")).ToHaveTextAsync("What became of it");
        organiser.Complaints.ShouldBeEmpty();
    }

    private static Task ChooseAsync(IPage page, string name, string content) =>
        page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });
}
