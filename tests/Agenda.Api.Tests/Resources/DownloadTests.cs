using System.Net;
using System.Net.Http.Headers;
using NodaTime;

namespace Agenda.Api.Tests.Resources;

public sealed class DownloadTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const int Length = 600_000;

    private static readonly byte[] Content = Pdf.Of(Length);

    [Fact]
    public async Task A_file_is_kept_and_never_run_or_guessed_at()
    {
        var file = await FileAsync();

        var answer = await Get(FileSituation.Public(file));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Content);
        Headers(answer).ShouldBe(
        [
            "Accept-Ranges: bytes",
            "Cache-Control: no-cache, private",
            "Content-Disposition: attachment; filename=\"Slides of __d_.pdf\"; filename*=UTF-8''Slides%20of%20%C5%81%C3%B3d%C5%BA.pdf",
            "Content-Length: 600000",
            "Content-Security-Policy: sandbox; default-src 'none'",
            "Content-Type: application/pdf",
            "Cross-Origin-Resource-Policy: same-origin",
            $"ETag: \"{file["sha256"].GetString()}\"",
            "X-Content-Type-Options: nosniff",
        ]);
    }

    [Fact]
    public async Task Who_asks_for_the_head_gets_no_body_and_who_has_the_file_neither()
    {
        var file = await FileAsync();
        using var head = new HttpRequestMessage(HttpMethod.Head, FileSituation.Public(file));

        var answer = await host.Reader().SendAsync(head, TestContext.Current.CancellationToken);

        (answer.StatusCode, answer.Content.Headers.ContentLength, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length).ShouldBe((HttpStatusCode.OK, Length, 0));
        var unchanged = await Get(FileSituation.Public(file), request => request.Headers.IfNoneMatch.Add(answer.Headers.ETag!));
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        unchanged.Headers.ETag.ShouldBe(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=100-199", 100, 100)]
    [InlineData("bytes=262100-262200", 262_100, 101)]
    [InlineData("bytes=599999-", 599_999, 1)]
    [InlineData("bytes=524288-9999999", 524_288, 75_712)]
    [InlineData("bytes=-5", 599_995, 5)]
    [InlineData("bytes=-9999999", 0, 600_000)]
    public async Task A_part_is_read_alone(string range, int from, int length)
    {
        var answer = await Get(FileSituation.Public(await FileAsync()), request => request.Headers.TryAddWithoutValidation("Range", range));

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes {from}-{from + length - 1}/600000");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Content[from..(from + length)]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["sandbox; default-src 'none'"]);
    }

    [Theory]
    [InlineData("bytes=600000-")]
    [InlineData("bytes=-0")]
    public async Task A_part_that_is_not_there_is_refused_with_the_length(string range)
    {
        var answer = await Get(FileSituation.Public(await FileAsync()), request => request.Headers.TryAddWithoutValidation("Range", range));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        answer.Content.Headers.ContentRange!.ToString().ShouldBe("bytes */600000");
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=5-1")]
    [InlineData("lines=1-2")]
    [InlineData("nonsense")]
    public async Task Parts_that_are_asked_for_otherwise_give_the_whole(string range) =>
        (await Get(FileSituation.Public(await FileAsync()), request => request.Headers.TryAddWithoutValidation("Range", range))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_part_of_what_is_another_file_by_now_gives_the_whole()
    {
        var file = await FileAsync();
        foreach (var (tag, status) in new[] { (file["sha256"].GetString()!, HttpStatusCode.PartialContent), ("another", HttpStatusCode.OK) })
        {
            var answer = await Get(FileSituation.Public(file), request =>
            {
                request.Headers.Range = new RangeHeaderValue(0, 9);
                request.Headers.IfRange = new RangeConditionHeaderValue($"\"{tag}\"");
            });
            answer.StatusCode.ShouldBe(status);
        }
    }

    [Fact]
    public async Task Nobody_gets_a_file_before_its_time_and_everybody_from_then_on()
    {
        var at = await FileSituation.MakeAsync(host);
        var file = await at.Given.File(at.Session, "Slides.pdf", Content, "&visibleFrom=2024-01-08T14:00:00Z");
        var before = host.Clock.Now;
        try
        {
            host.Clock.Now = Instant.FromUtc(2024, 1, 8, 13, 59, 59);
            await ShouldBeHidden(at, file);

            host.Clock.Now = Instant.FromUtc(2024, 1, 8, 14, 0);
            (await Get(FileSituation.Public(file))).StatusCode.ShouldBe(HttpStatusCode.OK);
            FileSituation.Visible(await host.Reader().Read($"{at.Given.Path}/agenda/sessions/MC-C")).Length.ShouldBe(1);
        }
        finally
        {
            host.Clock.Now = before;
        }
    }

    [Fact]
    public async Task Nobody_gets_a_file_of_what_the_newest_release_does_not_have()
    {
        var at = await FileSituation.MakeAsync(host);
        var ofDraft = await at.Given.File(at.Draft, "Secret.pdf", Content);
        var file = await at.Given.File(at.Session, "Slides.pdf", Content);
        await ShouldBeHidden(at, ofDraft, visible: 1);

        // Of a talk that came after the release.
        var session = await at.Given.Organiser.Read($"{at.Given.Path}/sessions/{at.Session.Id}");
        var added = await at.Given.Organiser.Put($"{at.Given.Path}/sessions/{at.Session.Id}", session.Tag, new
        {
            code = "MC-C",
            title = "Networks",
            type = "MC",
            status = "confirmed",
            contributions = new object[] { new { id = at.Contribution, title = "A talk", minutes = 30 }, new { code = "9", title = "New", minutes = 30 } },
        });
        var ofNew = await at.Given.File(at.Session, "New.pdf", Content, $"&contribution={added["contributions"][1].GetProperty("id").GetGuid()}");
        await ShouldBeHidden(at, ofNew, visible: 1);

        await at.Given.Published();
        (await Get(FileSituation.Public(ofNew))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(FileSituation.Public(file))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Get(FileSituation.Public(ofDraft))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task ShouldBeHidden(FileSituation at, Answer file, int visible = 0)
    {
        var hidden = await Get(FileSituation.Public(file));
        var never = await Get(FileSituation.Public(file).Replace($"{file.Id}", $"{at.Session.Id}", StringComparison.Ordinal));

        (hidden.StatusCode, never.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        var (page, other) = (await hidden.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), await never.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        page.Replace($"{file.Id}", "", StringComparison.Ordinal).ShouldBe(other.Replace($"{at.Session.Id}", "", StringComparison.Ordinal));
        Headers(hidden).ShouldBe(Headers(never));
        FileSituation.Visible(await host.Reader().Read($"{at.Given.Path}/agenda/sessions/MC-C")).Length.ShouldBe(visible);
        (await host.Reader().Read($"/{at.Given.Slug}/sessions/MC-C")).Text.ShouldNotContain($"{file.Id}");
    }

    private async Task<Answer> FileAsync()
    {
        var at = await FileSituation.MakeAsync(host);
        return await at.Given.File(at.Session, "Slides of Łódź.pdf", Content);
    }

    private async Task<HttpResponseMessage> Get(string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with?.Invoke(request);
        return await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
    }

    // Those that every answer has are tested elsewhere.
    private static string[] Headers(HttpResponseMessage answer)
    {
        string[] others = ["Date", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Strict-Transport-Security", "Transfer-Encoding", "Vary"];
        return [.. answer.Headers.Concat(answer.Content.Headers).Where(h => !others.Contains(h.Key)).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal)];
    }
}
