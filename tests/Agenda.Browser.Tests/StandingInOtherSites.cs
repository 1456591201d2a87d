using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>The web component and the frame, in a site of another origin that is as strict as a site can be.</summary>
public sealed class StandingInOtherSites(Chromium chromium, RunningService service)
{
    [Fact]
    public async Task A_strict_site_shows_the_programme_by_the_component_and_by_a_frame()
    {
        using var site = new HttpListener();
        var address = $"http://127.0.0.1:{RunningService.FreePort()}/";
        site.Prefixes.Add(address);
        site.Start();
        var serving = ServeAsync(site);

        await using var reader = await chromium.ReaderAsync(new() { Locale = "en-GB", TimezoneId = "Europe/Dublin" });
        await reader.Page.GotoAsync(address);

        var programme = reader.Page.Locator("agenda-programme");
        await Assertions.Expect(programme.Locator("[part=day]")).ToHaveCountAsync(1);
        await Assertions.Expect(programme.Locator("[part=day]")).ToHaveTextAsync("Tuesday, 12 January 2027");
        await Assertions.Expect(programme.Locator("li").First).ToContainTextAsync("09:00–11:30");
        var first = programme.Locator("[part=title]").First;
        (await first.GetAttributeAsync("href")).ShouldBe($"{service.Address}/{service.Conference}/sessions/MC-A");
        (await first.EvaluateAsync<string>("link => getComputedStyle(link).fontFamily")).ShouldContain("Georgia");

        // Other attributes, other sessions.
        await programme.EvaluateAsync("element => { element.removeAttribute('day'); element.setAttribute('type', 'KN'); element.lang = 'de' }");
        await Assertions.Expect(programme.Locator("[part=day]").First).ToHaveTextAsync("Dienstag, 12. Januar 2027");

        var frame = reader.Page.FrameLocator("iframe");
        await Assertions.Expect(frame.Locator(".row .code").First).ToHaveTextAsync("MC-A");
        await frame.Locator(".days a").Nth(1).ClickAsync();
        await Assertions.Expect(frame.Locator("main h2").First).ToHaveTextAsync("Wednesday 13 January 2027");
        await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(RunningService.Pictures, "embedded.png"), FullPage = true });

        reader.Complaints.ShouldBeEmpty();
        site.Stop();
        await serving;
    }

    private async Task ServeAsync(HttpListener site)
    {
        var page = Encoding.UTF8.GetBytes($"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>A conference</title><link rel="icon" href="data:,">
            <link rel="stylesheet" href="/own.css">
            <script type="module" src="{service.Address}/embed/agenda-programme.js"></script>
            <h1>Our programme</h1>
            <agenda-programme src="{service.Address}/{service.Conference}" day="2027-01-12"><a href="{service.Address}/{service.Conference}">The programme</a></agenda-programme>
            <iframe src="{service.Address}/{service.Conference}/embed" title="Programme" width="800" height="700"></iframe>
            """);
        while (site.IsListening)
        {
            try
            {
                var exchange = await site.GetContextAsync();
                var isStyle = exchange.Request.Url!.AbsolutePath == "/own.css";
                exchange.Response.ContentType = isStyle ? "text/css" : "text/html";
                exchange.Response.AddHeader(
                    "Content-Security-Policy",
                    $"default-src 'none'; img-src data:; style-src 'self'; script-src {service.Address}; connect-src {service.Address}; frame-src {service.Address}; require-trusted-types-for 'script'");
                await exchange.Response.OutputStream.WriteAsync(isStyle ? Encoding.UTF8.GetBytes("body { font-family: Georgia, serif }") : page);
                exchange.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // It was stopped.
                return;
            }
        }
    }
}
