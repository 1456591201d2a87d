using System.Net;

namespace Agenda.Api.Tests.Resources;

/// <summary>What may be entered as a live link, and who may read it back.</summary>
public sealed class LinkTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task What_is_added_is_answered_and_read_as_it_was_said()
    {
        var at = await FileSituation.MakeAsync(host);

        var link = (await at.Given.Link(at.Session.Id, "Recording", "https://video.example.org/1", at.Contribution, "2024-01-09T09:00:00Z")).ShouldBe(HttpStatusCode.Created);

        link.Tag.ShouldBe("\"1\"");
        link.Headers.Location!.ToString().ShouldBe($"{at.Given.Path}/links/{link.Id}");
        link.Text.ShouldBe(
            $$"""
            {"id":"{{link.Id}}","session":"{{at.Session.Id}}","contribution":"{{at.Contribution}}","title":"Recording","url":"https://video.example.org/1","addedAt":"2024-01-08T13:00:00Z","visibleFrom":"2024-01-09T09:00:00Z","order":1,"version":1}
            """);
        (await at.Given.Organiser.Read($"{at.Given.Path}/links/{link.Id}")).Text.ShouldBe(link.Text);
        (await at.Given.Organiser.Read(at.Links)).Text.ShouldBe($$"""{"items":[{{link.Text}}]}""");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)//https://example.org/")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("ftp://example.org/slides")]
    [InlineData("//example.org/slides")]
    [InlineData("/slides")]
    [InlineData("example.org")]
    [InlineData("https://")]
    [InlineData(" https://example.org/")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/\r\nX-Injected: 1")]
    [InlineData("https://example.org/\u202egpj.exe")]
    [InlineData("https://example.org/\u2066a")]
    [InlineData("https://example.org/\u0000")]
    [InlineData("")]
    public async Task An_address_that_leads_nowhere_safe_is_refused(string url)
    {
        var at = await FileSituation.MakeAsync(host, published: false);
        var link = (await at.Given.Link(at.Session.Id, "Recording", "https://video.example.org/")).ShouldBe(HttpStatusCode.Created);

        (await at.Given.Link(at.Session.Id, "Slides", url)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].ToString().ShouldContain("url");
        (await at.Given.Organiser.Put($"{at.Given.Path}/links/{link.Id}", link.Tag, new { title = "Slides", url })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");

        (await at.Given.Organiser.Read(at.Links)).Text.ShouldBe($$"""{"items":[{{link.Text}}]}""");
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_and_leaves_nothing()
    {
        var at = await FileSituation.MakeAsync(host, published: false);
        const string Url = "https://example.org/";

        (await at.Given.Link(at.Session.Id, "Slides", Url + new string('a', 10_000))).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].ToString().ShouldContain("url");
        (await at.Given.Link(at.Session.Id, new string('a', 10_000), Url)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].ToString().ShouldContain("title");
        (await at.Given.Link(at.Session.Id, "a\nb", Url)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await at.Given.Link(at.Session.Id, " ", Url)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await at.Given.Organiser.Add(at.Links, new { title = "Slides" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await at.Given.Organiser.Add(at.Links, new { title = "Slides", url = (string?)null })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await at.Given.Link(at.Session.Id, "Slides", Url, visibleFrom: "tomorrow")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await at.Given.Link(at.Session.Id, "Slides", Url, visibleFrom: "9999-01-01T00:00:00Z")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].ToString().ShouldContain("visibleFrom");
        (await at.Given.Link(at.Session.Id, "Slides", Url, at.Session.Id)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-contribution");
        (await at.Given.Link(at.Contribution, "Slides", Url)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await at.Given.Organiser.Read(at.Links))["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_belongs_to_another_conference_is_not_there()
    {
        var (at, elsewhere) = (await FileSituation.MakeAsync(host, published: false), await FileSituation.MakeAsync(host, published: false));
        var link = (await elsewhere.Given.Link(elsewhere.Session.Id, "Recording", "https://video.example.org/")).ShouldBe(HttpStatusCode.Created);
        var (organiser, address) = (at.Given.Organiser, $"{at.Given.Path}/links/{link.Id}");

        (await at.Given.Link(elsewhere.Session.Id, "Slides", "https://example.org/")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await at.Given.Link(at.Session.Id, "Slides", "https://example.org/", elsewhere.Contribution)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-contribution");
        (await organiser.Read($"{at.Given.Path}/sessions/{elsewhere.Session.Id}/links")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await organiser.Read(address)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-link");
        (await organiser.Put(address, link.Tag, new { title = "Mine", url = "https://example.org/" })).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-link");
        (await organiser.Remove(address, link.Tag)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-link");
        (await organiser.Read($"{elsewhere.Given.Path}/links/{link.Id}")).Text.ShouldBe(link.Text);
    }

    [Fact]
    public async Task An_edit_names_what_it_saw()
    {
        var at = await FileSituation.MakeAsync(host, published: false);
        var link = (await at.Given.Link(at.Session.Id, "Recording", "https://video.example.org/")).ShouldBe(HttpStatusCode.Created);
        var (organiser, address) = (at.Given.Organiser, $"{at.Given.Path}/links/{link.Id}");
        var said = new { title = "Film", url = "https://film.example.org/", order = 7, visibleFrom = "2030-01-01T00:00:00Z" };

        (await organiser.Put(address, null, said)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var edited = (await organiser.Put(address, link.Tag, said)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Put(address, link.Tag, said)).ShouldBe(HttpStatusCode.PreconditionFailed)["current"].ToString().ShouldBe(edited.Text);
        (await organiser.Remove(address, link.Tag)).ShouldBe(HttpStatusCode.PreconditionFailed);

        (edited.Tag, edited["title"].GetString(), edited["url"].GetString(), edited["order"].GetInt32(), edited["visibleFrom"].GetString())
            .ShouldBe(("\"2\"", "Film", "https://film.example.org/", 7, "2030-01-01T00:00:00Z"));
        (await at.Given.Link(at.Session.Id, "Next", "https://example.org/"))["order"].GetInt32().ShouldBe(8);
        (await organiser.Remove(address, edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        (await organiser.Read(address)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-link");
    }

    [Fact]
    public async Task A_session_has_twenty_links_at_the_most_and_so_has_each_contribution()
    {
        var at = await FileSituation.MakeAsync(host, published: false);
        for (var number = 1; number <= 20; number++)
            (await at.Given.Link(at.Session.Id, $"Link {number}", "https://example.org/")).ShouldBe(HttpStatusCode.Created);

        (await at.Given.Link(at.Session.Id, "Link 21", "https://example.org/")).ShouldBeProblem(HttpStatusCode.Conflict, "too-many-links");

        (await at.Given.Link(at.Session.Id, "Of the talk", "https://example.org/", at.Contribution)).ShouldBe(HttpStatusCode.Created);
        (await at.Given.Organiser.Read(at.Links))["items"].GetArrayLength().ShouldBe(21);
    }
}
