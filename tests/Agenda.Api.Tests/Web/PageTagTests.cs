using System.Net;
using NodaTime;

namespace Agenda.Api.Tests.Web;

/// <summary>Pages are asked for again and again; who has one gets it anew only when something in it is different.</summary>
public sealed class PageTagTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly Instant Before = Instant.FromUtc(2024, 1, 7, 12, 0);

    [Theory]
    [InlineData("")]
    [InlineData("?day=2024-01-08")]
    [InlineData("?view=grid")]
    [InlineData("/sessions/A-1")]
    [InlineData("/people")]
    [InlineData("/rooms")]
    [InlineData("/rooms/hall")]
    public async Task Who_has_a_page_is_told_that_it_still_holds_until_a_release_comes(string page)
    {
        var slug = $"tags-{Guid.CreateVersion7():N}";
        var given = await PublishAsync(slug);
        var (status, tag) = await ReadAsync($"/{slug}{page}");
        (status, tag).ShouldBe((HttpStatusCode.OK, tag.ShouldNotBeNull()));

        host.Clock.Now = Before + Duration.FromMinutes(5);
        (await ReadAsync($"/{slug}{page}", tag)).ShouldBe((HttpStatusCode.NotModified, tag));

        await given.Published();
        var (after, newer) = await ReadAsync($"/{slug}{page}", tag);
        after.ShouldBe(HttpStatusCode.OK);
        newer.ShouldNotBe(tag);
    }

    [Fact]
    public async Task It_is_another_when_something_starts_or_ends_and_when_a_day_begins()
    {
        await PublishAsync("moments");
        var tags = new List<string?>();
        foreach (var at in (string[])["2024-01-07T23:30", "2024-01-08T00:00", "2024-01-08T08:59", "2024-01-08T09:00", "2024-01-08T09:59", "2024-01-08T10:00", "2024-01-08T10:01", "2024-02-08T10:00", "2024-03-08T10:00"])
        {
            host.Clock.Now = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value.InUtc().ToInstant();
            tags.Add((await ReadAsync("/moments")).Tag);
        }

        tags.Distinct().Count().ShouldBe(5);
        (tags[1], tags[3], tags[5], tags[7]).ShouldBe((tags[2], tags[4], tags[6], tags[8]));
    }

    [Fact]
    public async Task Readers_of_other_languages_clocks_and_themes_have_others_and_caches_are_told()
    {
        await PublishAsync("readers");
        var tags = new List<string?>();
        foreach (var (header, value) in ((string, string)[])[("Accept-Language", "en"), ("Accept-Language", "en-US"), ("Accept-Language", "de"), ("Cookie", "agenda-reading=en..dark"), ("Cookie", "agenda-reading=de.12.")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/readers") { Headers = { { header, value } } };
            using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
            tags.Add(response.Headers.ETag?.ToString());
            response.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding", "Accept-Language", "Cookie"]);
        }

        tags.ShouldAllBe(tag => tag != null);
        tags.ShouldBeUnique();
    }

    [Fact]
    public async Task What_went_wrong_has_none_and_a_tag_of_another_page_is_worth_nothing()
    {
        await PublishAsync("errors");
        var (_, tag) = await ReadAsync("/errors");

        foreach (var (address, status) in ((string, HttpStatusCode)[])[("/errors?room=nowhere", HttpStatusCode.BadRequest), ("/errors/sessions/NOT-1", HttpStatusCode.NotFound), ("/errors?release=7", HttpStatusCode.NotFound)])
        {
            (await ReadAsync(address)).ShouldBe((status, null), address);
            (await ReadAsync(address, tag)).ShouldBe((status, null), address);
        }
    }

    private async Task<Given> PublishAsync(string slug)
    {
        host.Clock.Now = Before;
        var given = await Given.Conference(host, slug);
        await given.Room("Hall");
        await given.Type("MC", "Masterclass");
        await given.Placed(await given.Session("A-1", "Session A-1"), "hall", "2024-01-08T09:00:00", 60);
        await given.Published();
        return given;
    }

    private async Task<(HttpStatusCode Status, string? Tag)> ReadAsync(string address, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            request.Headers.Add("If-None-Match", known);
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified)
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        return (response.StatusCode, response.Headers.ETag?.ToString());
    }
}
