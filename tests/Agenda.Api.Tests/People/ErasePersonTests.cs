using System.Net;
using System.Text.Json;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Tests.People;

public sealed class ErasePersonTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly object Everything = new { titles = true, alsoReplace = new[] { "Water" } };

    [Fact]
    public async Task An_erased_person_is_in_nothing_that_anybody_can_read_of_any_release_and_in_any_process()
    {
        var quill = await Quill.MakeAsync(host, "everywhere");
        await using var other = new SecondProcess(host) { Clock = { Now = host.Clock.Now } };
        var before = await quill.PublicAsync();
        (await quill.PublicAsync(other)).ShouldBeTheSameAs(before);
        foreach (var secret in Quill.Secrets)
            before.Holding(secret).ShouldNotBeEmpty(secret);

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);
        var here = await quill.PublicAsync();
        await other.Get<PublishedAgendas>().RefreshAsync(TestContext.Current.CancellationToken);
        var there = await quill.PublicAsync(other);

        foreach (var secret in Quill.Secrets)
        {
            here.Holding(secret).ShouldBeEmpty(secret);
            there.Holding(secret).ShouldBeEmpty(secret);
        }

        here.Holding("Name withdrawn").Count.ShouldBeGreaterThan(20);
        there.ShouldBeTheSameAs(here);
    }

    [Fact]
    public async Task The_answer_tells_what_was_done_and_a_dry_run_tells_it_beforehand()
    {
        var quill = await Quill.MakeAsync(host, "told");
        await quill.Revised("MC-E", new { @abstract = "Quillfeather's law." });
        var before = await quill.PublicAsync();

        var tried = (await quill.Erase(query: "?dryRun=true")).ShouldBe(HttpStatusCode.OK);
        (await quill.PublicAsync()).ShouldBeTheSameAs(before);
        (await quill.Given.Organiser.Read(quill.Path))["familyName"].GetString().ShouldBe("Quillfeather");
        var done = (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        var person = $$"""{"id":"{{quill.Zsofia}}","givenName":"","familyName":"Name withdrawn","affiliation":null,"country":null,"biography":null,"email":null,"links":[],"version":3,"erasedAt":"{{host.Clock.Now:uuuu-MM-dd'T'HH:mm:ss'Z'}}","pronunciation":null,"absences":[]}""";
        foreach (var (answer, dryRun) in ((Answer, bool)[])[(tried, true), (done, false)])
        {
            JsonSerializer.Serialize(answer["person"]).ShouldBe(person);
            answer["dryRun"].GetBoolean().ShouldBe(dryRun);
            answer["sessions"].EnumerateArray().Select(s => s.GetString()).ShouldBe(["MC-A", "MC-D", "PS-B", "T-C"]);
            answer["releases"].EnumerateArray().Select(r => r.GetInt32()).ShouldBe([1, 2, 3]);
            answer["mentions"].GetRawText().ShouldBe("""[{"field":"abstract","session":"MC-E","contribution":null,"person":null,"excerpt":"Quillfeather's law.","programme":true,"releases":[]}]""");
            answer["moreMentions"].GetInt32().ShouldBe(0);
        }

        (await quill.Given.Organiser.Read(quill.Path)).ShouldBe(HttpStatusCode.OK).Tag.ShouldBe(done.Tag);
    }

    [Fact]
    public async Task What_only_they_wrote_goes_and_with_the_titles_when_asked()
    {
        var (quill, all) = (await Quill.MakeAsync(host, "texts"), await Quill.MakeAsync(host, "titles"));

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);
        (await all.Erase(Everything)).ShouldBe(HttpStatusCode.OK);

        (await Contributions(quill)).ShouldBe(["Soil, ", "Water, Together with Name withdrawn.", "After Name withdrawn, "]);
        (await Contributions(all)).ShouldBe(["Title withdrawn, ", "Name withdrawn, Together with Name withdrawn.", "After Name withdrawn, "]);
        (await quill.PublicAsync()).Holding("Lanterns").ShouldNotBeEmpty();
        (await all.PublicAsync()).Holding("Lanterns").ShouldBeEmpty("also as a withdrawn session it is nothing but their title");
    }

    [Fact]
    public async Task Is_done_once_and_nothing_can_be_entered_for_them_afterwards()
    {
        var quill = await Quill.MakeAsync(host, "once");
        var tag = (await quill.Given.Organiser.Read(quill.Path)).Tag;
        var done = await quill.Erase();

        foreach (var seen in (string?[])[done.Tag, tag])
        {
            (await quill.Erase(tag: seen)).ShouldBeProblem(HttpStatusCode.Conflict, "person-erased");
            (await quill.Given.Organiser.Put(quill.Path, seen, new { givenName = "Zsófia", familyName = "Quillfeather" })).ShouldBeProblem(HttpStatusCode.Conflict, "person-erased");
        }

        (await quill.Given.Organiser.Read(quill.Path)).Tag.ShouldBe(done.Tag);
    }

    [Fact]
    public async Task Somebody_who_was_removed_from_the_programme_is_erased_from_the_releases()
    {
        var given = await Given.Conference(host, "removed");
        await given.Type("MC", "Masterclass");
        var person = await given.Person("Zsófia", "Quillfeather", "Glimmerglass Institute");
        var session = await given.Session("MC-A", "An hour", more: new { chairs = new[] { person.Id } });
        await given.Published();
        (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-A", title = "An hour", type = "MC", status = "confirmed" })).ShouldBe(HttpStatusCode.OK);
        (await given.Organiser.Remove($"{given.Path}/people/{person.Id}", person.Tag)).ShouldBe(HttpStatusCode.NoContent);
        await given.Published();

        var erased = (await given.Organiser.Add($"{given.Path}/people/{person.Id}/erasure", new { })).ShouldBe(HttpStatusCode.OK);

        erased["person"].ValueKind.ShouldBe(JsonValueKind.Null);
        erased["releases"].GetRawText().ShouldBe("[1]");
        var texts = await PublicOutput.ReadAllAsync(host.Reader(), "removed", 2, ["MC-A"], person.Id);
        texts.Holding("Quillfeather").ShouldBeEmpty();
        texts.Holding("Glimmerglass").ShouldBeEmpty();
        (await given.Organiser.Add($"{given.Path}/people/{person.Id}/erasure", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "person-erased");
        (await given.Organiser.Add($"{given.Path}/people/{Guid.CreateVersion7()}/erasure", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-person");
    }

    [Fact]
    public async Task Reasons_and_notes_about_conflicts_forget_them_as_well()
    {
        var quill = await Quill.MakeAsync(host, "reasons");
        var (given, organiser) = (quill.Given, quill.Given.Organiser);
        var sessions = (await organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Select(s => s.GetProperty("id").GetGuid()).ToList();
        (await organiser.Add($"{given.Path}/constraints", new { kind = "not-together", first = sessions[0], second = sessions[1], note = "Zsófia Quillfeather wants both." })).ShouldBe(HttpStatusCode.Created);
        await given.Session("MC-X", "Without a slot");
        var conflict = (await organiser.Read($"{given.Path}/conflicts?session=MC-X"))["items"][0];
        (await organiser.Add($"{given.Path}/acknowledgements", new { conflict = conflict.GetProperty("id"), state = conflict.GetProperty("state"), reason = "Zsófia Quillfeather will say." })).ShouldBe(HttpStatusCode.Created);

        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        (await organiser.Read($"{given.Path}/constraints"))["items"][0].GetProperty("note").GetString().ShouldBe("Name withdrawn wants both.");
        (await organiser.Read($"{given.Path}/conflicts?session=MC-X"))["items"][0].GetProperty("acknowledged").GetProperty("reason").GetString().ShouldBe("Name withdrawn will say.");
        (await organiser.Read($"{given.Path}/audit?limit=500")).Text.ShouldNotContain("Quillfeather");
    }

    [Fact]
    public async Task People_of_other_conferences_stay_as_they_are()
    {
        var (quill, other) = (await Quill.MakeAsync(host, "here"), await Quill.MakeAsync(host, "there"));
        var before = await other.PublicAsync();

        (await quill.Given.Organiser.Send(HttpMethod.Post, $"{quill.Given.Path}/people/{other.Zsofia}/erasure", null, "*")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-person");
        (await quill.Erase()).ShouldBe(HttpStatusCode.OK);

        var after = await other.PublicAsync();
        foreach (var (path, text) in before.Where(p => p.Key.Contains("there", StringComparison.Ordinal)))
            after[path].ShouldBe(text, path);
    }

    private static async Task<string[]> Contributions(Quill quill) =>
        [.. (await quill.Host.Reader().Read($"{quill.Given.Path}/agenda/sessions/PS-B"))["contributions"].EnumerateArray().Select(c => $"{c.GetProperty("title").GetString()}, {c.GetProperty("abstract").GetString()}")];
}
