using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Agenda.Api.Tests.Releases;

/// <summary>A published programme of two days, two rooms, two types and people with names that searchers cannot type.</summary>
public sealed class PublishedProgramme : IAsyncLifetime
{
    public AgendaHost Host { get; } = new();

    public Guid Maja { get; private set; }

    public const string Path = "/api/v1/conferences/icsei-2024";

    public async ValueTask InitializeAsync()
    {
        var given = await Given.Conference(Host);
        await given.Room("Arbutus Room", 60);
        await given.Room("Hall");
        await given.Track("Networks");
        await given.Type("MC", "Masterclass");
        await given.Type("PS", "Paper session");
        Maja = (await given.Person("Maja", "Łódź", "Uniwersytet Łódzki", "maja@example.org")).Id;
        var other = (await given.Person("Ann", "Other")).Id;
        await Place("MC-A", "MC", "arbutus-room", "2024-01-08T09:00:00", new { chairs = new[] { Maja }, language = "en" });
        await Place("PS-1", "PS", "hall", "2024-01-08T09:00:00", new
        {
            language = "ga",
            track = "networks",
            contributions = new[]
            {
                new { title = "Scoileanna agus pobail", minutes = 20, authors = new[] { new { person = other, presenting = true } } },
                new { title = "Resumé of the day", minutes = 25, authors = new[] { new { person = Maja, presenting = false } } },
            },
        });
        await Place("MC-B", "MC", "arbutus-room", "2024-01-09T23:30:00", new { @abstract = "Über *Netzwerke*", language = "de", track = "networks" });
        await given.Session("MC-Z", "To be announced");
        await given.Session("MC-D", "Secret draft", status: "draft");
        var cancelled = await given.Session("MC-X", "Cancelled", status: "cancelled");
        await given.Placed(cancelled, "hall", "2024-01-08T09:00:00", 30);
        await given.Published();

        async Task Place(string code, string type, string room, string start, object more) =>
            await given.Placed(await given.Session(code, $"Title of {code}", type, more: more), room, start, 60);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

public sealed class ReadAgendaTests(PublishedProgramme programme) : IClassFixture<PublishedProgramme>
{
    [Theory]
    [InlineData("", "MC-A MC-X PS-1 MC-B MC-Z")]
    [InlineData("day=2024-01-08", "MC-A MC-X PS-1")]
    [InlineData("day=2024-01-09", "MC-B")]
    [InlineData("day=2024-01-10", "")]
    [InlineData("day=2024-01-08&day=2024-01-09", "MC-A MC-X PS-1 MC-B")]
    [InlineData("room=hall", "MC-X PS-1")]
    [InlineData("room=hall&day=2024-01-09", "")]
    [InlineData("type=MC&room=arbutus-room", "MC-A MC-B")]
    [InlineData("track=networks", "PS-1 MC-B")]
    [InlineData("language=de&language=ga", "PS-1 MC-B")]
    [InlineData("person={maja}", "MC-A PS-1")]
    [InlineData("q=lodz", "MC-A PS-1")]
    [InlineData("q=LODZKI", "MC-A PS-1")]
    [InlineData("q=resume", "PS-1")]
    [InlineData("q=uber", "MC-B")]
    [InlineData("q=netzwerke&q=pobail", "PS-1 MC-B")]
    [InlineData("q=title+ps-1", "PS-1")]
    [InlineData("q=nowhere", "")]
    [InlineData("day=&room=&q=", "MC-A MC-X PS-1 MC-B MC-Z")]
    public async Task Filters_select_sessions_in_the_order_of_the_agenda(string query, string expected)
    {
        var answer = await programme.Host.Reader().Read($"{PublishedProgramme.Path}/agenda?{query.Replace("{maja}", $"{programme.Maja}", StringComparison.Ordinal)}");

        answer.ShouldBe(HttpStatusCode.OK);
        string.Join(' ', answer["sessions"].EnumerateArray().Select(s => s.GetProperty("code").GetString())).ShouldBe(expected);
        answer["days"].GetArrayLength().ShouldBe(5);
    }

    [Theory]
    [InlineData("day", "2024-02-01")]
    [InlineData("day", "monday")]
    [InlineData("room", "nowhere")]
    [InlineData("track", "none")]
    [InlineData("type", "mc")]
    [InlineData("person", "00000000-0000-0000-0000-000000000000")]
    [InlineData("language", "fr")]
    public async Task An_unknown_value_is_named_and_never_an_empty_list(string parameter, string value)
    {
        var answer = await programme.Host.Reader().Read($"{PublishedProgramme.Path}/agenda?{parameter}={value}");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
        answer["parameter"].GetString().ShouldBe(parameter);
        answer["value"].GetString().ShouldBe(value);
    }

    [Fact]
    public async Task A_session_to_be_announced_has_no_times_and_a_cancelled_one_is_marked()
    {
        var sessions = (await programme.Host.Reader().Read($"{PublishedProgramme.Path}/agenda"))["sessions"].EnumerateArray().ToDictionary(s => s.GetProperty("code").GetString()!);

        foreach (var field in (string[])["day", "start", "end", "startUtc", "endUtc", "utcOffset"])
            sessions["MC-Z"].GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Null, field);
        sessions["MC-X"].GetProperty("status").GetString().ShouldBe("cancelled");
        sessions["MC-A"].GetProperty("status").GetString().ShouldBe("confirmed");
        sessions["PS-1"].GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("start").GetString())
            .ShouldBe(["2024-01-08T09:00:00", "2024-01-08T09:20:00"]);
    }

