using System.Net;
using System.Text;

namespace Agenda.Api.Tests.Schedules;

/// <summary>The addresses of schedule files, as apps ask for them again and again.</summary>
public sealed class ReadScheduleFilesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    public static TheoryData<string, string> Files => new()
    {
        { "schedule.xml", "application/xml; charset=utf-8" },
        { "schedule.json", "application/json; charset=utf-8" },
        { "schedule.v2.json", "application/json; charset=utf-8" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Answers_with_a_tag_and_a_moment_until_the_next_release(string file, string type)
    {
        var given = await Published($"read-{file.Replace('.', '-')}");
        var path = $"/{given.Slug}/{file}";
        var reader = host.Reader();
        using var first = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.ToString().ShouldBe(type);
        first.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
        first.Headers.ETag!.IsWeak.ShouldBeFalse();
        var (tag, modified) = (first.Headers.ETag.ToString(), first.Content.Headers.GetValues("Last-Modified").Single());

        (await Status(path, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.NotModified);
        (await Status(path, ("If-Modified-Since", modified))).ShouldBe(HttpStatusCode.NotModified);
        (await Status(path, ("If-None-Match", "\"other\""))).ShouldBe(HttpStatusCode.OK);
        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);
        head.Headers.ETag!.ToString().ShouldBe(tag);
        head.Content.Headers.ContentLength.ShouldBe((await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);

        await given.Session("MC-2", "A new one");
        await given.Published();
        (await Status(path, ("If-None-Match", tag))).ShouldBe(HttpStatusCode.OK);
        (await Status($"{path}?release=1", ("If-None-Match", tag))).ShouldBe(HttpStatusCode.NotModified);
        (await reader.Read($"{path}?release=3")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
        (await reader.Read($"/nowhere/{file}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Is_compressed_for_who_can_take_it_with_a_tag_of_its_own(string file, string type)
    {
        _ = type;
        var given = await Published($"coded-{file.Replace('.', '-')}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{given.Slug}/{file}") { Headers = { { "Accept-Encoding", "gzip" }, { "Origin", "https://front.example.org" } } };
        using var coded = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        coded.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        coded.Headers.ETag!.ToString().ShouldEndWith("-gzip\"");
        coded.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
    }

    [Fact]
    public async Task Is_the_same_in_another_process_and_has_nothing_private()
    {
        var given = await Given.Conference(host, "private-things");
        await given.Room("Hall 1");
        await given.Type("MC", "Masterclass");
        var person = await given.Person("Andy", "Hargreaves", "Ottawa", "andy@secret.example");
        var session = await given.Session("MC-1", "Open", more: new { chairs = new[] { person.Id }, joinUrl = "https://secret.example/join" });
        await given.Session("MC-9", "Draft of a secret", status: "draft");
        await given.Placed(session, "hall-1", "2024-01-08T09:00:00", 60);
        await given.Published();
        foreach (var file in (string[])["schedule.xml", "schedule.json", "schedule.v2.json"])
        {
            var text = (await host.Reader().Read($"/private-things/{file}")).ShouldBe(HttpStatusCode.OK).Text;
            text.ShouldContain("Andy Hargreaves");
            text.ShouldNotContain("secret");
        }

        ScheduleRules.OfXml(Encoding.UTF8.GetBytes((await host.Reader().Read("/private-things/schedule.xml")).Text));
    }

    [Fact]
    public async Task The_agenda_says_where_they_are()
    {
        var given = await Published("said-on-page");
        var page = (await host.Reader().Read("/said-on-page")).ShouldBe(HttpStatusCode.OK).Text;
        foreach (var file in (string[])["schedule.xml", "schedule.json", "schedule.v2.json"])
            page.ShouldContain($"href=\"/{given.Slug}/{file}\"");
    }

    private async Task<Given> Published(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        foreach (var n in Enumerable.Range(10, 12))
            await given.Placed(await given.Session($"MC-{n}", $"Networks {n}"), null, "2024-01-08T09:00:00", 60);
        await given.PublishedAsItIs();
        return given;
    }

    private async Task<HttpStatusCode> Status(string path, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { header.Name, header.Value } } };
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
