using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Agenda.Browser.Tests;

/// <summary>Programs of others that look for barriers (axe) and for mistakes in HTML (html-validate). Where they are not installed, tests are skipped and say so.</summary>
internal static class PageChecks
{
    private const string Look =
        """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
          .map(v => `${v.id}: ${v.help}; ${v.nodes.length} times, such as ${v.nodes[0].html.slice(0, 200)}`)
        """;

    private static readonly string? Folder = Find();

    /// <summary>What axe finds on a page as it is shown (WCAG 2.2 A and AA, and what is good practice). The page's policy has to be bypassed.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(IPage page)
    {
        var axe = Installed("axe-core", "axe.min.js");
        // What is far below is laid out when a reader comes near; axe is near to everything.
        await page.AddStyleTagAsync(new() { Content = ".slot { content-visibility: visible !important }" });
        await page.AddScriptTagAsync(new() { Path = axe });
        return await page.EvaluateAsync<string[]>(Look);
    }

    /// <summary>What html-validate finds in pages as they are sent, by their addresses.</summary>
    public static async Task<IReadOnlyList<string>> MistakesAsync(IReadOnlyDictionary<string, string> pages)
    {
        var program = Installed("html-validate", Path.Combine("bin", "html-validate.mjs"));
        var folder = Directory.CreateTempSubdirectory("agenda-html-");
        try
        {
            var files = pages.Select((page, i) => (Name: $"{i}.html", page.Key, page.Value)).ToList();
            foreach (var (name, _, html) in files)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), html);

            var start = new ProcessStartInfo("node", [program, "--config", Path.Combine(Folder!, "htmlvalidate.json"), "--formatter", "json", .. files.Select(f => f.Name)])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var node = Process.Start(start)!;
            var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
            await node.WaitForExitAsync();
            using var report = JsonDocument.Parse(await said is { Length: > 0 } json ? json : throw new InvalidOperationException(await complained));
            return [.. report.RootElement.EnumerateArray().SelectMany(file => file.GetProperty("messages").EnumerateArray().Select(message =>
                $"{files.First(f => file.GetProperty("filePath").GetString()!.EndsWith($"{Path.DirectorySeparatorChar}{f.Name}", StringComparison.Ordinal)).Key}: {message.GetProperty("ruleId")}: {message.GetProperty("message")} ({message.GetProperty("line")}:{message.GetProperty("column")})"))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Installed(string package, string file)
    {
        var path = Folder is null ? null : Path.Combine(Folder, "node_modules", package, file);
        Assert.SkipUnless(File.Exists(path), $"{package} is not installed: run npm ci in tests/page-checks.");
        return path!;
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Agenda.sln")))
            folder = folder.Parent;
        return folder is null ? null : Path.Combine(folder.FullName, "tests", "page-checks");
    }
}
