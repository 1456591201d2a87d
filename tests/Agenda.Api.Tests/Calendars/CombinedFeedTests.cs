using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>Several conferences in one calendar.</summary>
public sealed class CombinedFeedTests(TwoConferences host) : IClassFixture<TwoConferences>
{
    private readonly HttpClient reader = host.Reader();

    [Fact]
    public async Task Holds_the_very_events_of_each_feed_and_says_so_in_its_name()
    {
        var both = await Text("/calendars.ics?conference=combined-lima&conference=combined-dublin");
        var each = new[] { await Text("/calendars/combined-dublin.ics"), await Text("/calendars/combined-lima.ics") };

        Events(both).ShouldBe(string.Concat(each.Select(Events)));
        Head(both).ShouldBe(
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Agenda//Agenda//EN", "CALSCALE:GREGORIAN", "NAME:combined-dublin\\, combined-lima", "X-WR-CALNAME:combined-dublin\\, combined-lima",
                "SOURCE;VALUE=URI:https://agenda.example.org/calendars.ics?conference=combined-dublin&conference=combined-lima",
                "LAST-MODIFIED:20240108T130000Z", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H",
            ]);
    }

    [Fact]
    public async Task Is_the_same_however_it_is_spelled_and_answers_304()
    {
        var first = await reader.GetAsync("/calendars.ics?conference=combined-lima&conference=combined-dublin", TestContext.Current.CancellationToken);
        var tag = first.Headers.ETag!.ToString();
        first.Content.Headers.LastModified.ShouldNotBeNull();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/calendars.ics?conference=combined-dublin&conference=combined-lima&conference=combined-dublin");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var again = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag!.ToString().ShouldBe(tag);
    }

    [Fact]
    public async Task Describes_the_zone_of_each_conference_in_wall_time()
    {
        var local = await Text("/calendars.ics?conference=combined-lima&conference=combined-dublin&tz=local");
        Head(local).Where(line => line.StartsWith("TZID:", StringComparison.Ordinal)).ShouldBe(["TZID:America/Lima", "TZID:Europe/Dublin"]);
        Events(local).ShouldContain("DTSTART;TZID=America/Lima:20240603T090000");
        Events(local).ShouldContain("DTSTART;TZID=Europe/Dublin:20240108T090000");
    }

    [Fact]
    public async Task Filters_by_language_and_words()
    {
        Summaries(await Text("/calendars.ics?conference=combined-lima&conference=combined-dublin&language=es")).ShouldBe(["SUMMARY:S-1: Bienvenida"]);
        Summaries(await Text("/calendars.ics?conference=combined-lima&conference=combined-dublin&q=welc")).ShouldBe(["SUMMARY:S-1: Welcome"]);
        Summaries(await Text("/calendars.ics?conference=combined-lima&conference=combined-dublin&language=es&language=en&q=e")).ShouldBe(["SUMMARY:S-1: Welcome", "SUMMARY:S-1: Bienvenida"]);
    }

    [Fact]
    public async Task Holds_all_conferences_where_none_is_named_and_then_only_its_tag_tells_what_it_is()
    {
        var answer = await reader.GetAsync("/calendars.ics", TestContext.Current.CancellationToken);
        Summaries(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(["SUMMARY:S-1: Welcome", "SUMMARY:S-1: Bienvenida"]);
        answer.Content.Headers.LastModified.ShouldBeNull();
        answer.Headers.ETag.ShouldNotBeNull();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/calendars.ics");
        request.Headers.TryAddWithoutValidation("If-Modified-Since", "Mon, 01 Jan 2035 00:00:00 GMT");
        (await reader.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("conference=nowhere", "unknown-filter-value")]
    [InlineData("conference=combined-lima&language=fr", "unknown-filter-value")]
    [InlineData("conference=combined-lima&tz=dublin", "invalid-input")]
    [InlineData("conference=combined-lima&alarm=-1", "invalid-input")]
    [InlineData("conference=combined-lima&alarm=1441", "invalid-input")]
    [InlineData("conference=1&conference=2&conference=3&conference=4&conference=5&conference=6&conference=7&conference=8&conference=9&conference=10&conference=11&conference=12&conference=13"
        + "&conference=14&conference=15&conference=16&conference=17&conference=18&conference=19&conference=20&conference=21", "invalid-input")]
    public async Task Refuses_what_makes_no_sense(string query, string code) =>
        (await reader.Read($"/calendars.ics?{query}")).ShouldBeProblem(HttpStatusCode.BadRequest, code);

    private async Task<string> Text(string path)
    {
        var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text;
    }

    private static string[] Head(string feed) => feed[..feed.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Events(string feed) => feed[feed.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal)..feed.LastIndexOf("END:VCALENDAR", StringComparison.Ordinal)];

    private static string[] Summaries(string feed) => [.. feed.Split("\r\n").Where(line => line.StartsWith("SUMMARY", StringComparison.Ordinal))];
}

/// <summary>A conference in Dublin and one in Lima, both published.</summary>
public sealed class TwoConferences : AgendaHost, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await PublishAsync("combined-dublin", "Europe/Dublin", "2024-01-08", "Welcome", "en");
        await PublishAsync("combined-lima", "America/Lima", "2024-06-03", "Bienvenida", "es");
    }

    private async Task PublishAsync(string slug, string zone, string day, string title, string language)
    {
        var organiser = Organiser();
        (await organiser.Add("/api/v1/conferences", new { slug, name = slug, timeZone = zone, firstDay = day, lastDay = day })).ShouldBe(HttpStatusCode.Created);
        var given = new Given(organiser, slug);
        await given.Room("Hall", 100);
        await given.Type("T", "Talk");
        await given.Placed(await given.Session("S-1", title, "T", more: new { language }), "hall", $"{day}T09:00:00", 60);
        await given.PublishedAsItIs();
    }
}
