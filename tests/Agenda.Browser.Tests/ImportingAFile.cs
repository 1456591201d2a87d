using System.Text;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>A file of another system in the console: tried, told, applied; and what is no such file is refused without anything lost.</summary>
public sealed class ImportingAFile(Chromium chromium, OrganisingService installation)
{
    private const string Schedule =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <schedule>
          <conference><title>Elsewhere</title><start>2027-01-12</start><end>2027-01-12</end><days>1</days><time_zone_name>Europe/Dublin</time_zone_name></conference>
          <day index="1" date="2027-01-12">
            <room name="Imported Room">
              <event id="901" guid="0bf3e6d3-5f5d-4b1f-8b1c-8a2a52f1c901">
                <date>2027-01-12T18:00:00+00:00</date><start>18:00</start><duration>00:45</duration><room>Imported Room</room><title>Tides &lt;b&gt;and&lt;/b&gt; "boats"</title><type>Talk</type>
                <persons><person id="1">Maeve Quill</person></persons>
              </event>
              <event id="902" guid="0bf3e6d3-5f5d-4b1f-8b1c-8a2a52f1c902">
                <date>2027-01-12T19:00:00+00:00</date><start>19:00</start><duration>no time at all</duration><room>Imported Room</room><title>Without a length</title><type>Talk</type>
              </event>
            </room>
          </day>
        </schedule>
        """;

    [Fact]
    public async Task A_file_is_tried_told_and_applied()
    {
        await using var organiser = await installation.AdministratorAsync(chromium, new() { Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 900 }, BypassCSP = true });
        var page = organiser.Page;
        var console = $"{installation.Address}/organise/{installation.Service.Conference}";
        await page.GotoAsync($"{console}/import");
        var report = page.Locator("#report");

        await page.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
        await Assertions.Expect(page.Locator(".drop .error")).ToHaveTextAsync("Choose a file first.");

        await ChooseAsync(page, "programme.xml", Schedule);
        await Assertions.Expect(page.Locator(".drop .error")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "See what it does" }).ClickAsync();
        await Assertions.Expect(report.Locator("h2")).ToHaveTextAsync("What would become of it");
        await Assertions.Expect(report).ToContainTextAsync("The file is frab-xml.");
        await Assertions.Expect(report.Locator("tbody").First).ToContainTextAsync("Rooms100");
        await Assertions.Expect(report).ToContainTextAsync("line 11");
        await Assertions.Expect(report).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#sending")).ToBeHiddenAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, "organise-import-tried.png"), FullPage = true });
        (await PageChecks.BarriersAsync(page)).ShouldBeEmpty();
        (await (await page.APIRequest.GetAsync($"{console}/sessions")).TextAsync()).ShouldNotContain("Tides", Case.Sensitive, "it was only tried");

        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();
        await Assertions.Expect(report.Locator("h2")).ToHaveTextAsync("What became of it");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("Imported.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at the sessions" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody th", new() { HasText = "Tides" })).ToHaveCountAsync(1);
        organiser.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_schedule_is_refused_and_can_be_tried_again()
    {
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        await page.GotoAsync($"{installation.Address}/organise/{installation.Service.Conference}/import");
        var go = page.GetByRole(AriaRole.Button, new() { Name = "See what it does" });

        await ChooseAsync(page, "poem.txt", "Not a schedule.");
        await go.ClickAsync();
        await Assertions.Expect(page.Locator("#said .note")).ToContainTextAsync("neither XML nor JSON");

        await ChooseAsync(page, "programme.xml", Schedule);
        await page.Locator("#import [name=zone]").FillAsync("Europe/Atlantis");
        await go.ClickAsync();
        await Assertions.Expect(page.Locator("#import .field:has([name=zone]) .error")).ToContainTextAsync("Europe/Atlantis");

        await page.Context.SetOfflineAsync(true);
        await page.Locator("#import [name=zone]").FillAsync("Europe/Dublin");
        await go.ClickAsync();
        await Assertions.Expect(page.Locator("#said .note")).ToContainTextAsync("The server cannot be reached.");
        await page.Context.SetOfflineAsync(false);
        await go.ClickAsync();
        await Assertions.Expect(page.Locator("#report h2")).ToHaveTextAsync("What would become of it");
    }

    private static Task ChooseAsync(IPage page, string name, string content) =>
        page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
}
