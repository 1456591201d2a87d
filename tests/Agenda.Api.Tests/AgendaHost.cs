using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Agenda.Api.Tests;

/// <summary>The real service on a real port with a fresh SQLite database and a clock that stands where the test puts it.</summary>
public class AgendaHost : WebApplicationFactory<Program>
{
    public const string Key = "the-key-of-the-tests";

    /// <summary>Where the clock stands at first.</summary>
    public static readonly Instant Began = Instant.FromUtc(2024, 1, 8, 13, 0);

    private readonly string folder = Directory.CreateTempSubdirectory("agenda-tests-").FullName;

    public AgendaHost() => UseKestrel(0);

    public StandingClock Clock { get; } = new(Began);

    public string Folder => folder;

    public string Database => Path.Combine(folder, "agenda.db");

    /// <summary>Passwords are hashed with much less work than in earnest: most tests are not about it.</summary>
    protected virtual bool HashesQuickly => true;

    /// <summary>A client without a key.</summary>
    public HttpClient Reader() => CreateClient();

    /// <summary>A client with the organisers' key.</summary>
    public HttpClient Organiser()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return client;
    }

    /// <summary>Runs the release watch's work now: what other processes published is known afterwards.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Agenda:DataFolder", folder);
        builder.UseSetting("Agenda:BootstrapKey", Key);
        builder.UseSetting("Imports:AllowedHosts", "127.0.0.1");
        builder.UseSetting("Agenda:PublicUrl", "https://agenda.example.org");
        // Tests come faster than people, and all from one address; what limits do has tests of its own.
        foreach (var limit in (string[])["RequestsPerMinute", "TokenRequestsPerMinute", "SignInsPerMinute", "MyAgendasPerMinute"])
            builder.UseSetting($"Limits:{limit}", "0");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            if (HashesQuickly)
                services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A clock that stands still until it is set.</summary>
public sealed class StandingClock(Instant now) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> waits = new();

    public Instant Now { get; set; } = now;

    /// <summary>How long somebody waited by this clock, each time; in truth not at all.</summary>
    public IReadOnlyCollection<TimeSpan> Waits => waits;

#pragma warning disable RS0030 // What TimeProvider speaks.
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
#pragma warning restore RS0030

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan || dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);

        waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
