using System.Net;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.People;
using Agenda.Api.Tests.Web;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.Resources;

/// <summary>Live links from when they are added to their end, as readers and organisers see them.</summary>
public sealed class LinkLifeTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Video = "https://video.example.org/secret-recording";

    [Fact]
    public async Task A_live_link_is_there_without_a_release_in_the_api_and_on_the_page()
    {
        var at = await FileSituation.MakeAsync(host);
        var (reader, path, address) = (host.Reader(), $"{at.Given.Path}/agenda/sessions/MC-C", $"/{at.Given.Slug}/sessions/MC-C");
        var (before, pageBefore) = (await reader.Read(path), await reader.Read(address));
        before.Body.TryGetProperty("links", out _).ShouldBeFalse();

        var file = await at.Given.File(at.Session, "Slides.txt", "Read this."u8.ToArray());
        var second = (await at.Given.Link(at.Session.Id, "Recording <b> & more", "https://video.example.org/?a=1&b=\"2\"")).ShouldBe(HttpStatusCode.Created);
        var ofTalk = (await at.Given.Link(at.Session.Id, "Paper", "http://papers.example.org/łódź", at.Contribution)).ShouldBe(HttpStatusCode.Created);
        var first = (await at.Given.Link(at.Session.Id, "Notes", "https://example.org/n")).ShouldBe(HttpStatusCode.Created);
        (await at.Given.Organiser.Put($"{at.Given.Path}/links/{first.Id}", first.Tag, new { title = "Shared notes", url = "https://example.org/notes", order = -1 })).ShouldBe(HttpStatusCode.OK);

        var (after, pageAfter) = (await reader.Read(path), await reader.Read(address));
        after.Tag.ShouldNotBe(before.Tag);
        pageAfter.Tag.ShouldNotBe(pageBefore.Tag);
        after["links"].EnumerateArray().Select(l => l.GetRawText()).ShouldBe(
        [
            $$"""{"id":"{{first.Id}}","title":"Shared notes","url":"https://example.org/notes","contribution":null}""",
            $$"""{"id":"{{second.Id}}","title":"Recording <b> & more","url":"https://video.example.org/?a=1&b=\"2\"","contribution":null}""",
            $$"""{"id":"{{ofTalk.Id}}","title":"Paper","url":"http://papers.example.org/łódź","contribution":"{{at.Contribution}}"}""",
        ]);
        after["files"].GetArrayLength().ShouldBe(1);
        Html.Parse(pageAfter.Text).QuerySelectorAll(".resources li").Select(li => (li.TextContent.Trim(), li.QuerySelector("a")!.GetAttribute("href"), li.QuerySelector("a")!.GetAttribute("rel"))).ShouldBe(
        [
            ("Paper", "http://papers.example.org/łódź", "noopener noreferrer nofollow"),
            ("Slides.txt TXT, 10 bytes", FileSituation.Public(file), null),
            ("Shared notes", "https://example.org/notes", "noopener noreferrer nofollow"),
            ("Recording <b> & more", "https://video.example.org/?a=1&b=\"2\"", "noopener noreferrer nofollow"),
        ]);
        // Of no release: not of an older one either.
        await at.Given.Published();
        (await reader.Read($"{path}?release=1")).Body.TryGetProperty("links", out _).ShouldBeFalse();
        (await reader.Read($"{address}?release=1")).Text.ShouldNotContain("Shared notes");
    }

    [Fact]
    public async Task Nobody_is_told_of_a_link_before_its_moment_and_everybody_from_then_on()
    {
        var at = await FileSituation.MakeAsync(host);
        var (reader, path, address) = (host.Reader(), $"{at.Given.Path}/agenda/sessions/MC-C", $"/{at.Given.Slug}/sessions/MC-C");
        (await at.Given.Link(at.Session.Id, "Secret recording", Video, visibleFrom: "2024-01-08T13:30:00Z")).ShouldBe(HttpStatusCode.Created);
        (await at.Given.Link(at.Session.Id, "Secret paper", Video, at.Contribution, "2024-01-08T13:30:00Z")).ShouldBe(HttpStatusCode.Created);
        var before = host.Clock.Now;
        try
        {
            // Minutes before the session begins, which changes its page as well.
            host.Clock.Now = Instant.FromUtc(2024, 1, 8, 13, 29, 58);
            (await PublicOutput.ReadAllAsync(reader, at.Given.Slug, 1, ["MC-C", "MC-D"])).Holding("secret").ShouldBeEmpty();
            var (hidden, page) = (await reader.Read(path), await reader.Read(address));
            host.Clock.Now = Instant.FromUtc(2024, 1, 8, 13, 29, 59);
            ((await reader.Read(path)).Tag, (await reader.Read(address)).Tag).ShouldBe((hidden.Tag, page.Tag));

            host.Clock.Now = Instant.FromUtc(2024, 1, 8, 13, 30);
            var (visible, pageThen) = (await reader.Read(path), await reader.Read(address));
            FileSituation.VisibleLinks(visible).ShouldBe(["Secret recording", "Secret paper"]);
            Html.Parse(pageThen.Text).QuerySelectorAll(".resources a").Select(a => a.TextContent).ShouldBe(["Secret paper", "Secret recording"]);
            visible.Tag.ShouldNotBe(hidden.Tag);
            pageThen.Tag.ShouldNotBe(page.Tag);
            // All else that is made of the release stays as it was.
            (await PublicOutput.ReadAllAsync(reader, at.Given.Slug, 1, ["MC-C", "MC-D"])).Holding("secret").ShouldBe([path, address, $"{address}?release=1"], ignoreOrder: true);
        }
        finally
        {
            host.Clock.Now = before;
        }
    }

    [Fact]
    public async Task Nobody_is_told_of_a_link_of_what_the_newest_release_does_not_have()
    {
        var at = await FileSituation.MakeAsync(host, published: false);
        var (reader, path) = (host.Reader(), $"{at.Given.Path}/agenda/sessions/MC-C");
        (await at.Given.Link(at.Draft.Id, "Secret of a draft", Video)).ShouldBe(HttpStatusCode.Created);
        (await at.Given.Link(at.Session.Id, "Of the session", "https://example.org/")).ShouldBe(HttpStatusCode.Created);
        (await PublicOutput.ReadAllAsync(reader, at.Given.Slug, 1, ["MC-C", "MC-D"])).Holding("Of the session").ShouldBeEmpty();
        await at.Given.Published();

        var session = await at.Given.Organiser.Read($"{at.Given.Path}/sessions/{at.Session.Id}");
        var edited = await at.Given.Organiser.Put($"{at.Given.Path}/sessions/{at.Session.Id}", session.Tag, new
        {
            code = "MC-C",
            title = "Networks",
            type = "MC",
            status = "confirmed",
            contributions = new object[] { new { id = at.Contribution, title = "A talk", minutes = 30 }, new { code = "9", title = "New", minutes = 30 } },
        });
        (await at.Given.Link(at.Session.Id, "Secret of a new talk", Video, edited["contributions"][1].GetProperty("id").GetGuid())).ShouldBe(HttpStatusCode.Created);

        FileSituation.VisibleLinks(await reader.Read(path)).ShouldBe(["Of the session"]);
        (await PublicOutput.ReadAllAsync(reader, at.Given.Slug, 1, ["MC-C", "MC-D"])).Holding("secret").ShouldBeEmpty();
        await at.Given.Published();
        FileSituation.VisibleLinks(await reader.Read(path)).ShouldBe(["Of the session", "Secret of a new talk"]);
    }

    [Fact]
    public async Task Another_process_learns_of_links_as_it_learns_of_releases()
    {
        var at = await FileSituation.MakeAsync(host);
        await using var second = new SecondProcess(host);
        var (there, path, address) = (second.Reader(), $"{at.Given.Path}/agenda/sessions/MC-C", $"/{at.Given.Slug}/sessions/MC-C");
        var (before, page) = (await there.Read(path), await there.Read(address));

        var link = await at.Given.Link(at.Session.Id, "Recording", "https://video.example.org/");
        await second.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);

        var after = await there.Read(path);
        (after.Text, after.Tag == before.Tag).ShouldBe(((await host.Reader().Read(path)).Text, false));
        (await there.Read(address)).Tag.ShouldNotBe(page.Tag);
        (await at.Given.Organiser.Remove($"{at.Given.Path}/links/{link.Id}", link.Tag)).ShouldBe(HttpStatusCode.NoContent);
        await second.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
        FileSituation.VisibleLinks(await there.Read(path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_trace_tells_of_a_link()
    {
        var at = await FileSituation.MakeAsync(host);

        var left = await at.Given.Organiser.TracedMeanwhile(async () =>
        {
            var link = await at.Given.Link(at.Session.Id, "Recording", "https://video.example.org/");
            var edited = await at.Given.Organiser.Put($"{at.Given.Path}/links/{link.Id}", link.Tag, new { title = "Film", url = "https://video.example.org/", order = 1 });
            (await at.Given.Organiser.Remove($"{at.Given.Path}/links/{link.Id}", edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        });

        left.Select(e => (e.Operation, e.Said("kind"), e.Said("act"), e.Said("label"))).ShouldBe(
            [("addLink", "link", "added", "Recording"), ("editLink", "link", "changed", "Film"), ("removeLink", "link", "removed", "Film")], ignoreOrder: true);
        (await at.Given.Organiser.Read($"{at.Given.Path}/audit?session={at.Session.Id}")).Text.ShouldContain("""{"field":"title","before":"Recording","after":"Film"}""");
    }

    [Theory]
    [InlineData("contribution", 2)]
    [InlineData("session", 1)]
    [InlineData("conference", 0)]
    public async Task Links_go_with_what_they_belong_to(string what, int left)
    {
        var at = await FileSituation.MakeAsync(host);
        await at.Given.Link(at.Session.Id, "Of the talk", "https://example.org/1", at.Contribution);
        await at.Given.Link(at.Session.Id, "Of the session", "https://example.org/2");
        await at.Given.Link(at.Draft.Id, "Of the draft", "https://example.org/3");
        var session = await at.Given.Organiser.Read($"{at.Given.Path}/sessions/{at.Session.Id}");

        (await (what switch
        {
            "contribution" => at.Given.Organiser.Put($"{at.Given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-C", title = "Networks", type = "MC", status = "confirmed" }),
            "session" => at.Given.Organiser.Remove($"{at.Given.Path}/sessions/{session.Id}", session.Tag),
            _ => at.Given.Organiser.Remove(at.Given.Path, (await at.Given.Organiser.Read(at.Given.Path)).Tag),
        })).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);

        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var (mine, draft) = (new Domain.SessionId(at.Session.Id), new Domain.SessionId(at.Draft.Id));
        (await db.SessionLinks.CountAsync(l => l.SessionId == mine || l.SessionId == draft, TestContext.Current.CancellationToken)).ShouldBe(left);
        if (what == "conference")
            return;

        await host.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
        // The newest release still has the session and the talk.
        FileSituation.VisibleLinks(await host.Reader().Read($"{at.Given.Path}/agenda/sessions/MC-C")).ShouldBe(what == "contribution" ? ["Of the session"] : []);
        (await at.Given.Organiser.Read($"{at.Given.Path}/audit")).Text.ShouldContain("\"label\":\"Of the talk\"");
    }

    [Fact]
    public async Task Who_is_erased_is_taken_out_of_the_words_of_links_and_addresses_are_listed()
    {
        var quill = await Quill.MakeAsync(host, "links-of-quill");
        var sessions = (await quill.Given.Organiser.Read($"{quill.Given.Path}/sessions"))["items"].EnumerateArray();
        var session = sessions.Single(s => s.GetProperty("code").GetString() == "MC-E").GetProperty("id").GetGuid();
        var link = (await quill.Given.Link(session, "Slides of Zsófia Quillfeather", "https://example.org/quillfeather")).ShouldBe(HttpStatusCode.Created);
        (await host.Reader().Read($"/{quill.Given.Slug}/sessions/MC-E")).Text.ShouldContain("Slides of");

        var erased = (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        erased["mentions"].GetRawText().ShouldContain("""{"field":"links","session":"MC-E","contribution":null,"person":null,"excerpt":"https://example.org/quillfeather","programme":true,"releases":[]}""");
        foreach (var title in (string?[])[
            (await quill.Given.Organiser.Read($"{quill.Given.Path}/links/{link.Id}"))["title"].GetString(),
            (await host.Reader().Read($"{quill.Given.Path}/agenda/sessions/MC-E"))["links"][0].GetProperty("title").GetString(),
            Html.Parse((await host.Reader().Read($"/{quill.Given.Slug}/sessions/MC-E")).Text).QuerySelector(".resources a")!.TextContent])
        {
            title.ShouldBe("Slides of Name withdrawn");
        }

        var trace = await quill.Given.Organiser.Read($"{quill.Given.Path}/audit?session={session}");
        trace.Text.ShouldContain("Slides of ");
        trace.Text.ShouldNotContain("Zsófia");
    }
}
