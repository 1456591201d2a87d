using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A newer file of the same programme changes what it changed and nothing else.</summary>
public sealed class NewerFileTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static string File(params string[] events) =>
        $"<schedule><conference><title>x</title><time_zone_name>Europe/Oslo</time_zone_name></conference><day date='2031-01-01'><room name='A'>{string.Concat(events)}</room></day></schedule>";

    private static string Event(int id, string title, string start = "10:00", string more = "") =>
        $"<event id='{id}' guid='00000000-0000-4000-8000-{id:D12}'><start>{start}</start><duration>0:30</duration><title>{title}</title>{more}</event>";

    private static Task<Given> Conference(AgendaHost host, string slug) => Given.Conference(host, slug, "Europe/Oslo", "2031-01-01", "2031-01-02");

    [Fact]
    public async Task Updates_the_same_sessions_and_keeps_their_ids()
    {
        var given = await Conference(host, "same");
        await given.Imported(File(Event(1, "One"), Event(2, "Two"), Event(3, "Three")));
        var before = await given.Programme();

        var report = await given.Imported(File(Event(3, "Three"), Event(1, "One, retitled"), Event(2, "Two", "11:30"), Event(4, "Four")));

        report.Sessions().ShouldBe((1, 2, 1));
        var after = await given.Programme();
        Id(after["One, retitled"]).ShouldBe(Id(before["One"]));
        Id(after["Two"]).ShouldBe(Id(before["Two"]));
        after["Two"].GetProperty("placement").GetProperty("start").GetString().ShouldBe("2031-01-01T11:30:00");
        JsonSerializer.Serialize(after["Three"]).ShouldBe(JsonSerializer.Serialize(before["Three"]));
    }

    [Fact]
    public async Task Finds_sessions_by_id_when_the_newer_file_has_GUIDs_for_the_first_time()
    {
        var given = await Conference(host, "by-id");
        await given.Imported(File(Event(1, "One").Replace(" guid='00000000-0000-4000-8000-000000000001'", "", StringComparison.Ordinal)));
        var before = await given.Programme();

        (await given.Imported(File(Event(1, "One")))).Sessions().ShouldBe((0, 0, 1));

        Id((await given.Programme())["One"]).ShouldBe(Id(before["One"]));
    }

    [Fact]
    public async Task Cancels_what_is_gone_and_brings_it_back()
    {
        var given = await Conference(host, "gone");
        await given.Imported(File(Event(1, "One"), Event(2, "Two"), Event(3, "Three")));
        var own = (await given.Session("OWN", "Entered by hand", type: "Session")).Tag;

        var report = await given.Imported(File(Event(1, "One"), Event(2, "Two")));

        JsonSerializer.Serialize(report["gone"]).ShouldBe("""[{"code":"3","title":"Three","cancelled":true}]""");
        report.Sessions().ShouldBe((0, 0, 2));
        Statuses(await given.Programme()).ShouldBe(["Entered by hand confirmed", "One confirmed", "Three cancelled", "Two confirmed"]);

        (await given.Imported(File(Event(1, "One"), Event(2, "Two"))))["gone"].GetArrayLength().ShouldBe(0);
        var back = await given.Imported(File(Event(1, "One"), Event(2, "Two"), Event(3, "Three")));
        back.Sessions().ShouldBe((0, 1, 2));
        back.Notes("mended").ShouldBe(["line 1 | session 3 | It was cancelled here; the file has it, so it is confirmed."]);
        Statuses(await given.Programme()).ShouldBe(["Entered by hand confirmed", "One confirmed", "Three confirmed", "Two confirmed"]);
        own.ShouldNotBeNull();
    }

    [Fact]
    public async Task Keeps_what_is_gone_when_most_of_it_is()
    {
        var given = await Conference(host, "part");
        await given.Imported(File(Event(1, "One"), Event(2, "Two"), Event(3, "Three")));

        var report = await given.Imported(File(Event(3, "Three"), Event(9, "Another")));

        JsonSerializer.Serialize(report["gone"]).ShouldBe("""[{"code":"1","title":"One","cancelled":false},{"code":"2","title":"Two","cancelled":false}]""");
        Statuses(await given.Programme()).ShouldBe(["Another confirmed", "One confirmed", "Three confirmed", "Two confirmed"]);
    }

    [Fact]
    public async Task Leaves_alone_what_the_file_says_nothing_about()
    {
        var given = await Conference(host, "silent");
        await given.Imported(File(Event(1, "One", more: "<persons><person id='1'>Ada Byron King</person></persons>")));
        var session = (await given.Programme())["One"];
        var ada = (await given.People()).Values.Single();
        var chair = await given.Person("Carl", "Chair");
        var address = $"{given.Path}/sessions/{Id(session)}";
        var tag = $"\"{session.GetProperty("version").GetInt32()}\"";
        (await given.Organiser.Put(address, tag, new
        {
            code = "KEY-1",
            title = "One",
            type = "Session",
            language = "nb",
            status = "confirmed",
            @abstract = "Written here.",
            chairs = new[] { chair.Id },
            discussants = new[] { chair.Id },
            contributions = new object[]
            {
                new { code = "1", title = "One", @abstract = "About.", minutes = 30, authors = new[] { new { person = ada.GetProperty("id").GetGuid(), presenting = true } } },
                new { code = "2", title = "Discussion" },
            },
            resources = new[] { new { title = "Slides", url = "https://example.org/slides" } },
        })).ShouldBe(HttpStatusCode.OK);
        (await given.Organiser.Put($"{given.Path}/people/{ada.GetProperty("id").GetGuid()}", $"\"{ada.GetProperty("version").GetInt32()}\"", new
        {
            givenName = "Ada",
            familyName = "Byron King",
            affiliation = "Analytical Society",
            email = "ada@example.org",
        })).ShouldBe(HttpStatusCode.OK);
        var before = await host.Everything();

        var report = await given.Imported(File(Event(1, "One", more: "<persons><person id='1'>Ada Byron King</person></persons>")));

        report.Sessions().ShouldBe((0, 0, 1));
        report.Tally("people").ShouldBe((0, 0, 1));
        (await host.Everything()).Split("\n").Except(before.Split("\n")).ShouldBeEmpty();
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Takes_over_what_the_file_says_where_both_say_something()
    {
        var given = await Conference(host, "wins");
        await given.Imported(File(Event(1, "One", more: "<abstract>First</abstract><persons><person id='1'>Ada King</person><person id='2'>Bo</person></persons>")));

        var report = await given.Imported(File(Event(1, "One", more: "<abstract>Second</abstract><track>Sea</track><persons><person id='2'>Bo</person><person id='1'>Ada Lovelace</person></persons>")));

        report.Sessions().ShouldBe((0, 1, 0));
        report.Tally("people").ShouldBe((0, 1, 1));
        (await given.Lines()).ShouldBe(["1: One | 2031-01-01T10:00:00 +01:00, 30, a | Session, sea, - |  / Bo*, Ada Lovelace*"]);
        (await given.Programme())["One"].GetProperty("abstract").GetString().ShouldBe("Second");
    }

    [Theory]
    [InlineData("", "same")]
    [InlineData("{\"url\":\"https://example.org/1\",\"title\":\"One\"}", "fewer")]
    [InlineData("{\"url\":\"https://example.org/3\",\"title\":\"Three\"},{\"url\":\"https://example.org/1\",\"title\":\"One\"}", "other")]
    public async Task Changes_sessions_and_people_that_have_links(string links, string how)
    {
        const string Before = "{\"url\":\"https://example.org/1\",\"title\":\"One\"},{\"url\":\"https://example.org/2\",\"title\":\"Two\"}";
        static string Json(string title, string biography, string links) =>
            "{\"schedule\":{\"conference\":{\"title\":\"x\",\"time_zone_name\":\"Europe/Oslo\",\"days\":[{\"index\":1,\"date\":\"2031-01-01\",\"rooms\":{\"A\":[{\"id\":1,\"start\":\"10:00\",\"duration\":\"0:30\",\"title\":\""
            + $"{title}\",\"links\":[{links}],\"persons\":[{{\"id\":7,\"name\":\"Ada King\",\"biography\":\"{biography}\",\"links\":[{links}]}}]}}]}}}}]}}}}}}";
        var given = await Conference(host, $"links-{how}");
        await given.Imported(Json("One", "First.", Before));

        var report = await given.Imported(Json("Uno", "Second.", links.Length == 0 ? Before : links));

        (report.Sessions(), report.Tally("people")).ShouldBe(((0, 1, 0), (0, 1, 0)));
        var wanted = JsonSerializer.Serialize(JsonDocument.Parse($"[{(links.Length == 0 ? Before : links)}]").RootElement.EnumerateArray().Select(l => l.GetProperty("url").GetString()));
        foreach (var list in (JsonElement[])[(await given.Programme())["Uno"].GetProperty("resources"), (await given.People()).Values.Single().GetProperty("links")])
            JsonSerializer.Serialize(list.EnumerateArray().Select(l => l.GetProperty("url").GetString())).ShouldBe(wanted);
    }

    [Fact]
    public async Task Saves_nothing_when_it_is_only_tried()
    {
        var given = await Conference(host, "tried");
        await given.Imported(File(Event(1, "One")));
        var before = await host.Everything();

        var report = await given.Imported(File(Event(1, "Uno"), Event(2, "Two")), "?dryRun=true");

        report["dryRun"].GetBoolean().ShouldBeTrue();
        report.Sessions().ShouldBe((1, 1, 0));
        (await host.Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Keeps_the_codes_of_sessions_entered_by_hand()
    {
        var given = await Conference(host, "codes");
        await given.Type("T", "Talk");
        await given.Session("1", "Entered by hand", type: "T");

        await given.Imported(File(Event(1, "One")));
        (await given.Imported(File(Event(1, "One")))).Sessions().ShouldBe((0, 0, 1));

        (await given.Programme()).Values.Select(s => s.GetProperty("code").GetString()).Order().ShouldBe(["1", "1-2"]);
    }

    [Fact]
    public async Task Keeps_the_conferences_own_zone_and_every_instant()
    {
        var given = await Given.Conference(host, "zones", "Europe/Lisbon", "2031-01-01", "2031-01-02");

        var report = await given.Imported(File(Event(1, "One")));

        report.Notes("mended").ShouldBe(["line 1 | time zone Europe/Oslo | The conference stays in Europe/Lisbon; every session keeps its instant."]);
        (await given.Lines()).ShouldBe(["1: One | 2031-01-01T09:00:00 +00:00, 30, a | Session, -, - |  / "]);
    }

    private static string Id(JsonElement session) => session.GetProperty("id").GetString()!;

    private static string[] Statuses(Dictionary<string, JsonElement> programme) =>
        [.. programme.Select(s => $"{s.Key} {s.Value.GetProperty("status").GetString()}").Order(StringComparer.Ordinal)];
}
