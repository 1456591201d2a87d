using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Somebody who reads pages. Everything that the browser complains about is kept.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly List<string> complaints = [];

    private Reader(IBrowserContext window, IPage page)
    {
        this.window = window;
        Page = page;
        page.Console += (_, message) =>
        {
            // That a test keeps the service worker out is no complaint of the browser.
            if (message.Type is "error" or "warning" && !message.Text.Contains("blocked by Playwright", StringComparison.Ordinal))
                complaints.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"script: {error}");
        page.RequestFailed += (_, request) =>
        {
            // What the page itself gave up, such as its stream when it is left; and scripts where there are none to be. Of what the policy forbids the console tells as well.
            if (request.Failure is not ("net::ERR_ABORTED" or "csp"))
                complaints.Add($"failed: {request.Url} {request.Failure}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                complaints.Add($"{response.Status}: {response.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console (violations of the content security policy are among them), failed requests, error statuses.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Reader> OfAsync(IBrowserContext window) => new(window, await window.NewPageAsync());

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
