using Agenda.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium)), AssemblyFixture(typeof(RunningService)), AssemblyFixture(typeof(OrganisingService))]

namespace Agenda.Browser.Tests;

/// <summary>The distribution's Chromium, driven without a screen. Without one the tests are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } executable)
            return;

        // What should be there is waited for, on a busy machine as well.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags, Headless = true });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A reader with a window of their own; skips the test where there is no browser.</summary>
    internal async Task<Reader> ReaderAsync(BrowserNewContextOptions? window = null)
    {
        Assert.SkipWhen(browser is null, $"No Chromium is installed (looked for {string.Join(", ", Names)} in PATH).");
        return await Reader.OfAsync(await browser!.NewContextAsync(window));
    }

    private static string? Find() =>
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
