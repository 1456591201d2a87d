using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Agenda.Browser.Tests;

/// <summary>The built program, started as anybody starts it, with an empty data folder: it brings its sample conference along.</summary>
public sealed partial class RunningService : IAsyncLifetime
{
    /// <summary>With which programs act as organisers.</summary>
    internal const string Key = "the-key-of-the-tests";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private readonly string folder = Directory.CreateTempSubdirectory("agenda-browser-").FullName;
    private readonly StringBuilder said = new();
    private Process? program;

    /// <summary>Such as <c>http://127.0.0.1:41234</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The slug of the sample conference.</summary>
    public string Conference { get; private set; } = "";

    /// <summary>The address that the program prints for making the first administrator, a moment after it answers.</summary>
    public async Task<string> SetUpLinkAsync()
    {
        for (var patience = 0; patience < 100; patience++)
        {
            lock (said)
            {
                if (PrintedLink().Match(said.ToString()) is { Success: true } link)
                    return link.Value;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"No link was printed:\n{said}");
    }

    /// <summary>Where pictures of the pages are put for people to look at.</summary>
    public static string Pictures => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "agenda-pages")).FullName;

    /// <summary>Publishes a programme, from a process of its own as an organiser would on the machine; of a conference that there is, as its next release.</summary>
    internal async Task PublishAsync(Programme programme)
    {
        var file = Path.Combine(folder, $"{Guid.CreateVersion7()}.xml");
        programme.ToSchedule().Save(file);
        var start = new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Agenda.Api.dll"), "import", file, "--conference", programme.Slug, "--zone", programme.Zone,
                "--publish", "--acknowledge", "To try the pages.", $"--Agenda:DataFolder={folder}",
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var import = Process.Start(start)!;
        var (said, complained) = (import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        await import.WaitForExitAsync();
        import.ExitCode.ShouldBe(0, await said + await complained);
        await KnowsAsync(programme.Slug);
    }

    public async ValueTask InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        await StartAsync();
    }

    /// <summary>Ends the program as a power cut does.</summary>
    internal async Task KillAsync()
    {
        program!.Kill(entireProcessTree: true);
        await program.WaitForExitAsync();
        program.Dispose();
    }

    /// <summary>Starts the program where it was, with the data that it left.</summary>
    internal async Task StartAsync()
    {
        program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Agenda.Api.dll"), "--urls", Address])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["Agenda__DataFolder"] = folder,
                    ["Agenda__PublicUrl"] = Address,
                    ["Agenda__BootstrapKey"] = Key,
                },
            },
        };
        program.OutputDataReceived += Hear;
        program.ErrorDataReceived += Hear;
        program.Start();
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        Conference = await FirstConferenceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (program is not null)
        {
            if (!program.HasExited)
                program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            program.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    // The service looks for what others published every second or so.
    private async Task KnowsAsync(string slug)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        for (var patience = 0; patience < 100; patience++)
        {
            if ((await client.GetAsync(new Uri($"/{slug}", UriKind.Relative))).IsSuccessStatusCode)
                return;

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The service does not come to know {slug}.");
    }

    private async Task<string> FirstConferenceAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        using var patience = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            if (program!.HasExited || patience.IsCancellationRequested)
                throw new InvalidOperationException($"The program does not answer on {Address}. It said:\n{said}");

            try
            {
                var conferences = await client.GetFromJsonAsync<JsonElement>("/api/v1/conferences", patience.Token);
                return conferences.GetProperty("items").EnumerateArray().First().GetProperty("slug").GetString()!;
            }
            catch (Exception e) when (e is HttpRequestException { StatusCode: null } or OperationCanceledException)
            {
                // It does not listen yet.
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
            said.AppendLine(line.Data);
    }

    [GeneratedRegex(@"http://\S+/account/set-up/\S+")]
    private static partial Regex PrintedLink();

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
