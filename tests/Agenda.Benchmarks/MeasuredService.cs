using System.Diagnostics;
using System.Globalization;

namespace Agenda.Benchmarks;

/// <summary>The built service as processes of its own, with a database in a folder that is thrown away.</summary>
internal sealed class MeasuredService : IAsyncDisposable
{
    private const string Address = "http://127.0.0.1:5097";

    private const string Key = "a-key-for-measuring";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Agenda.Api.dll");

    private readonly HttpClient client = new() { BaseAddress = new Uri(Address) };
    private string folder = "";
    private Process? running;

    /// <summary>Imports and publishes a file into an empty database; milliseconds from starting the process to its end.</summary>
    public async Task<double> ImportAsync(string file, string zone)
    {
        Forget();
        folder = Directory.CreateTempSubdirectory("agenda-measured-").FullName;
        var began = Stopwatch.GetTimestamp();
        using var import = Start("import", Path.GetFullPath(file), "--conference", "measured", "--zone", zone, "--publish", "--acknowledge", "A real programme, as it was");
        await import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        return import.ExitCode == 0
            ? Stopwatch.GetElapsedTime(began).TotalMilliseconds
            : throw new InvalidOperationException(await import.StandardError.ReadToEndAsync());
    }

    /// <summary>Starts the service; milliseconds until the whole agenda was served for the first time.</summary>
    public async Task<double> StartAsync()
    {
        await StopAsync();
        var began = Stopwatch.GetTimestamp();
        running = Start("--urls", Address);
        while (true)
        {
            try
            {
                await client.GetByteArrayAsync("/api/v1/conferences/measured/agenda");
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
            catch (HttpRequestException) when (!running.HasExited)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Round trips on loopback, the client's part included: whole answers, and 304 where the answer has a tag.</summary>
    public (double[] Sent, double[]? Unchanged, long Length) Read(string path, string? accepted)
    {
        long length = 0;
        string? tag = null;
        var sent = Row.Measure(200, 1_000, () => (length, tag) = Get(path, accepted, null));
        return (sent, tag is null ? null : Row.Measure(200, 1_000, () => Get(path, accepted, tag)), length);
    }

    /// <summary>Sends something as an organiser; what is answered.</summary>
    public string Send(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        if (body is not null)
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = client.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        var answer = reader.ReadToEnd();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} answered {(int)response.StatusCode}: {answer}"));
    }

    /// <summary>What the service has used of the processors since it was started.</summary>
    public double ProcessorMilliseconds()
    {
        running!.Refresh();
        return running.TotalProcessorTime.TotalMilliseconds;
    }

    public double ResidentMegabytes()
    {
        running!.Refresh();
        return running.WorkingSet64 / 1024.0 / 1024.0;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        client.Dispose();
        Forget();
    }

    private (long Length, string? Tag) Get(string path, string? accepted, string? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = client.Send(request);
        if (!response.IsSuccessStatusCode && (tag is null || (int)response.StatusCode != 304))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} answered {(int)response.StatusCode}."));

        using var body = response.Content.ReadAsStream();
        var buffer = new byte[64 * 1024];
        long length = 0;
        for (int read; (read = body.Read(buffer)) > 0;)
            length += read;
        return (length, response.Headers.ETag?.Tag);
    }

    private Process Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["Agenda__DataFolder"] = folder;
        start.Environment["Agenda__BootstrapKey"] = Key;
        // Measures come faster than people.
        foreach (var limit in (string[])["RequestsPerMinute", "TokenRequestsPerMinute"])
            start.Environment[$"Limits__{limit}"] = "0";
        return Process.Start(start)!;
    }

    private async Task StopAsync()
    {
        if (running is null)
            return;

        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
        running = null;
    }

    private void Forget()
    {
        if (folder.Length > 0)
            Directory.Delete(folder, recursive: true);
        folder = "";
    }
}
