using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
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

    [Fact]
    public async Task A_file_that_is_dragged_in_is_tried_and_what_was_edited_here_since_is_told_beside_it()
    {
        using var key = installation.Key();
        const string Api = "/api/v1/conferences/dragged-in";
        await Json.SendAsync(key, HttpMethod.Post, "/api/v1/conferences", new { slug = "dragged-in", name = "Dragged in", timeZone = "Europe/Dublin", firstDay = "2027-01-12", lastDay = "2027-01-12" });
        await using var organiser = await installation.AdministratorAsync(chromium);
        var page = organiser.Page;
        await page.GotoAsync($"{installation.Address}/organise/dragged-in/import");
        var (report, go) = (page.Locator("#report"), page.GetByRole(AriaRole.Button, new() { Name = "See what it does" }));
        await Assertions.Expect(go).ToBeEnabledAsync();
        // What is told while it goes on is gone when it is done.
        await page.EvaluateAsync(
            """
            () => {
              window.told = [];
              const place = document.querySelector('#sending [data-done]');
              new MutationObserver(() => { if (place.textContent && !place.closest('[hidden]')) told.push(place.textContent) }).observe(place, { childList: true, characterData: true, subtree: true });
            }
            """);

        await DropAsync(page, "programme.xml", Schedule);
        await Assertions.Expect(page.Locator(".drop.over")).ToHaveCountAsync(0);
        (await page.Locator("[name=file]").EvaluateAsync<string>("input => input.files[0].name")).ShouldBe("programme.xml");
        await go.ClickAsync();
        await Assertions.Expect(report.Locator("h2")).ToHaveTextAsync("What would become of it");
        (await page.EvaluateAsync<string[]>("told")).ShouldContain("2 of 2 sessions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import it" }).ClickAsync();
        await Assertions.Expect(report.Locator("h2")).ToHaveTextAsync("What became of it");

        var session = (await key.GetFromJsonAsync<JsonElement>($"{Api}/sessions", TestContext.Current.CancellationToken)).GetProperty("items").EnumerateArray().Single(s => s.GetProperty("title").GetString()!.StartsWith("Tides", StringComparison.Ordinal));
        var edited = new { code = session.GetProperty("code").GetString(), title = "Tides, as we call it", type = session.GetProperty("type").GetString(), status = "confirmed" };
        await Json.SendAsync(key, HttpMethod.Put, $"{Api}/sessions/{session.GetProperty("id").GetGuid()}", edited);

        await DropAsync(page, "programme-2.xml", Schedule);
        await go.ClickAsync();
        var difference = report.Locator("table.texts tbody tr", new() { HasText = "Tides, as we call it" });
        await Assertions.Expect(difference).ToHaveCountAsync(1);
        await Assertions.Expect(difference).ToContainTextAsync("Tides and \"boats\"");
        await page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, "organise-import-differences.png"), FullPage = true });
        organiser.Complaints.ShouldBeEmpty();
    }

    private static async Task DropAsync(IPage page, string name, string content)
    {
        var files = await page.EvaluateHandleAsync(
            "([name, content]) => { const moved = new DataTransfer(); moved.items.add(new File([content], name)); return moved }", new[] { name, content });
        foreach (var happens in (string[])["dragenter", "dragover"])
            await page.DispatchEventAsync("[data-drop]", happens, new { dataTransfer = files });
        await Assertions.Expect(page.Locator(".drop.over")).ToHaveCountAsync(1);
        await page.DispatchEventAsync("[data-drop]", "drop", new { dataTransfer = files });
    }

    private static Task ChooseAsync(IPage page, string name, string content) =>
        page.Locator("[name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
}
