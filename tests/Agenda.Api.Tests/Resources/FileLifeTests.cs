using System.Net;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Web;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Resources;

/// <summary>Files from the upload to their end, as readers and organisers see them.</summary>
public sealed class FileLifeTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly byte[] Text = "Read this."u8.ToArray();

    [Fact]
    public async Task A_file_is_there_without_a_release_in_the_api_and_on_the_page()
    {
        var at = await FileSituation.MakeAsync(host);
        var reader = host.Reader();
        var path = $"{at.Given.Path}/agenda/sessions/MC-C";
        var before = await reader.Read(path);
        FileSituation.Visible(before).ShouldBeEmpty();

        var second = await at.Given.File(at.Session, "Slides <b> of Łódź.pdf", Pdf.Of(2_400_000));
        var ofTalk = await at.Given.File(at.Session, "Paper.txt", Text, $"&contribution={at.Contribution}");
        var first = await at.Given.File(at.Session, "Program.txt", Text);
        (await at.Given.Organiser.Put($"{at.Given.Path}/files/{first.Id}", first.Tag, new { name = "Programme.txt", order = -1 })).ShouldBe(HttpStatusCode.OK);

        var after = await reader.Read(path);
        after.Tag.ShouldNotBe(before.Tag);
        after["files"].ToString().ShouldBe(
            $$"""
            [{"id":"{{first.Id}}","name":"Programme.txt","size":10,"mediaType":"text/plain","url":"https://agenda.example.org/{{at.Given.Slug}}/files/{{first.Id}}/Programme.txt","contribution":null},{"id":"{{second.Id}}","name":"Slides b of Łódź.pdf","size":2400000,"mediaType":"application/pdf","url":"https://agenda.example.org/{{at.Given.Slug}}/files/{{second.Id}}/Slides%20b%20of%20%C5%81%C3%B3d%C5%BA.pdf","contribution":null},{"id":"{{ofTalk.Id}}","name":"Paper.txt","size":10,"mediaType":"text/plain","url":"https://agenda.example.org/{{at.Given.Slug}}/files/{{ofTalk.Id}}/Paper.txt","contribution":"{{at.Contribution}}"}]
            """);
        var page = Html.Parse((await reader.Read($"/{at.Given.Slug}/sessions/MC-C")).Text);
        page.QuerySelectorAll(".resources li").Select(li => (li.TextContent.Trim(), li.QuerySelector("a")!.GetAttribute("href"), li.QuerySelector("a")!.HasAttribute("download"))).ShouldBe(
        [
            ("Paper.txt TXT, 10 bytes", FileSituation.Public(ofTalk), true),
            ("Programme.txt TXT, 10 bytes", $"/{at.Given.Slug}/files/{first.Id}/Programme.txt", true),
            ("Slides b of Łódź.pdf PDF, 2.4 MB", FileSituation.Public(second), true),
        ]);
        // It belongs to no release: not to an older one either, and who asks by date alone is answered anew.
        using var dated = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfModifiedSince = before.Headers.Date } };
        (await reader.SendAsync(dated, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await at.Given.Published();
        (await reader.Read($"{path}?release=1")).Body.TryGetProperty("files", out _).ShouldBeFalse();
        (await reader.Read($"/{at.Given.Slug}/sessions/MC-C?release=1")).Text.ShouldNotContain("/files/");
    }

    [Fact]
    public async Task Another_process_learns_of_files_as_it_learns_of_releases()
    {
        var at = await FileSituation.MakeAsync(host);
        await using var second = new SecondProcess(host);
        var (there, path) = (second.Reader(), $"{at.Given.Path}/agenda/sessions/MC-C");
        FileSituation.Visible(await there.Read(path)).Length.ShouldBe(0);

        var file = await at.Given.File(at.Session, "Paper.txt", Text);
        await second.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);

        (await there.Read(path)).Text.ShouldBe((await host.Reader().Read(path)).Text);
        (await there.Read(FileSituation.Public(file))).Text.ShouldBe("Read this.");
        (await at.Given.Organiser.Remove($"{at.Given.Path}/files/{file.Id}", file.Tag)).ShouldBe(HttpStatusCode.NoContent);
        await second.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
        (await there.Read(FileSituation.Public(file))).ShouldBe(HttpStatusCode.NotFound);
        FileSituation.Visible(await there.Read(path)).Length.ShouldBe(0);
    }

    [Fact]
    public async Task An_edit_names_what_it_saw_and_keeps_the_kind()
    {
        var at = await FileSituation.MakeAsync(host);
        var file = await at.Given.File(at.Session, "Paper.txt", Text);
        var address = $"{at.Given.Path}/files/{file.Id}";

        (await at.Given.Organiser.Put(address, null, new { name = "Other.txt" })).ShouldBeProblem((HttpStatusCode)428, "if-match-needed");
        (await at.Given.Organiser.Put(address, "\"9\"", new { name = "Other.txt" })).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale")["current"].ToString().ShouldBe(file.Text);
        (await at.Given.Organiser.Put(address, file.Tag, new { name = "Other.pdf" })).ShouldBeProblem(HttpStatusCode.Conflict, "file-kind-differs");
        (await at.Given.Organiser.Put(address, file.Tag, new { name = "Other.html" })).ShouldBeProblem(HttpStatusCode.Conflict, "file-kind-not-taken");
        (await at.Given.Organiser.Put(address, file.Tag, new { name = "", order = 2_000_000, visibleFrom = "9999-01-01T00:00:00Z" })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"]
            .EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal).ShouldBe(["name", "order", "visibleFrom"]);
        (await at.Given.Organiser.Put($"{(await FileSituation.MakeAsync(host)).Given.Path}/files/{file.Id}", file.Tag, new { name = "Other.txt" })).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-file");

        var edited = (await at.Given.Organiser.Put(address, file.Tag, new { name = "dir/Other.txt", order = 7, visibleFrom = "2030-01-01T00:00:00Z" })).ShouldBe(HttpStatusCode.OK);

        edited.Tag.ShouldBe("\"2\"");
        (edited["name"].GetString(), edited["order"].GetInt32(), edited["visibleFrom"].GetString(), edited["sha256"].GetString()).ShouldBe(("Other.txt", 7, "2030-01-01T00:00:00Z", file["sha256"].GetString()));
        (await host.Reader().Read(FileSituation.Public(file))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_trace_tells_of_a_file_but_not_its_content()
    {
        var at = await FileSituation.MakeAsync(host);
        Answer file = null!;

        var left = await at.Given.Organiser.TracedMeanwhile(async () =>
        {
            file = await at.Given.File(at.Session, "Paper.txt", Text);
            var edited = await at.Given.Organiser.Put($"{at.Given.Path}/files/{file.Id}", file.Tag, new { name = "Other.txt", order = 1 });
            (await at.Given.Organiser.Remove($"{at.Given.Path}/files/{file.Id}", edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        });

        left.Select(e => (e.Operation, e.Said("kind"), e.Said("act"), e.Said("label"))).ShouldBe(
            [("addFile", "file", "added", "Paper.txt"), ("editFile", "file", "changed", "Other.txt"), ("removeFile", "file", "removed", "Other.txt")], ignoreOrder: true);
        var audit = (await at.Given.Organiser.Read($"{at.Given.Path}/audit?session={at.Session.Id}")).Text;
        audit.ShouldContain("""{"field":"size","before":null,"after":10}""");
        audit.ShouldNotContain("Read this.");
    }

    [Theory]
    [InlineData("contribution", 2)]
    [InlineData("session", 1)]
    [InlineData("conference", 0)]
    public async Task Files_go_with_what_they_belong_to(string what, int left)
    {
        var at = await FileSituation.MakeAsync(host);
        await at.Given.File(at.Session, "OfTalk.txt", Text, $"&contribution={at.Contribution}");
        await at.Given.File(at.Session, "OfSession.txt", Text);
        await at.Given.File(at.Draft, "OfDraft.txt", Text);
        var session = await at.Given.Organiser.Read($"{at.Given.Path}/sessions/{at.Session.Id}");

        (await (what switch
        {
            "contribution" => at.Given.Organiser.Put($"{at.Given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-C", title = "Networks", type = "MC", status = "confirmed" }),
            "session" => at.Given.Organiser.Remove($"{at.Given.Path}/sessions/{session.Id}", session.Tag),
            _ => at.Given.Organiser.Remove(at.Given.Path, (await at.Given.Organiser.Read(at.Given.Path)).Tag),
        })).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NoContent);

        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        var there = await db.SessionFiles.Where(f => f.Name.StartsWith("Of") && (f.SessionId == new Domain.SessionId(at.Session.Id) || f.SessionId == new Domain.SessionId(at.Draft.Id))).ToListAsync(TestContext.Current.CancellationToken);
        there.Count.ShouldBe(left);
        (await db.FileChunks.CountAsync(c => !db.SessionFiles.Any(f => f.Id == c.FileId), TestContext.Current.CancellationToken)).ShouldBe(0);
        if (what == "conference")
            return;

        await host.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
        FileSituation.Visible(await host.Reader().Read($"{at.Given.Path}/agenda/sessions/MC-C"))
            .ShouldBe(what == "contribution" ? ["OfSession.txt"] : []);
        (await at.Given.Organiser.Read($"{at.Given.Path}/audit")).Text.ShouldContain("\"label\":\"OfTalk.txt\"");
    }
}
