using System.Net;

namespace Agenda.Api.Tests.Calendars;

/// <summary>The addresses of the agenda, asked by programs that would rather have a calendar.</summary>
public sealed class CalendarByAcceptTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    /// <summary>An Accept, and whether it means a calendar to the API and to the page.</summary>
    public static readonly TheoryData<string?, bool, bool> Accepts = new()
    {
        { null, false, false },
        { "", false, false },
        { "*/*", false, false },
        { "application/json", false, false },
        { Browser, false, false },
        { "image/png", false, false },
        { "no accept at all, text", false, false },
        { "text/calendar", true, true },
        { "TEXT/Calendar; charset=utf-8", true, true },
        { "text/calendar, */*;q=0.1", true, true },
        { "text/calendar;q=0.9, application/json;q=0.8, text/html;q=0.7", true, true },
        { "text/calendar;q=0.5, application/json;q=0.8, text/html;q=0.7", false, false },
        { "text/calendar;q=0.5, application/json;q=0.5, text/html;q=0.5", false, false },
        { "text/calendar, */*", false, false },
        { "text/calendar;q=0, */*;q=0.5", false, false },
        { "text/calendar;q=0.5, */*;q=0.9, application/json;q=0.1, text/html;q=0.1", true, true },
        { "text/*", true, false },
        { "text/*, text/calendar;q=0", false, false },
        { "text/*, text/html;q=0.5", true, true },
        { "application/json;q=0.1, text/html;q=0.1, */*", false, false },
        { "text/calendar;q=0.3, text/calendar;component=vevent, application/json;q=0.5, text/html;q=0.5", true, true },
    };

    [Theory]
    [MemberData(nameof(Accepts))]
    public async Task The_better_quality_decides_and_in_doubt_it_is_what_it_always_was(string? accept, bool api, bool page)
    {
        await Published("preferring");
        foreach (var (path, calendar, usual) in ((string, bool, string)[])[
            ("/api/v1/conferences/preferring/agenda", api, "application/json; charset=utf-8"), ("/preferring", page, "text/html; charset=utf-8")])
        {
            using var answer = await Ask(HttpMethod.Get, path, accept);

            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.ToString().ShouldBe(calendar ? "text/calendar; charset=utf-8" : usual, path);
            string.Join(", ", answer.Headers.Vary).ShouldBe(answer.Content.Headers.ContentType!.MediaType == "text/html" ? "Accept, Accept-Encoding, Accept-Language, Cookie" : "Accept, Accept-Encoding", path);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?type=MC&day=2024-01-08")]
    [InlineData("?release=1")]
    [InlineData("?release=1&day=2024-01-09")]
    public async Task It_is_the_feed_byte_for_byte(string query)
    {
        await Published("the-same");
        using var feed = await Ask(HttpMethod.Get, $"/calendars/the-same.ics{query}", null);
        var bytes = await feed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        foreach (var path in (string[])[$"/api/v1/conferences/the-same/agenda{query}", $"/the-same{query}"])
        {
            using var answer = await Ask(HttpMethod.Get, path, "text/calendar");
            (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes, path);
            answer.Headers.ETag.ShouldBe(feed.Headers.ETag, path);
            answer.Content.Headers.LastModified.ShouldBe(feed.Content.Headers.LastModified, path);
            answer.Content.Headers.ContentDisposition!.ToString().ShouldBe(feed.Content.Headers.ContentDisposition!.ToString(), path);
            answer.Content.Headers.ContentEncoding.ShouldBeEmpty(path);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, no-cache", path);

            using var head = await Ask(HttpMethod.Head, path, "text/calendar");
            (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.OK, feed.Headers.ETag, bytes.Length), path);

            using var again = await Ask(HttpMethod.Get, path, "text/calendar", feed.Headers.ETag!.ToString());
            (again.StatusCode, string.Join(", ", again.Headers.Vary)).ShouldBe((HttpStatusCode.NotModified, "Accept, Accept-Encoding"), path);
        }
    }

    [Fact]
    public async Task Who_has_the_calendar_does_not_have_the_agenda()
    {
        await Published("two-tags");
        const string path = "/api/v1/conferences/two-tags/agenda";
        using var calendar = await Ask(HttpMethod.Get, path, "text/calendar");
        using var agenda = await Ask(HttpMethod.Get, path, "application/json", calendar.Headers.ETag!.ToString());
        agenda.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var again = await Ask(HttpMethod.Get, path, null, agenda.Headers.ETag!.ToString());
        (again.StatusCode, string.Join(", ", again.Headers.Vary)).ShouldBe((HttpStatusCode.NotModified, "Accept, Accept-Encoding"));
    }

    [Theory]
    [InlineData("/api/v1/conferences/refusing/agenda?room=cellar", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/conferences/refusing/agenda?release=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/conferences/refusing/agenda?release=9", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/conferences/nowhere/agenda", HttpStatusCode.NotFound)]
    [InlineData("/refusing?room=cellar", HttpStatusCode.BadRequest)]
    [InlineData("/refusing?release=9", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Errors_are_what_they_are_without(string path, HttpStatusCode status)
    {
        await Published("refusing");
        using var usual = await Ask(HttpMethod.Get, path, null);
        using var answer = await Ask(HttpMethod.Get, path, "text/calendar");

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldBe(usual.Content.Headers.ContentType);
        string.Join(", ", answer.Headers.Vary).ShouldBe("Accept, Accept-Encoding");
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string? accept, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task Published(string slug)
    {
        if ((await host.Reader().Read($"/api/v1/conferences/{slug}")).Status == HttpStatusCode.OK)
            return;

        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("MC-C", "Networks"), null, "2024-01-08T14:00:00", 150);
        await given.Placed(await given.Session("MC-D", "More"), null, "2024-01-09T14:00:00", 150);
        await given.Published();
        await given.Placed(await given.Session("MC-E", "Even more"), null, "2024-01-09T17:00:00", 150);
        await given.Published();
    }
}
