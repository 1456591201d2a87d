using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Audit;

namespace Agenda.Api.Tests.Releases;

/// <summary>An old release is brought back into the programme.</summary>
public sealed class RestoreReleaseTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] WhatChanges =
    [
        "KN-1 Two: added",
        "KN-1 Three: removed, then KN-1-2",
        "MC-1 Edited twice: moved room-changed retitled people-changed abstract-changed contributions-changed resources-changed reclassified, overwrites, unpublished",
    ];

    private static int unique;

    [Fact]
    public async Task Trying_it_tells_what_would_change_and_changes_nothing()
    {
        var back = await MadeAsync();
        var before = await back.ProgrammeAsync();

        Answer tried = null!;
        (await back.Organiser.TracedMeanwhile(async () => tried = await back.TriedAsync())).ShouldBeEmpty();

        tried.Body.EnumerateObject().Select(p => p.Name).ShouldBe(["release", "dryRun", "state", "sessions", "restored", "conflicts"]);
        (tried["release"].GetInt32(), tried["dryRun"].GetBoolean()).ShouldBe((1, true));
        BroughtBack.Lines(tried).Select(Normal).ShouldBe(WhatChanges);
        tried["restored"].GetRawText().ShouldBe(
            $$$"""{"buildings":["Annex"],"rooms":["hall-2"],"sessionTypes":["KN"],"tracks":["learning"],"people":[{"id":"{{{back.Maja}}}","name":"Maja Łódzka"}]}""");
        tried["conflicts"].GetProperty("solved").EnumerateArray().Select(c => c.GetProperty("rule").GetString()).ShouldBe(["no-room"]);
        (await back.ProgrammeAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Afterwards_the_programme_is_published_as_it_was()
    {
        var back = await MadeAsync();

        var done = await back.DoneAsync();

        (done["dryRun"].GetBoolean(), BroughtBack.Lines(done).Length).ShouldBe((false, 3));
        (await host.Reader().Read($"{back.Path}/agenda"))["release"].GetInt32().ShouldBe(2, "nothing is public before it is published");
        await back.Given.Published();
        var reader = host.Reader();
        (await reader.Read($"{back.Path}/agenda"))["sessions"].GetRawText().ShouldBe((await reader.Read($"{back.Path}/agenda?release=1"))["sessions"].GetRawText());
        foreach (var code in (string[])["MC-1", "KN-1"])
            (await reader.Read($"{back.Path}/agenda/sessions/{code}")).Text.ShouldBe((await reader.Read($"{back.Path}/agenda/sessions/{code}?release=1")).Text);
        (await back.TriedAsync())["sessions"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_releases_do_not_hold_stays()
    {
        var back = await MadeAsync();

        await back.DoneAsync();

        var first = await back.SessionAsync(back.First);
        (first.GetProperty("title").GetString(), first.GetProperty("notes").GetString()).ShouldBe(("One", "A second microphone."));
        var third = await back.SessionAsync(back.Third);
        (third.GetProperty("code").GetString(), third.GetProperty("status").GetString(), third.GetProperty("title").GetString()).ShouldBe(("KN-1-2", "draft", "Three"));
        third.GetProperty("placement").GetProperty("start").GetString().ShouldBe("2024-01-08T10:00:00");
        (await back.Organiser.Read($"{back.Path}/people/{back.Andy}"))["email"].GetString().ShouldBe("andy@example.org");
        (await back.Organiser.Read($"{back.Path}/people/{back.Maja}"))["email"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task It_is_done_only_to_the_programme_that_was_seen()
    {
        var back = await MadeAsync();
        var seen = await back.TriedAsync();
        await back.EditAsync(back.First, new { code = "MC-1", title = "Edited meanwhile", type = "MC", status = "confirmed" });
        var before = await back.ProgrammeAsync();

        Answer refused = null!;
        (await back.Organiser.TracedMeanwhile(async () => refused = await back.Organiser.Add($"{back.Path}/releases/1/restoration", new { state = seen["state"].GetString() }))).ShouldBeEmpty();

        refused.ShouldBeProblem(HttpStatusCode.Conflict, "programme-changed");
        refused["current"].GetRawText().ShouldBe((await back.TriedAsync()).Text);
        refused["current"].GetProperty("sessions")[2].GetProperty("title").GetString().ShouldBe("Edited meanwhile");
        (await back.Organiser.Add($"{back.Path}/releases/1/restoration", new { })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await back.ProgrammeAsync()).ShouldBe(before);
        (await back.Organiser.Add($"{back.Path}/releases/2/restoration", new { state = (await back.TriedAsync())["state"].GetString() })).ShouldBeProblem(HttpStatusCode.Conflict, "programme-changed");
        (await back.Organiser.Add($"{back.Path}/releases/3/restoration?dryRun=true", new { })).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-release");
    }

    [Fact]
    public async Task What_was_called_otherwise_meanwhile_is_called_so_still()
    {
        var back = await MadeAsync();
        await back.Given.Room("Hall 2", 7);
        await back.Given.Type("KN", "Another keynote");
        var hall = (await back.Organiser.Read($"{back.Path}/rooms"))["items"].EnumerateArray().Single(r => r.GetProperty("slug").GetString() == "hall-1").GetProperty("id").GetGuid();
        var room = await back.Organiser.Read($"{back.Path}/rooms/{hall}");
        (await back.Organiser.Put($"{back.Path}/rooms/{hall}", room.Tag, new { name = "Great Hall", slug = "great-hall", capacity = 90 })).ShouldBe(HttpStatusCode.OK);

        var done = await back.DoneAsync();

        (done["restored"].GetProperty("rooms").GetRawText(), done["restored"].GetProperty("sessionTypes").GetRawText()).ShouldBe(("""["hall-2-2"]""", """["KN-2"]"""));
        (await back.SessionAsync(back.First)).GetProperty("placement").GetProperty("room").GetString().ShouldBe("great-hall");
        (await back.SessionAsync(back.Second)).GetProperty("placement").GetProperty("room").GetString().ShouldBe("hall-2-2");
        (await back.SessionAsync(back.Second)).GetProperty("type").GetString().ShouldBe("KN-2");
    }

    [Fact]
    public async Task Who_was_erased_stays_erased()
    {
        var back = await MadeAsync();
        foreach (var person in (Guid[])[back.Andy, back.Maja])
        {
            var tag = (await back.Organiser.Read($"{back.Path}/people/{person}")).Tag;
            (await back.Organiser.Send(HttpMethod.Post, $"{back.Path}/people/{person}/erasure", new { }, tag ?? "*")).ShouldBe(HttpStatusCode.OK);
        }

        var done = await back.DoneAsync();

        done["restored"].GetProperty("people").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["Name withdrawn"]);
        var maja = await back.Organiser.Read($"{back.Path}/people/{back.Maja}");
        (await back.Organiser.Put($"{back.Path}/people/{back.Maja}", maja.Tag, new { givenName = "Maja", familyName = "Łódzka" })).ShouldBeProblem(HttpStatusCode.Conflict, "person-erased");
        foreach (var path in (string[])["/sessions", "/people", "/audit?limit=500"])
        {
            var text = (await back.Organiser.Read(back.Path + path)).ShouldBe(HttpStatusCode.OK).Text;
            text.ShouldNotContain("Hargreaves");
            text.ShouldNotContain("Łódzka");
        }
    }

    [Fact]
    public async Task The_trace_tells_each_session_and_what_came_back()
    {
        var back = await MadeAsync();

        var left = await back.Organiser.TracedMeanwhile(() => back.DoneAsync());

        left.ShouldAllBe(entry => entry.Operation == "restoreRelease");
        left.Select(entry => entry.What).Order(StringComparer.Ordinal).ShouldBe(
        [
            "building added Annex", "person added Maja Łódzka", "room added hall-2", "session added KN-1", "session changed KN-1-2", "session changed MC-1", "session type added KN", "track added learning",
        ]);
        left.Single(entry => entry.Label == "KN-1-2").Changes.ShouldBe(["""code: "KN-1" -> "KN-1-2" """.TrimEnd(), """status: "confirmed" -> "draft" """.TrimEnd()]);
    }

    [Fact]
    public async Task Where_nothing_differs_nothing_is_done()
    {
        var back = await MadeAsync();
        await back.DoneAsync();
        var before = await back.ProgrammeAsync();

        (await back.Organiser.TracedMeanwhile(() => back.DoneAsync())).ShouldBeEmpty();

        (await back.ProgrammeAsync()).ShouldBe(before);
    }

    // The order in which kinds are told is not what these tests are about.
    private static string Normal(string line) => line.Replace("resource-changed", "resources-changed", StringComparison.Ordinal);

    private Task<BroughtBack> MadeAsync() => BroughtBack.MakeAsync(host, $"back-{Interlocked.Increment(ref unique)}");
}
