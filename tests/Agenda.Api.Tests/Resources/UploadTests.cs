using System.Net;
using System.Security.Cryptography;
using System.Text;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Agenda.Api.Tests.Resources;

public sealed class UploadTests(NarrowHost host) : IClassFixture<NarrowHost>
{
    private static readonly byte[] Text = "Read this."u8.ToArray();

    [Fact]
    public async Task An_upload_answers_with_all_that_is_known_of_the_file()
    {
        var at = await FileSituation.MakeAsync(host);
        var content = Pdf.Of(700_000);

        var file = await at.Given.File(at.Session, "Slides.pdf", content, $"&contribution={at.Contribution}&visibleFrom=2024-01-09T09:00:00Z");

        file.Tag.ShouldBe("\"1\"");
        file.Headers.Location!.ToString().ShouldBe($"{at.Given.Path}/files/{file.Id}");
        file.Text.ShouldBe(
            $$"""
            {"id":"{{file.Id}}","session":"{{at.Session.Id}}","contribution":"{{at.Contribution}}","name":"Slides.pdf","mediaType":"application/pdf","size":700000,"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(content))}}","uploadedAt":"2024-01-08T13:00:00Z","visibleFrom":"2024-01-09T09:00:00Z","order":1,"url":"https://agenda.example.org/{{at.Given.Slug}}/files/{{file.Id}}/Slides.pdf","version":1}
            """);
        (await at.Given.Organiser.Read($"{at.Given.Path}/files/{file.Id}")).Text.ShouldBe(file.Text);
        (await at.Given.Organiser.Read(at.Files)).Text.ShouldBe($$"""{"items":[{{file.Text}}]}""");
        (await ChunksOf(file)).ShouldBe([(0, FileChunk.Length), (1, FileChunk.Length), (2, 700_000 - (2 * FileChunk.Length))]);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\maja\\slides.txt", "slides.txt")]
    [InlineData("a\r\nSet-Cookie: x=1\0.txt", "a Set-Cookie x=1.txt")]
    [InlineData("exe\u202Etxt.txt", "exetxt.txt")]
    [InlineData("  .hidden.TXT ", "hidden.TXT")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("\"><script>alert(1)</script>.txt", "script.txt")]
    [InlineData("Łódź – Résumé 你好 🙂.txt", "Łódź – Résumé 你好 🙂.txt")]
    [InlineData(" - .txt", "-.txt")]
    [InlineData("x. .txt", "x.txt")]
    public async Task A_hostile_name_is_cleaned(string said, string kept)
    {
        var at = await FileSituation.MakeAsync(host);

        var file = await at.Given.File(at.Session, said, Text);

        file["name"].GetString().ShouldBe(kept);
        var answer = await host.Reader().GetAsync(FileSituation.Public(file), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(kept);
    }

    [Fact]
    public async Task A_long_name_is_cut_and_keeps_its_ending()
    {
        var at = await FileSituation.MakeAsync(host);

        var name = (await at.Given.File(at.Session, $"{new string('x', 500)}.txt", Text))["name"].GetString()!;

        name.Length.ShouldBeLessThanOrEqualTo(Domain.Limits.FileName);
        name.ShouldEndWith("x.txt");
        (await at.Given.Uploaded(at.Session.Id, $"{new string('x', 2_000)}.txt", Text)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.pdf.htm")]
    [InlineData("picture.svg")]
    [InlineData("script.js")]
    [InlineData("setup.exe")]
    [InlineData("macros.docm")]
    [InlineData("slides.pdf ")]
    [InlineData("slides.pdf\u202Eexe.js")]
    [InlineData("pdf")]
    [InlineData("..")]
    [InlineData("....txt")]
    public async Task A_kind_that_is_not_taken_is_refused(string name)
    {
        var at = await FileSituation.MakeAsync(host);

        (await at.Given.Uploaded(at.Session.Id, name, Text)).ShouldBe(HttpStatusCode.UnsupportedMediaType).Code.ShouldBe(name == "slides.pdf " ? "file-content-differs" : "file-kind-not-taken");

        (await at.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("slides.pdf", "<html><script>alert(1)</script>%PDF-1.7")]
    [InlineData("photo.png", "GIF89a")]
    [InlineData("photo.jpg", "\u0089PNG\r\n\u001a\n")]
    [InlineData("archive.zip", "MZ\u0090")]
    [InlineData("talk.mp4", "ID3")]
    [InlineData("notes.txt", "MZ\u0090\0\u0003")]
    public async Task Content_of_another_kind_than_the_name_says_is_refused(string name, string content)
    {
        var at = await FileSituation.MakeAsync(host);

        (await at.Given.Uploaded(at.Session.Id, name, Encoding.Latin1.GetBytes(content))).ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "file-content-differs");

        (await at.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_before_it_is_read()
    {
        var at = await FileSituation.MakeAsync(host);

        (await at.Given.Organiser.Add(at.Files, new ByteArrayContent(Text))).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].ToString().ShouldContain("name");
        (await at.Given.Uploaded(at.Session.Id, "a.txt", [])).ShouldBeProblem(HttpStatusCode.BadRequest, "file-empty");
        (await at.Given.Uploaded(at.Session.Id, "a.txt", Text, "&visibleFrom=tomorrow")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].ToString().ShouldContain("visibleFrom");
        (await at.Given.Uploaded(at.Session.Id, "a.txt", Text, "&visibleFrom=9999-01-01T00:00:00Z")).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await at.Given.Uploaded(at.Session.Id, "a.txt", Text, $"&contribution={at.Session.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-contribution");
        (await at.Given.Uploaded(at.Contribution, "a.txt", Text)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        var elsewhere = await FileSituation.MakeAsync(host);
        (await at.Given.Uploaded(elsewhere.Session.Id, "a.txt", Text)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
        (await at.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing(bool unsaid)
    {
        var at = await FileSituation.MakeAsync(host);
        HttpContent content = unsaid ? new Unsaid(Pdf.Of((1024 * 1024) + 1)) : new ByteArrayContent(Pdf.Of((1024 * 1024) + 1));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{at.Files}?name=Slides.pdf") { Content = content };
        request.Headers.ExpectContinue = !unsaid;

        var answer = await (await at.Given.Organiser.SendAsync(request, TestContext.Current.CancellationToken)).Read();

        answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "file-too-large");
        (await at.CountAsync()).ShouldBe(0);
        await at.Given.File(at.Session, "Slides.pdf", Pdf.Of(1024 * 1024));
    }

    [Fact]
    public async Task More_files_or_bytes_than_there_may_be_are_refused_and_leave_nothing()
    {
        var at = await FileSituation.MakeAsync(host);
        await at.Given.File(at.Session, "1.pdf", Pdf.Of(1024 * 1024));
        await at.Given.File(at.Session, "2.txt", Text);

        (await at.Given.Uploaded(at.Session.Id, "3.txt", Text)).ShouldBeProblem(HttpStatusCode.Conflict, "too-many-files");
        (await at.Given.Uploaded(at.Session.Id, "3.pdf", Pdf.Of(1024 * 1024), $"&contribution={at.Contribution}")).ShouldBeProblem(HttpStatusCode.Conflict, "conference-full");

        await at.Given.File(at.Session, "3.txt", Text, $"&contribution={at.Contribution}");
        (await at.CountAsync()).ShouldBe(3);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        (await db.FileChunks.CountAsync(c => !db.SessionFiles.Any(f => f.Id == c.FileId), TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private async Task<List<(int Number, int Length)>> ChunksOf(Answer file)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (db, id) = (scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), new Domain.SessionFileId(file.Id));
        var chunks = await db.FileChunks.AsNoTracking().Where(c => c.FileId == id).OrderBy(c => c.Number).ToListAsync(TestContext.Current.CancellationToken);
        return [.. chunks.Select(c => (c.Number, c.Bytes.Length))];
    }

    /// <summary>Sent in pieces, without saying how long it is.</summary>
    private sealed class Unsaid(byte[] content) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) => await stream.WriteAsync(content);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
