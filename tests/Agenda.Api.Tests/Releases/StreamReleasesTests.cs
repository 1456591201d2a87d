using System.Net;
using Agenda.Api.Tests.Http;
using Agenda.Api.Tests.Security;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Tests.Releases;

/// <summary>Hearing of releases as they come.</summary>
public sealed class StreamReleasesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Tells_the_release_that_there_is_and_then_each_that_comes()
    {
        var given = await Published(host, "live");
        await using var stream = await Listening(host, given.Slug);

        stream.Headers["Content-Type"].ShouldBe("text/event-stream");
        stream.Headers["Cache-Control"].ShouldContain("no-cache");
        stream.Headers["X-Accel-Buffering"].ShouldBe("no");
        (await stream.NextAsync()).ShouldBe(("release", "1.0", """{"conference":"live","release":1,"publishedAt":"2024-01-08T13:00:00Z","revision":0}"""));

        await given.Published("Second");
        (await stream.NextAsync()).ShouldBe(("release", "2.0", """{"conference":"live","release":2,"publishedAt":"2024-01-08T13:00:01Z","revision":0}"""));
    }

    [Fact]
    public async Task Tells_of_releases_that_another_process_published_and_of_erasures()
    {
        var given = await Published(host, "across");
        await using var second = new SecondProcess(host);
        await using var stream = await Listening(second, given.Slug);
        (await stream.NextAsync()).Id.ShouldBe("1.0");

        await given.Published();
        (await stream.NextAsync()).Id.ShouldBe("2.0");

        var person = await given.Person("Ada", "Byron");
        await given.Session("MC-2", "Another", more: new { chairs = new[] { person.Id } });
        await given.Published();
        (await stream.NextAsync()).Id.ShouldBe("3.0");
        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{person.Id}/erasure", new { titles = false }, person.Tag)).ShouldBe(HttpStatusCode.OK);
        (await stream.NextAsync()).Id.ShouldBe("3.1");
    }

    [Fact]
    public async Task Ends_when_the_conference_is_no_more()
    {
        var given = await Published(host, "leaving");
        await using var stream = await Listening(host, given.Slug);
        await stream.NextAsync();

        (await given.Organiser.Remove(given.Path, (await given.Organiser.Read(given.Path)).Tag)).ShouldBe(HttpStatusCode.NoContent);
        await host.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);

        (await stream.EndsAsync()).ShouldBeTrue();
        (await host.Reader().Read("/api/v1/conferences/leaving/releases/stream")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
    }

    [Fact]
    public async Task Ends_at_once_when_the_service_stops()
    {
        await using var stopping = new AgendaHost();
        var given = await Published(stopping, "stopping");
        await using var stream = await Listening(stopping, given.Slug);
        await stream.NextAsync();

        stopping.Get<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();

        (await stream.EndsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Pings_so_that_proxies_keep_the_connection()
    {
        await using var quick = new RateLimitsTests.LimitedHost("Limits:StreamPingSeconds", "1");
        var given = await Published(quick, "pinging");
        await using var stream = await Listening(quick, given.Slug);
        await stream.NextAsync();

        (await stream.NextAsync(pings: true)).ShouldBe(("ping", null, ""));
    }

    [Theory]
    [InlineData("Limits:Streams", HttpStatusCode.TooManyRequests)]
    [InlineData("Limits:StreamsPerAddress", HttpStatusCode.OK)]
    public async Task Lets_so_many_listen_and_tells_others_when_to_come_back(string setting, HttpStatusCode elsewhere)
    {
        await using var full = new RateLimitsTests.LimitedHost(setting, "1", proxies: "127.0.0.0/8,::1");
        var given = await Published(full, "full");
        var path = $"{given.Path}/releases/stream";
        await using (var stream = await Listening(full, given.Slug))
        {
            await stream.NextAsync();
            var refused = (await full.Reader().Read(path)).ShouldBeProblem(HttpStatusCode.TooManyRequests, "too-many-streams");
            refused.Headers.RetryAfter!.ToString().ShouldBe("30");
            refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
            var other = full.Reader();
            other.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            (await other.Read(path)).ShouldBe(elsewhere);
        }

        // The server hears a moment later that somebody went.
        while ((await full.Reader().Read(path)).Status != HttpStatusCode.OK)
            await Task.Yield();
    }

    private static Task<Listener> Listening(AgendaHost host, string slug) => Listener.To(host.Reader(), $"/api/v1/conferences/{slug}/releases/stream");

    private static async Task<Given> Published(AgendaHost host, string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        await given.Session("MC-1", "Listening");
        await given.Published();
        return given;
    }
}
