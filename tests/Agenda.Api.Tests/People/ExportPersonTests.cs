using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.People;

public sealed class ExportPersonTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Everything_that_is_kept_of_a_person_comes_out_as_a_file()
    {
        host.Clock.Now = AgendaHost.Began;
        var quill = await Quill.MakeAsync(host, "exported");
        await Kept.AddAsync(host, quill);
        using var response = await quill.Given.Organiser.GetAsync($"{quill.Path}/export", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        $"{response.Content.Headers.ContentDisposition}".ShouldStartWith($"attachment; filename=person-{quill.Zsofia}.json");
        $"{response.Headers.CacheControl}".ShouldBe("no-store");
        var export = await response.Read();
        (export["conference"].GetString(), export["exportedAt"].GetString(), export["externalId"].ValueKind).ShouldBe(("exported", "2024-01-08T16:00:00Z", JsonValueKind.Null));
        export["person"].GetRawText().ShouldBe((await quill.Given.Organiser.Read(quill.Path)).Text);
        export["sessions"].EnumerateArray().Select(Session).ShouldBe([
            "MC-A An hour with Zsófia Quillfeather: chair; Led by **Quillfeather, Zsófia**.; ",
            "PS-B Papers: discussant, presenter; ; 1 Soil Moonlit fields., 2 Water Together with Zsófia Quillfeather.",
            "T-C Lanterns of Zsófia Quillfeather: presenter; Moonlit lanterns.; 1 Lanterns of Zsófia Quillfeather ",
        ]);
        export["releases"].EnumerateArray().Select(r =>
            $"{r.GetProperty("number")} {r.GetProperty("publishedAt")} {r.GetProperty("familyName")}, {r.GetProperty("affiliation")}, {r.GetProperty("country")}, {r.GetProperty("biography")}, {r.GetProperty("links").GetArrayLength()}: "
            + string.Join(' ', r.GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("code")))).ShouldBe([
                "1 2024-01-08T13:00:00Z Brambleworth, Glimmerglass College, , , 0: MC-A MC-D PS-B T-C",
                "2 2024-01-08T14:00:00Z Quillfeather, Glimmerglass Institute, Freedonia, Born in Tumbledown., 1: MC-A MC-D PS-B",
                "3 2024-01-08T15:00:00Z Quillfeather, Glimmerglass Institute, Freedonia, Born in Tumbledown., 1: MC-A PS-B",
            ]);
        export["unreadableReleases"].GetRawText().ShouldBe("[]");
        export["memberships"].EnumerateArray().Select(m => $"{m.GetProperty("role")} {m.GetProperty("email")}").Order(StringComparer.Ordinal).ShouldBe(["chair chair-exported@example.org", "organiser organiser-exported@example.org"]);
        export["invitations"].EnumerateArray().Select(i => $"{i.GetProperty("role")} {i.GetProperty("email")}").ShouldBe(["chair invited@quill.example"]);
        export["changes"].EnumerateArray().Where(c => c.GetProperty("operation").GetString() == "edit").Select(c => $"{c.GetProperty("label")}: {c.GetProperty("changes")[0].GetProperty("before")}").ShouldBe(["Zsófia Quillfeather: Brambleworth"]);
    }

    [Fact]
    public async Task Of_somebody_who_is_erased_it_says_no_more_than_that()
    {
        var quill = await Quill.MakeAsync(host, "exported-after");
        await Kept.AddAsync(host, quill);
        await quill.Erase();

        var export = (await quill.Given.Organiser.Read($"{quill.Path}/export")).ShouldBe(HttpStatusCode.OK);

        foreach (var secret in Quill.Secrets)
            Domain.Text.FoldedText.Of(export.Text).ShouldNotContain(Domain.Text.FoldedText.Of(secret));
        export["releases"].EnumerateArray().Select(r => r.GetProperty("familyName").GetString()).ShouldBe(["Name withdrawn", "Name withdrawn", "Name withdrawn"]);
        export["sessions"].GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task Somebody_in_old_releases_only_is_exported_and_nobody_is_not()
    {
        var given = await Given.Conference(host, "exported-removed");
        await given.Type("MC", "Masterclass");
        var person = await given.Person("Zsófia", "Quillfeather");
        var session = await given.Session("MC-A", "An hour", more: new { chairs = new[] { person.Id } });
        await given.Published();
        (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-A", title = "An hour", type = "MC", status = "confirmed" })).ShouldBe(HttpStatusCode.OK);
        (await given.Organiser.Remove($"{given.Path}/people/{person.Id}", person.Tag)).ShouldBe(HttpStatusCode.NoContent);

        var export = (await given.Organiser.Read($"{given.Path}/people/{person.Id}/export")).ShouldBe(HttpStatusCode.OK);

        export["person"].ValueKind.ShouldBe(JsonValueKind.Null);
        export["releases"][0].GetProperty("familyName").GetString().ShouldBe("Quillfeather");
        (await given.Organiser.Read($"{given.Path}/people/{Guid.CreateVersion7()}/export")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-person");
        (await host.Reader().Read($"{given.Path}/people/{person.Id}/export")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static string Session(JsonElement s) =>
        $"{s.GetProperty("code")} {s.GetProperty("title")}: {string.Join(", ", s.GetProperty("roles").EnumerateArray())}; {s.GetProperty("abstract")}; "
        + string.Join(", ", s.GetProperty("contributions").EnumerateArray().Select(c => $"{c.GetProperty("code")} {c.GetProperty("title")} {c.GetProperty("abstract")}"));
}
