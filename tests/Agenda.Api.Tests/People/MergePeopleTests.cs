using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.People;

public sealed class MergePeopleTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] Preferred = ["name", "affiliation", "country"], Left = ["email", "links", "absences"];

    private static int unique;

    [Fact]
    public async Task Every_role_goes_to_the_one_who_stays_and_one_that_both_have_stays_once()
    {
        var (given, kept, other) = await Two();
        var third = (await given.Person("Danette", "Parsley")).Id;
        await given.Session("MC-1", "Chaired by both", more: new { chairs = new[] { other.Id, third, kept.Id }, discussants = new[] { third, other.Id } });
        var talks = new object[]
        {
            Talk("1", (third, true), (other.Id, true), (kept.Id, false)),
            Talk("2", (other.Id, false)),
            Talk("3", (third, true)),
        };
        await given.Session("MC-2", "Written by both", more: new { contributions = talks });
        await given.Session("MC-3", "Of the one who stays", more: new { chairs = new[] { kept.Id } });

        var answer = (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK);

        answer["dryRun"].GetBoolean().ShouldBeFalse();
        answer["other"].GetRawText().ShouldBe($$"""{"id":"{{other.Id}}","name":"A. Hargreaves"}""");
        answer["sessions"].EnumerateArray().Select(s => $"{s.GetProperty("code").GetString()} v{s.GetProperty("version").GetInt32()} {string.Join(", ", s.GetProperty("roles").EnumerateArray().Select(r => r.GetRawText()))}").ShouldBe(
        [
            """MC-1 v2 {"role":"chair","contribution":null,"joined":true}, {"role":"discussant","contribution":null,"joined":false}""",
            """MC-2 v2 {"role":"presenter","contribution":"1","joined":true}, {"role":"author","contribution":"2","joined":false}""",
        ]);
        var sessions = (await given.Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().ToList();
        Ids(sessions[0], "chairs").ShouldBe([kept.Id, third]);
        Ids(sessions[0], "discussants").ShouldBe([third, kept.Id]);
        sessions[1].GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("authors").GetRawText()).ShouldBe(
        [
            $$"""[{"person":"{{third}}","presenting":true},{"person":"{{kept.Id}}","presenting":true}]""",
            $$"""[{"person":"{{kept.Id}}","presenting":false}]""",
            $$"""[{"person":"{{third}}","presenting":true}]""",
        ]);
        sessions.Select(s => s.GetProperty("version").GetInt32()).ShouldBe([2, 2, 1]);
        (await given.Organiser.Read($"{given.Path}/people/{other.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-person");
    }

    [Fact]
    public async Task What_the_one_who_stays_lacks_is_taken_from_the_other()
    {
        var (given, kept, other) = await Two(
            new { givenName = "Andy", familyName = "Hargreaves", affiliation = "University of Ottawa", links = new[] { Link("a") }, absences = new[] { Absence(9) } },
            new { givenName = "A.", familyName = "Hargreaves", affiliation = "Boston College", country = "US", biography = "*Known.*", email = "andy@example.org", links = new[] { Link("a"), Link("b") }, absences = new[] { Absence(9), Absence(10) } });

        var answer = (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK);

        answer["taken"].EnumerateArray().Select(t => t.GetString()).ShouldBe(["country", "biography", "email", "links", "absences"]);
        var person = await given.Organiser.Read($"{given.Path}/people/{kept.Id}");
        (person["givenName"].GetString(), person["affiliation"].GetString(), person["country"].GetString(), person["biography"].GetString(), person["email"].GetString())
            .ShouldBe(("Andy", "University of Ottawa", "US", "*Known.*", "andy@example.org"));
        person["links"].EnumerateArray().Select(l => l.GetProperty("title").GetString()).ShouldBe(["a", "b"]);
        person["absences"].EnumerateArray().Select(a => a.GetProperty("from").GetString()).ShouldBe(["2024-01-09T12:00:00", "2024-01-10T12:00:00"]);
        (answer.Tag, answer["person"].GetRawText()).ShouldBe((person.Tag, person.Text));
    }

    [Fact]
    public async Task The_caller_says_what_to_prefer_and_what_to_leave()
    {
        var (given, kept, other) = await Two(
            new { givenName = "A.", familyName = "Hargreaves", affiliation = "Old" },
            new { givenName = "Andy", familyName = "Hargreaves", affiliation = "New", pronunciation = "AN-dee", email = "andy@example.org", links = new[] { Link("a") }, absences = new[] { Absence(9) } });

        var answer = (await Merge(given, kept, other, more: new { prefer = Preferred, leave = Left })).ShouldBe(HttpStatusCode.OK);

        answer["taken"].EnumerateArray().Select(t => t.GetString()).ShouldBe(["name", "affiliation", "pronunciation"]);
        answer["person"].EnumerateObject().Where(p => p.Name is not ("id" or "version" or "erasedAt")).Select(p => p.ToString()).ShouldBe(
            ["\"givenName\":\"Andy\"", "\"familyName\":\"Hargreaves\"", "\"affiliation\":\"New\"", "\"country\":null", "\"biography\":null", "\"email\":null", "\"links\":[]", "\"pronunciation\":\"AN-dee\"", "\"absences\":[]"]);
    }

    [Fact]
    public async Task Who_looks_after_sessions_as_the_other_does_so_as_the_one_who_stays()
    {
        var (given, kept, other) = await Two();
        await given.Session("MC-1", "Chaired", more: new { chairs = new[] { kept.Id } });
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Andy");
        await accounts.MemberAsync(account, given.Slug, ConferenceRole.Chair, other.Id);
        var chair = await accounts.WithTokenAsync(account);
        (await given.Organiser.Add($"{given.Path}/invitations", new { email = "andy@example.org", role = "chair", person = other.Id })).ShouldBe(HttpStatusCode.Created);
        (await chair.Read($"{given.Path}/sessions"))["items"].GetArrayLength().ShouldBe(0);

        var answer = (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK);

        (answer["members"].GetInt32(), answer["invitations"].GetInt32()).ShouldBe((1, 1));
        (await chair.Read($"{given.Path}/sessions"))["items"].GetArrayLength().ShouldBe(1);
        (await given.Organiser.Read($"{given.Path}/members"))["items"].EnumerateArray().Select(m => m.GetProperty("person").ToString()).ShouldContain($"{kept.Id}");
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_and_changes_nothing()
    {
        var (given, kept, other) = await Two(new { givenName = "Andy", familyName = "Hargreaves" }, new { givenName = "A.", familyName = "Hargreaves", email = "andy@example.org" });
        await given.Room("Hall");
        await given.Room("Attic");
        await given.Placed(await given.Session("MC-1", "One", more: new { chairs = new[] { kept.Id } }), "hall", "2024-01-08T10:00:00", 60);
        await given.Placed(await given.Session("MC-2", "Two", more: new { chairs = new[] { other.Id } }), "attic", "2024-01-08T10:30:00", 60);
        var before = (await given.Organiser.Read($"{given.Path}/people"), await given.Organiser.Read($"{given.Path}/sessions"));
        Answer tried = null!;
        var left = await given.Organiser.TracedMeanwhile(async () => tried = (await Merge(given, kept, other, "?dryRun=true", new { otherVersion = (int?)null })).ShouldBe(HttpStatusCode.OK));

        left.ShouldBeEmpty();
        (await given.Organiser.Read($"{given.Path}/people")).Text.ShouldBe(before.Item1.Text);
        (await given.Organiser.Read($"{given.Path}/sessions")).Text.ShouldBe(before.Item2.Text);
        (tried["dryRun"].GetBoolean(), tried.Tag, tried["sessions"][0].GetProperty("version").GetInt32()).ShouldBe((true, kept.Tag, 2));
        tried["person"].GetProperty("email").GetString().ShouldBe("andy@example.org");
        var done = (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK);
        done["conflicts"].GetRawText().ShouldBe(tried["conflicts"].GetRawText());
        // One person cannot be in two places.
        done["conflicts"].GetProperty("caused").EnumerateArray().Select(c => c.GetProperty("rule").GetString()).ShouldBe(["person-double-booked"]);
    }

    [Fact]
    public async Task The_trace_tells_of_it_with_both_names()
    {
        var (given, kept, other) = await Two();
        await given.Session("MC-1", "One", more: new { chairs = new[] { other.Id } });

        var left = await given.Organiser.TracedMeanwhile(async () => (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK));

        left.Select(entry => entry.What).ShouldBe(["person changed Andy Hargreaves", "person removed A. Hargreaves", "session changed MC-1"], ignoreOrder: true);
        left.Single(entry => entry.What.StartsWith("person changed", StringComparison.Ordinal)).Changes.ShouldBe(
            ["merged: \"A. Hargreaves\" -> \"Andy Hargreaves\"", $"mergedPerson: \"{other.Id}\" -> \"{kept.Id}\""]);
        left.Single(entry => entry.What.StartsWith("session", StringComparison.Ordinal)).Changes.ShouldBe([$"chairs: [\"{other.Id}\"] -> [\"{kept.Id}\"]"]);
    }

    [Fact]
    public async Task Releases_stay_as_they_are_and_the_next_one_says_that_people_changed()
    {
        var (given, kept, other) = await Two();
        await given.Session("MC-1", "One", more: new { chairs = new[] { other.Id }, contributions = new[] { Talk("1", (other.Id, true)) } });
        await given.Session("MC-2", "Two");
        await given.Published();
        var reader = host.Reader();
        var (agenda, page) = (await reader.Read($"{given.Path}/agenda"), $"/{given.Slug}/people/{other.Id}");

        (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK);

        (await reader.Read($"{given.Path}/agenda")).Text.ShouldBe(agenda.Text);
        (await reader.Read(page)).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("A. Hargreaves");
        (await reader.Read($"{given.Path}/agenda/people/{other.Id}")).ShouldBe(HttpStatusCode.OK);
        await given.Published();
        var changes = (await reader.Read($"{given.Path}/releases/2/changes")).ShouldBe(HttpStatusCode.OK);
        var change = changes["changes"].EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("kinds").GetRawText().ShouldContain("people");
        (await reader.Read($"/{given.Slug}/people/{kept.Id}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("Andy Hargreaves");
        (await reader.Read(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reader.Read($"{page}?release=1")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("A. Hargreaves");
        (await reader.Read($"/{given.Slug}/sessions/MC-1?release=1")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("A. Hargreaves");
    }

    [Fact]
    public async Task What_is_kept_of_somebody_is_found_and_erased_under_both_ids()
    {
        var (given, first, other) = await Two(other: new { givenName = "Andrew", familyName = "Hargreaves", email = "old@example.org" });
        await given.Session("MC-1", "One", more: new { chairs = new[] { other.Id } });
        await given.Session("MC-2", "Two", more: new { chairs = new[] { first.Id } });
        await given.Published();
        // By way of a third one.
        var kept = await given.Person("A.", "H.");
        (await Merge(given, first, other, more: new { leave = Left })).ShouldBe(HttpStatusCode.OK);
        (await Merge(given, kept, first, more: new { otherVersion = 2, prefer = Preferred })).ShouldBe(HttpStatusCode.OK);

        var export = (await given.Organiser.Read($"{given.Path}/people/{kept.Id}/export")).ShouldBe(HttpStatusCode.OK);
        export["releases"].EnumerateArray().Select(r => $"{r.GetProperty("number")} {r.GetProperty("givenName")}").Order(StringComparer.Ordinal).ShouldBe(["1 Andrew", "1 Andy"]);
        export["changes"].EnumerateArray().Count(c => c.GetProperty("operation").GetString() == "addPerson").ShouldBe(3);
        var erased = (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{kept.Id}/erasure", null, "*")).ShouldBe(HttpStatusCode.OK);

        erased["releases"].GetRawText().ShouldBe("[1]");
        foreach (var path in (string[])[$"{given.Path}/agenda?release=1", $"/{given.Slug}/sessions/MC-1?release=1", $"/{given.Slug}/people?release=1", $"{given.Path}/people", $"{given.Path}/sessions", $"{given.Path}/audit?limit=500"])
        {
            var text = (await given.Organiser.Read(path)).ShouldBe(HttpStatusCode.OK).Text;
            foreach (var gone in (string[])["Hargreaves", "Andrew", "Andy", "old@example.org"])
                text.ShouldNotContain(gone, Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task Who_edits_one_of_the_sessions_at_the_time_hears_of_it()
    {
        var (given, kept, other) = await Two();
        var session = await given.Session("MC-1", "One", more: new { chairs = new[] { other.Id } });
        (await Merge(given, kept, other)).ShouldBe(HttpStatusCode.OK);

        var late = await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-1", title = "New", type = "MC", chairs = new[] { other.Id } });

        late.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale")["current"].GetProperty("chairs").GetRawText().ShouldBe($"[\"{kept.Id}\"]");
    }

    [Fact]
    public async Task Refuses_what_cannot_be_one()
    {
        var (given, kept, other) = await Two();
        var (elsewhere, stranger, _) = await Two();

        (await Merge(given, kept, kept)).ShouldBeProblem(HttpStatusCode.Conflict, "same-person");
        (await Merge(given, kept, stranger)).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-person");
        (await Merge(given, stranger, kept)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-person");
        (await Merge(given, kept, other, more: new { otherVersion = (int?)null })).ShouldBeProblem(HttpStatusCode.PreconditionRequired, "version-needed");
        var stale = (await Merge(given, kept, other, more: new { otherVersion = 9 })).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
        (stale["field"].GetString(), stale["current"].GetProperty("id").GetGuid()).ShouldBe(("otherVersion", other.Id));
        foreach (var wrong in (object[])[new { prefer = new[] { "links" } }, new { leave = new[] { "name" } }, new { prefer = new[] { "email" }, leave = new[] { "email" } }])
            (await Merge(given, kept, other, more: wrong)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");

        var erased = (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{other.Id}/erasure", null, other.Tag)).ShouldBe(HttpStatusCode.OK);
        (await Merge(given, kept, other, more: new { otherVersion = 2 })).ShouldBeProblem(HttpStatusCode.Conflict, "person-erased");
        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{other.Id}/merge", new { other = kept.Id, otherVersion = 1 }, erased.Tag)).ShouldBeProblem(HttpStatusCode.Conflict, "person-erased");
        (await elsewhere.Organiser.Read($"{elsewhere.Path}/people"))["items"].GetArrayLength().ShouldBe(2);
        (await given.Organiser.Read($"{given.Path}/people"))["items"].GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Refuses_more_links_than_one_person_may_have()
    {
        var (given, kept, other) = await Two(
            new { givenName = "Andy", familyName = "Hargreaves", links = Enumerable.Range(0, 30).Select(i => Link($"a{i}")) },
            new { givenName = "A.", familyName = "Hargreaves", links = Enumerable.Range(0, 30).Select(i => Link($"b{i}")) });

        (await Merge(given, kept, other)).ShouldBeProblem(HttpStatusCode.Conflict, "too-many-together");
        (await Merge(given, kept, other, more: new { leave = Left })).ShouldBe(HttpStatusCode.OK)["person"].GetProperty("links").GetArrayLength().ShouldBe(30);
    }

    private static object Link(string title) => new { title, url = $"https://example.org/{title}" };

    private static object Absence(int day) => new { from = $"2024-01-{day:d2}T12:00:00", until = $"2024-01-{day:d2}T18:00:00" };

    private static object Talk(string code, params (Guid Person, bool Presenting)[] authors) =>
        new { code, title = $"Talk {code}", authors = authors.Select(a => new { person = a.Person, presenting = a.Presenting }) };

    private static Guid[] Ids(JsonElement session, string name) => [.. session.GetProperty(name).EnumerateArray().Select(id => id.GetGuid())];

    private static Task<Answer> Merge(Given given, Answer kept, Answer other, string query = "", object? more = null)
    {
        var body = new Dictionary<string, object?> { ["other"] = other.Id, ["otherVersion"] = 1 };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more);
        return given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{kept.Id}/merge{query}", body, kept.Tag);
    }

    private async Task<(Given Given, Answer Kept, Answer Other)> Two(object? kept = null, object? other = null)
    {
        var given = await Given.Conference(host, $"merge-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        return (given, await Add(kept ?? new { givenName = "Andy", familyName = "Hargreaves" }), await Add(other ?? new { givenName = "A.", familyName = "Hargreaves" }));

        async Task<Answer> Add(object person) => (await given.Organiser.Add($"{given.Path}/people", person)).ShouldBe(HttpStatusCode.Created);
    }
}
