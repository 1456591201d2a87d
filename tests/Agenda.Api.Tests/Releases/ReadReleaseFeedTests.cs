using System.Net;
using System.Xml.Linq;

namespace Agenda.Api.Tests.Releases;

/// <summary>The Atom feed of what releases change.</summary>
public sealed class ReadReleaseFeedTests(PublishedTides tides) : IClassFixture<PublishedTides>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Has_an_entry_for_each_release_the_newest_first()
    {
        var feed = await Read("");

        feed.Element(Atom + "title")!.Value.ShouldBe("Tides & <Winds>: what changed");
        feed.Element(Atom + "author")!.Element(Atom + "name")!.Value.ShouldBe("Tides & <Winds>");
        feed.Element(Atom + "updated")!.Value.ShouldBe("2024-01-08T13:00:02Z");
        Links(feed).ShouldBe(["self https://agenda.example.org/api/v1/conferences/tides/releases/atom", "alternate https://agenda.example.org/tides/changes"]);
        var entries = feed.Elements(Atom + "entry").ToList();
        entries.Select(e => e.Element(Atom + "title")!.Value).ShouldBe(["Release 3", "Release 2: Rooms, and <more> 🌊", "Release 1"]);
        entries.Select(e => e.Element(Atom + "published")!.Value).ShouldBe(["2024-01-08T13:00:02Z", "2024-01-08T13:00:01Z", "2024-01-08T13:00:00Z"]);
        entries.Select(e => Links(e).Single()).ShouldBe([.. ((int[])[3, 2, 1]).Select(n => $"alternate https://agenda.example.org/tides/changes?release={n}")]);
        entries.Select(Html).ShouldBe(
        [
            "<ul><li><a href=\"https://agenda.example.org/tides/sessions/MC-C\">MC-C</a> <bdi>Networks &amp; &lt;b&gt;nets&lt;/b&gt;</bdi>: "
                + "Moved from Monday 8 January, 14:00 to Tuesday 9 January, 09:30, same room. <bdi>Andy Hargreaves</bdi> now chairs; <bdi>Danette Parsley</bdi> no longer does.</li>"
                + "<li><a href=\"https://agenda.example.org/tides/sessions/MC-D\">MC-D</a> <bdi>New</bdi>: Added; the time is to be announced.</li>"
                + "<li><a href=\"https://agenda.example.org/tides/sessions/PS-1?release=2\">PS-1</a> <bdi>Papers</bdi>: Removed; it was on Tuesday 9 January, 09:00, <bdi>Hall 2</bdi>.</li></ul>",
            "<ul><li><a href=\"https://agenda.example.org/tides/sessions/MC-C\">MC-C</a> <bdi>Networks &amp; &lt;b&gt;nets&lt;/b&gt;</bdi>: "
                + "Moved from <bdi>Arbutus Room</bdi> to <bdi>Hall 2</bdi>, same time.</li></ul>",
            "<p>The first programme: 3 sessions.</p>",
        ]);
    }

    [Fact]
    public async Task Tells_one_person_of_their_sessions_alone()
    {
        var feed = await Read($"?person={tides.Danette}");

        feed.Element(Atom + "title")!.Value.ShouldBe("Tides & <Winds>: what changed for somebody who is not in the programme now");
        feed.Elements(Atom + "entry").Select(Html).ShouldAllBe(html => html.Contains("MC-C", StringComparison.Ordinal) && !html.Contains("PS-1", StringComparison.Ordinal));
        feed.Elements(Atom + "entry").Count().ShouldBe(3);
        (await Read($"?person={tides.Andy}")).Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value).ShouldBe(["Release 3"]);
        foreach (var nobody in (string[])["nobody", $"{Guid.Empty}"])
            (await tides.Host.Reader().Read($"{PublishedTides.Path}/releases/atom?person={nobody}")).ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
    }

    [Fact]
    public async Task The_ids_are_of_the_conference_and_the_release_alone()
    {
        await using var second = new SecondProcess(tides.Host);
        var ids = (await Read("")).Descendants(Atom + "id").Select(id => id.Value).ToList();

        ids.ShouldAllBe(id => id.StartsWith("urn:uuid:", StringComparison.Ordinal));
        ids.Distinct().Count().ShouldBe(4);
        (await second.Reader().Read($"{PublishedTides.Path}/releases/atom")).Text.ShouldBe((await tides.Host.Reader().Read($"{PublishedTides.Path}/releases/atom")).Text);
    }

    [Fact]
    public async Task Answers_who_has_it_with_304()
    {
        var reader = tides.Host.Reader();
        var first = (await reader.Read($"{PublishedTides.Path}/releases/atom")).ShouldBe(HttpStatusCode.OK);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{PublishedTides.Path}/releases/atom") { Headers = { { "If-None-Match", first.Tag } } };
        using var response = await reader.SendAsync(again, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{PublishedTides.Path}/releases/atom"), TestContext.Current.CancellationToken);
        head.Content.Headers.ContentType!.ToString().ShouldBe("application/atom+xml; charset=utf-8");
        head.Headers.ETag!.ToString().ShouldBe(first.Tag);
    }

    private static string Html(XElement entry)
    {
        entry.Element(Atom + "content")!.Attribute("type")!.Value.ShouldBe("html");
        return entry.Element(Atom + "content")!.Value;
    }

    private static IEnumerable<string> Links(XElement of) => of.Elements(Atom + "link").Select(l => $"{l.Attribute("rel")!.Value} {l.Attribute("href")!.Value}");

    private async Task<XElement> Read(string query) => XElement.Parse((await tides.Host.Reader().Read($"{PublishedTides.Path}/releases/atom{query}")).ShouldBe(HttpStatusCode.OK).Text);
}