    [Fact]
    public async Task Drafts_and_e_mail_addresses_are_in_no_public_answer()
    {
        var reader = programme.Host.Reader();
        foreach (var path in (string[])["", "/agenda", "/agenda?q=draft", "/agenda/people", $"/agenda/people/{programme.Maja}", "/agenda/sessions/MC-A", "/releases", "/releases/1", "/releases/1/changes"])
        {
            var text = (await reader.Read(PublishedProgramme.Path + path)).ShouldBe(HttpStatusCode.OK).Text;
            text.ShouldNotContain("Secret draft");
            text.ShouldNotContain("maja@example.org");
        }

        (await reader.Read($"{PublishedProgramme.Path}/agenda/sessions/MC-D")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await reader.Read($"{PublishedProgramme.Path}/agenda?release=2")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
    }

    [Fact]
    public async Task People_stand_with_their_roles()
    {
        var people = (await programme.Host.Reader().Read($"{PublishedProgramme.Path}/agenda/people"))["items"];

        people.EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Maja Łódź", "Ann Other"]);
        people[0].GetProperty("sessions").GetRawText().ShouldBe(
            """[{"code":"MC-A","title":"Title of MC-A","roles":["chair"]},{"code":"PS-1","title":"Title of PS-1","roles":["author"]}]""");
    }

    [Theory]
    [InlineData("/agenda")]
    [InlineData("/agenda?day=2024-01-08")]
    [InlineData("/agenda/sessions/MC-B")]
    public async Task The_same_content_has_the_same_strong_tag_and_is_not_sent_twice(string path)
    {
        var reader = programme.Host.Reader();
        using var first = await Get(reader, path);
        first.Headers.ETag!.IsWeak.ShouldBeFalse();
        first.Content.Headers.LastModified.ShouldNotBeNull();

        foreach (var seen in (string[])[first.Headers.ETag.Tag, "W/" + first.Headers.ETag.Tag, "\"other\", " + first.Headers.ETag.Tag, "*"])
        {
            using var again = await Get(reader, path, ("If-None-Match", seen));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified, seen);
            again.Headers.ETag.ShouldBe(first.Headers.ETag);
            (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        using var other = await Get(reader, path, ("If-None-Match", "\"other\""), ("If-Modified-Since", LastModified(first)));
        other.StatusCode.ShouldBe(HttpStatusCode.OK, "If-None-Match decides alone");
        using var since = await Get(reader, path, ("If-Modified-Since", LastModified(first)));
        since.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task The_order_of_filter_values_does_not_matter_to_the_tag()
    {
        var reader = programme.Host.Reader();
        using var one = await Get(reader, "/agenda?room=hall&room=arbutus-room&type=MC");
        using var two = await Get(reader, "/agenda?type=MC&type=MC&room=arbutus-room&room=hall");
        using var three = await Get(reader, "/agenda?type=PS");

        two.Headers.ETag.ShouldBe(one.Headers.ETag);
        three.Headers.ETag.ShouldNotBe(one.Headers.ETag);
    }

    [Theory]
    [InlineData("/agenda")]
    [InlineData("/agenda?type=MC")]
    public async Task Every_coding_carries_the_same_content_under_a_tag_of_its_own(string path)
    {
        var reader = programme.Host.Reader();
        using var plain = await Get(reader, path);
        var expected = await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        plain.Headers.Vary.ShouldBe(["Accept", "Accept-Encoding"]);

        foreach (var (accepted, coding) in ((string, string)[])[("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br", "br"), ("br;q=0.1, gzip;q=0.9", "gzip"), ("*", "br")])
        {
            using var coded = await Get(reader, path, ("Accept-Encoding", accepted));
            coded.Content.Headers.ContentEncoding.ShouldBe([coding], accepted);
            coded.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
            (await Decode(coded, coding)).ShouldBe(expected);
            using var again = await Get(reader, path, ("Accept-Encoding", accepted), ("If-None-Match", coded.Headers.ETag!.Tag));
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        using var refused = await Get(reader, path, ("Accept-Encoding", "br;q=0, gzip;q=0"));
        refused.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_has_the_headers_of_get_and_no_body()
    {
        var reader = programme.Host.Reader();
        using var get = await Get(reader, "/agenda");
        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, PublishedProgramme.Path + "/agenda"), TestContext.Current.CancellationToken);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static string LastModified(HttpResponseMessage response) => response.Content.Headers.GetValues("Last-Modified").Single();

    private static async Task<string> Decode(HttpResponseMessage response, string coding)
    {
        await using var raw = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream decoded = coding == "br" ? new BrotliStream(raw, CompressionMode.Decompress) : new GZipStream(raw, CompressionMode.Decompress);
        using var reader = new StreamReader(decoded, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string path, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, PublishedProgramme.Path + path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
