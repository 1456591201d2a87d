using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Conferences;

public sealed class CopyConferenceTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly object[] Walks = [new { from = "Main building", to = "Annexe", minutes = 5 }];

    private static int unique;

    [Fact]
    public async Task Begins_with_what_the_other_has_and_without_its_sessions_and_members()
    {
        var given = await Filled();

        var answer = (await Copy(given, "2025-01-06")).ShouldBe(HttpStatusCode.Created);

        var copy = answer["slug"].GetString()!;
        answer.Headers.Location!.OriginalString.ShouldBe($"/api/v1/conferences/{copy}");
        (answer["weeks"].GetInt32(), answer["leftOut"].GetRawText()).ShouldBe((52, "[]"));
        answer["copied"].GetRawText().ShouldBe("""{"buildings":2,"rooms":3,"sessionTypes":1,"tracks":1,"people":2,"sessions":0,"placements":0,"constraints":0,"members":0}""");
        var conference = await given.Organiser.Read($"/api/v1/conferences/{copy}");
        (conference["name"].GetString(), conference["timeZone"].GetString(), conference["firstDay"].GetString(), conference["lastDay"].GetString(), conference["contact"].GetString(), conference["colour"].GetString())
            .ShouldBe(("Next year", "Europe/Dublin", "2025-01-06", "2025-01-10", "office@example.org", "#1f6f8b"));
        (conference["release"].ValueKind, conference["joinLinksInFeeds"].GetBoolean()).ShouldBe((JsonValueKind.Null, false));
        conference["links"].GetRawText().ShouldBe((await given.Organiser.Read(given.Path))["links"].GetRawText());

        var rooms = (await given.Organiser.Read($"/api/v1/conferences/{copy}/rooms"))["items"].EnumerateArray().ToList();
        rooms.Select(r => $"{r.GetProperty("slug").GetString()} {r.GetProperty("building")} {r.GetProperty("capacity")} [{string.Join(", ", r.GetProperty("parts").EnumerateArray())}] {r.GetProperty("joinUrl")}")
            .ShouldBe(["attic Main building 20 [] ", "hall Main building 100 [] ", "both Annexe  [hall, attic] "], ignoreOrder: true);
        // The day of single opening hours moves with the sessions.
        rooms.Single(r => r.GetProperty("slug").GetString() == "both").GetProperty("openingHours").GetRawText().ShouldBe(
            """[{"day":null,"opens":"08:00","closes":"20:00"},{"day":"2025-01-07","opens":"10:00","closes":"12:00"}]""");
        var people = (await given.Organiser.Read($"/api/v1/conferences/{copy}/people"))["items"].EnumerateArray().ToList();
        people.Select(p => $"{p.GetProperty("familyName").GetString()} {p.GetProperty("email")} {p.GetProperty("absences").GetArrayLength()}").ShouldBe(["Hargreaves  0", "Łódzka maja@example.org 0"]);
        var policy = await given.Organiser.Read($"/api/v1/conferences/{copy}/conflict-policy");
        (policy["changeOverMinutes"].GetInt32(), policy["walkingTimes"].GetRawText()).ShouldBe((10, (await given.Organiser.Read($"{given.Path}/conflict-policy"))["walkingTimes"].GetRawText()));
        (await given.Organiser.Read($"/api/v1/conferences/{copy}/sessions"))["items"].GetArrayLength().ShouldBe(0);
        (await host.Reader().Read($"/api/v1/conferences/{copy}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sessions_come_as_drafts_on_the_same_weekday_at_the_same_time_with_ids_of_their_own()
    {
        var given = await Filled();

        var answer = (await Copy(given, "2025-01-06", new { sessions = true })).ShouldBe(HttpStatusCode.Created);

        answer["copied"].GetRawText().ShouldBe("""{"buildings":2,"rooms":3,"sessionTypes":1,"tracks":1,"people":2,"sessions":3,"placements":2,"constraints":1,"members":0}""");
        answer["leftOut"].EnumerateArray().Select(LeftOut).ShouldBe(["session MC-4 cancelled"]);
        var path = $"/api/v1/conferences/{answer["slug"].GetString()}";
        var copies = (await given.Organiser.Read($"{path}/sessions"))["items"].EnumerateArray().ToList();
        copies.Select(s => $"{s.GetProperty("code").GetString()} {s.GetProperty("status").GetString()} {Placement(s)}").ShouldBe(
            ["MC-1 draft hall 2025-01-06T09:00:00 90", "MC-2 draft  2025-01-10T16:00:00 60", "MC-3 draft nowhere"]);
        var (first, source) = (copies[0], (await given.Organiser.Read($"{given.Path}/sessions"))["items"][0]);
        foreach (var same in (string[])["title", "type", "track", "language", "abstract", "notes", "seats", "resources"])
            first.GetProperty(same).GetRawText().ShouldBe(source.GetProperty(same).GetRawText());
        (first.GetProperty("joinUrl").ValueKind, source.GetProperty("joinUrl").GetString()).ShouldBe((JsonValueKind.Null, "https://meet.example.org/mc-1"));
        Named(await given.Organiser.Read($"{path}/people"), first.GetProperty("chairs")[0]).ShouldBe("Łódzka");
        var (talk, was) = (first.GetProperty("contributions")[0], source.GetProperty("contributions")[0]);
        (talk.GetProperty("code").GetString(), talk.GetProperty("minutes").GetInt32(), Named(await given.Organiser.Read($"{path}/people"), talk.GetProperty("authors")[0].GetProperty("person"))).ShouldBe(("1", 30, "Hargreaves"));
        // Nothing points into the other conference.
        foreach (var id in (string[])[source.GetProperty("id").GetString()!, was.GetProperty("id").GetString()!, source.GetProperty("chairs")[0].GetString()!])
            copies.ShouldNotContain(s => s.GetRawText().Contains(id, StringComparison.Ordinal));
        var constraint = (await given.Organiser.Read($"{path}/constraints"))["items"].EnumerateArray().ShouldHaveSingleItem();
        constraint.GetProperty("first").GetRawText().ShouldContain(first.GetProperty("id").GetString()!);
        (await host.Reader().Read($"{path}/agenda")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
    }

    [Theory]
    // 8 January 2024 is a Monday: a conference that begins on a Tuesday or Wednesday would have its Monday before it begins.
    [InlineData("2025-01-06", null, 52)]
    [InlineData("2025-01-05", "2025-01-10", 52)]
    [InlineData("2025-01-04", "2025-01-10", 52)]
    [InlineData("2025-01-03", "2025-01-10", 52)]
    [InlineData("2023-01-09", null, -52)]
    [InlineData("2024-01-08", null, 0)]
    public async Task Dates_move_by_whole_weeks_so_that_weekdays_stay(string firstDay, string? lastDay, int weeks)
    {
        var given = await Filled();

        var answer = (await Copy(given, firstDay, new { sessions = true }, new { lastDay })).ShouldBe(HttpStatusCode.Created);

        answer["weeks"].GetInt32().ShouldBe(weeks);
        var moved = (await given.Organiser.Read($"/api/v1/conferences/{answer["slug"].GetString()}/sessions"))["items"][0].GetProperty("placement").GetProperty("start").GetString()!;
        NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(moved).Value.DayOfWeek.ShouldBe(NodaTime.IsoDayOfWeek.Monday);
    }

    [Theory]
    [InlineData("2025-01-07", "MC-1")]
    [InlineData("2025-01-09", "MC-1")]
    [InlineData("2025-01-05", "MC-2")]
    public async Task Refuses_days_on_which_a_session_would_not_be(string firstDay, string code)
    {
        var given = await Filled();
        var slug = $"copy-{unique + 1}";

        var refused = (await Copy(given, firstDay, new { sessions = true })).ShouldBeProblem(HttpStatusCode.Conflict, "falls-outside");

        refused["sessions"].EnumerateArray().Select(s => s.GetString()).ShouldBe([code]);
        (await given.Organiser.Read($"/api/v1/conferences/{slug}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Copy(given, firstDay)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_time_that_the_zone_skips_is_left_without_a_slot_and_told()
    {
        var other = await Given.Conference(host, $"skipped-{Interlocked.Increment(ref unique)}", firstDay: "2024-03-24", lastDay: "2024-03-24");
        await other.Type("MC", "Masterclass");
        await other.Placed(await other.Session("MC-1", "In the night"), null, "2024-03-24T01:30:00", 60);
        var skipped = (await Copy(other, "2024-03-31", new { sessions = true })).ShouldBe(HttpStatusCode.Created);
        skipped["leftOut"].EnumerateArray().Select(LeftOut).ShouldBe(["placement MC-1 time-skipped"]);
        (skipped["copied"].GetProperty("sessions").GetInt32(), skipped["copied"].GetProperty("placements").GetInt32()).ShouldBe((1, 0));
        (await Copy(other, "2024-03-31", new { sessions = true }, new { timeZone = "Asia/Tokyo" }))["copied"].GetProperty("placements").GetInt32().ShouldBe(1);
        (await Copy(other, "2024-10-27", new { sessions = true }))["leftOut"].EnumerateArray().Select(LeftOut).ShouldBe(["placement MC-1 time-repeated"]);
    }

    [Fact]
    public async Task Members_come_where_asked_for_and_are_the_same_people()
    {
        var given = await Filled();
        var accounts = new AccountsOf(host);
        var (owner, chair) = (await accounts.AddAsync("Ada"), await accounts.AddAsync("Maja"));
        await accounts.MemberAsync(owner, given.Slug, ConferenceRole.Owner);
        var maja = (await given.Organiser.Read($"{given.Path}/people"))["items"].EnumerateArray().Single(p => p.GetProperty("givenName").GetString() == "Maja").GetProperty("id").GetGuid();
        await accounts.MemberAsync(chair, given.Slug, ConferenceRole.Chair, maja);

        var all = (await Copy(given, "2025-01-06", new { sessions = true, members = true })).ShouldBe(HttpStatusCode.Created);
        var without = (await Copy(given, "2025-01-06", new { people = false, members = true })).ShouldBe(HttpStatusCode.Created);

        all["copied"].GetProperty("members").GetInt32().ShouldBe(2);
        var slug = all["slug"].GetString();
        (await (await accounts.WithTokenAsync(chair)).Read($"/api/v1/conferences/{slug}/sessions"))["items"].EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["MC-1"]);
        (await (await accounts.WithTokenAsync(owner)).Read($"/api/v1/conferences/{slug}/members"))["items"].GetArrayLength().ShouldBe(2);
        without["leftOut"].EnumerateArray().Select(LeftOut).ShouldBe(["member Maja chair-needs-person"]);
        without["copied"].GetProperty("members").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_who_was_erased_does_not_come_along()
    {
        var given = await Filled();
        var person = (await given.Organiser.Read($"{given.Path}/people"))["items"].EnumerateArray().Single(p => p.GetProperty("givenName").GetString() == "Maja").GetProperty("id").GetGuid();
        (await given.Organiser.Send(HttpMethod.Post, $"{given.Path}/people/{person}/erasure", null, "*")).ShouldBe(HttpStatusCode.OK);

        var answer = (await Copy(given, "2025-01-06", new { sessions = true })).ShouldBe(HttpStatusCode.Created);

        answer["leftOut"].EnumerateArray().Select(LeftOut).ShouldBe(["person Name withdrawn person-erased", "session MC-4 cancelled"]);
        var path = $"/api/v1/conferences/{answer["slug"].GetString()}";
        (await given.Organiser.Read($"{path}/people"))["items"].GetArrayLength().ShouldBe(1);
        (await given.Organiser.Read($"{path}/sessions"))["items"][0].GetProperty("chairs").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_copied_leaves_sessions_without_it()
    {
        var given = await Filled();

        var answer = (await Copy(given, "2025-01-06", new { sessions = true, rooms = false, tracks = false, people = false, policy = false })).ShouldBe(HttpStatusCode.Created);

        var path = $"/api/v1/conferences/{answer["slug"].GetString()}";
        var first = (await given.Organiser.Read($"{path}/sessions"))["items"][0];
        (Placement(first), first.GetProperty("track").ValueKind, first.GetProperty("chairs").GetArrayLength()).ShouldBe((" 2025-01-06T09:00:00 90", JsonValueKind.Null, 0));
        (await given.Organiser.Read($"{path}/conflict-policy"))["changeOverMinutes"].GetInt32().ShouldBe(0);
        (await Copy(given, "2025-01-06", new { sessions = true, types = false })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].EnumerateObject().Select(e => e.Name).ShouldBe(["with"]);
    }

    [Fact]
    public async Task A_name_that_is_taken_or_reserved_and_days_that_make_no_sense_are_refused()
    {
        var given = await Filled();
        (await given.Organiser.Add($"{given.Path}/copy", new { slug = given.Slug, name = "X", firstDay = "2025-01-06" })).ShouldBeProblem(HttpStatusCode.Conflict, "slug-taken");
        (await given.Organiser.Add($"{given.Path}/copy", new { slug = "api", name = "X", firstDay = "2025-01-06" })).ShouldBeProblem(HttpStatusCode.Conflict, "slug-reserved");
        foreach (var (field, body) in ((string, object)[])[
            ("lastDay", new { slug = "x", name = "X", firstDay = "2025-01-06", lastDay = "2025-01-05" }), ("timeZone", new { slug = "x", name = "X", firstDay = "2025-01-06", timeZone = "Dublin" }),
            ("firstDay", new { slug = "x", name = "X", firstDay = "2200-12-01" })])
            (await given.Organiser.Add($"{given.Path}/copy", body)).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task The_trace_of_the_new_conference_tells_whose_copy_it_is()
    {
        var given = await Filled();
        var before = (await given.Organiser.Traced($"{given.Path}/audit")).Count;

        var answer = (await Copy(given, "2025-01-06", new { sessions = true })).ShouldBe(HttpStatusCode.Created);

        var slug = answer["slug"].GetString()!;
        var entries = await given.Organiser.Traced($"/api/v1/conferences/{slug}/audit");
        entries.ShouldAllBe(entry => entry.Operation == "copyConference");
        entries.Count(entry => entry.What.StartsWith("session added", StringComparison.Ordinal)).ShouldBe(3);
        entries.Single(entry => entry.What == $"conference changed {slug}").Changes.ShouldBe([$"copiedFrom: null -> \"{given.Slug}\""]);
        (await given.Organiser.Traced($"{given.Path}/audit")).Count.ShouldBe(before);
    }

    private static string LeftOut(JsonElement l) => $"{l.GetProperty("kind").GetString()} {l.GetProperty("label").GetString()} {l.GetProperty("code").GetString()}";

    private static string Placement(JsonElement session) => session.GetProperty("placement") is { ValueKind: JsonValueKind.Object } p
        ? $"{p.GetProperty("room").GetString()} {p.GetProperty("start").GetString()} {p.GetProperty("minutes").GetInt32()}"
        : "nowhere";

    private static string? Named(Answer people, JsonElement id) =>
        people["items"].EnumerateArray().Single(p => p.GetProperty("id").GetString() == id.GetString()).GetProperty("familyName").GetString();

    private static Task<Answer> Copy(Given given, string firstDay, object? with = null, object? more = null)
    {
        var body = new Dictionary<string, object?> { ["slug"] = $"copy-{Interlocked.Increment(ref unique)}", ["name"] = "Next year", ["firstDay"] = firstDay };
        if (with is not null)
            body["with"] = with;
        foreach (var property in more?.GetType().GetProperties() ?? [])
            body[property.Name] = property.GetValue(more);
        return given.Organiser.Add($"{given.Path}/copy", body);
    }

    /// <summary>A conference from Monday to Friday with four sessions, one of them nowhere and one cancelled.</summary>
    private async Task<Given> Filled()
    {
        var given = await Given.Conference(host, $"copied-{Interlocked.Increment(ref unique)}");
        (await given.Organiser.Put(given.Path, "*", new
        {
            slug = given.Slug,
            name = "This year",
            timeZone = "Europe/Dublin",
            firstDay = "2024-01-08",
            lastDay = "2024-01-12",
            contact = "office@example.org",
            colour = "#1f6f8b",
            joinLinksInFeeds = true,
            links = new[] { new { title = "Web site", url = "https://example.org/" } },
        })).ShouldBe(HttpStatusCode.OK);
        await given.Room("Hall", 100, "Main building");
        await given.Room("Attic", 20, "Main building");
        object[] hours = [new { day = (string?)null, opens = "08:00", closes = "20:00" }, new { day = "2024-01-09", opens = "10:00", closes = "12:00" }];
        string[] parts = ["hall", "attic"];
        (await given.Organiser.Add($"{given.Path}/rooms", new { name = "Both", building = "Annexe", parts, openingHours = hours, joinUrl = "https://meet.example.org/both" })).ShouldBe(HttpStatusCode.Created);
        await given.Type("MC", "Masterclass");
        await given.Track("Policy");
        var maja = (await given.Organiser.Add($"{given.Path}/people", new { givenName = "Maja", familyName = "Łódzka", email = "maja@example.org", absences = new[] { new { from = "2024-01-09T12:00:00", until = "2024-01-10T00:00:00" } } })).ShouldBe(HttpStatusCode.Created);
        var andy = await given.Person("Andy", "Hargreaves");
        (await given.Organiser.Put($"{given.Path}/conflict-policy", "*", new { changeOverMinutes = 10, walkingTimes = Walks })).ShouldBe(HttpStatusCode.OK);
        var first = await given.Session("MC-1", "One", more: new
        {
            track = "policy",
            language = "en",
            @abstract = "Text.",
            notes = "A note.",
            seats = 30,
            chairs = new[] { maja.Id },
            contributions = new[] { new { title = "A talk", minutes = 30, authors = new[] { new { person = andy.Id, presenting = true } } } },
            resources = new[] { new { title = "Handout", url = "https://example.org/handout" } },
            joinUrl = "https://meet.example.org/mc-1",
        });
        await given.Placed(first, "hall", "2024-01-08T09:00:00", 90);
        var second = await given.Placed(await given.Session("MC-2", "Two"), null, "2024-01-12T16:00:00", 60);
        await given.Session("MC-3", "Three", status: "draft");
        await given.Placed(await given.Session("MC-4", "Four", status: "cancelled"), "attic", "2024-01-09T09:00:00", 60);
        (await given.Organiser.Add($"{given.Path}/constraints", new { kind = "follows", first = first.Id, second = second.Id })).ShouldBe(HttpStatusCode.Created);
        await given.Published();
        return given;
    }
}
