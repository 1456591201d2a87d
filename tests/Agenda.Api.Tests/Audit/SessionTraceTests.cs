using System.Net;

namespace Agenda.Api.Tests.Audit;

/// <summary>What the trace tells of sessions: before and after of what an edit changed, and of nothing else.</summary>
public sealed class SessionTraceTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task An_edit_tells_the_fields_that_differ_before_and_after()
    {
        var (given, people) = await Conference();
        var session = await given.Session("MC-C", "Networks", more: new { language = "en", chairs = new[] { people[0], people[1] } });

        var edited = await Edit(given, session, new { code = "MC-C", title = "Professional networks", type = "KN", track = "learning", status = "confirmed", language = "en", chairs = new[] { people[1], people[2] } });

        edited.What.ShouldBe("session changed MC-C");
        edited.Said("session").ShouldBe($"{session.Id}");
        edited.Said("subject").ShouldBe($"{session.Id}");
        edited.Changes.ShouldBe(
        [
            "title: \"Networks\" -> \"Professional networks\"",
            "type: \"MC\" -> \"KN\"",
            "track: null -> \"learning\"",
            $"chairs: [\"{people[0]}\",\"{people[1]}\"] -> [\"{people[1]}\",\"{people[2]}\"]",
        ]);
    }

    [Fact]
    public async Task An_edit_tells_the_order_of_chairs_when_nothing_else_differs()
    {
        var (given, people) = await Conference();
        var session = await given.Session("MC-C", "Networks", more: new { chairs = new[] { people[0], people[1] }, discussants = new[] { people[0] } });

        var edited = await Edit(given, session, new { code = "MC-C", title = "Networks", type = "MC", status = "confirmed", chairs = new[] { people[1], people[0] } });

        edited.Changes.ShouldBe([$"chairs: [\"{people[0]}\",\"{people[1]}\"] -> [\"{people[1]}\",\"{people[0]}\"]", $"discussants: [\"{people[0]}\"] -> null"]);
    }

    [Fact]
    public async Task An_edit_tells_contributions_by_code_and_field()
    {
        var (given, people) = await Conference();
        var first = new { code = "1", title = "A framework", minutes = 30, authors = new[] { new { person = people[0], presenting = true }, new { person = people[1], presenting = false } } };
        var second = new { code = "2", title = "Practice" };
        var session = await given.Session("MC-C", "Networks", more: new { contributions = new object[] { first, second, new { code = "3", title = "Dropped", minutes = 5 } } });

        var edited = await Edit(given, session, new
        {
            code = "MC-C",
            title = "Networks",
            type = "MC",
            status = "confirmed",
            contributions = new object[]
            {
                new { code = "2", title = "Practice", @abstract = "In *schools*." },
                new { id = session["contributions"][0].GetProperty("id").GetGuid(), code = "1b", title = "A framework", minutes = 25, authors = first.authors.Reverse() },
                new { code = "4", title = "New" },
            },
        });

        edited.Changes.ShouldBe(
        [
            "contributions: [\"1\",\"2\",\"3\"] -> [\"2\",\"1b\",\"4\"]",
            "contributions[2].abstract: null -> \"In *schools*.\"",
            "contributions[1].code: \"1\" -> \"1b\"",
            "contributions[1].minutes: 30 -> 25",
            $"contributions[1].authors: [{Author(people[0], true)},{Author(people[1], false)}] -> [{Author(people[1], false)},{Author(people[0], true)}]",
            "contributions[4].title: null -> \"New\"",
            "contributions[3].title: \"Dropped\" -> null",
            "contributions[3].minutes: 5 -> null",
        ]);
    }

    [Fact]
    public async Task A_new_order_of_contributions_is_told_as_their_codes()
    {
        var (given, people) = await Conference();
        var (first, second) = (new { code = "1", title = "A", authors = new[] { new { person = people[0] } } }, new { code = "2", title = "B", authors = new[] { new { person = people[1] } } });
        var session = await given.Session("MC-C", "Networks", more: new { contributions = new[] { first, second } });

        var edited = await Edit(given, session, new { code = "MC-C", title = "Networks", type = "MC", status = "confirmed", contributions = new[] { second, first } });

        edited.Changes.ShouldBe(["contributions: [\"1\",\"2\"] -> [\"2\",\"1\"]"]);
    }

    [Fact]
    public async Task A_placement_is_told_by_room_start_and_length()
    {
        var (given, _) = await Conference();
        var session = await given.Session("MC-C", "Networks");
        var entries = await given.Organiser.TracedMeanwhile(async () =>
        {
            var placed = await given.Placed(session, "arbutus-room", "2024-01-08T14:00:00", 150);
            var moved = await given.Placed(placed, "hall", "2024-01-08T14:00:00", 90, "+00:00");
            (await given.Organiser.Remove($"{given.Path}/sessions/{session.Id}/placement", moved.Tag)).ShouldBe(HttpStatusCode.OK);
        });

        entries.Select(e => e.Operation).ShouldBe(["placeSession", "placeSession", "unplaceSession"]);
        entries.Select(e => e.What).Distinct().ShouldBe(["session changed MC-C"]);
        entries[0].Changes.ShouldBe(["placement.room: null -> \"arbutus-room\"", "placement.start: null -> \"2024-01-08T14:00:00\"", "placement.minutes: null -> 150"]);
        entries[1].Changes[..2].ShouldBe(["placement.room: \"arbutus-room\" -> \"hall\"", "placement.minutes: 150 -> 90"]);
        entries[2].Changes[..3].ShouldBe(["placement.room: \"hall\" -> null", "placement.start: \"2024-01-08T14:00:00\" -> null", "placement.minutes: 90 -> null"]);
    }

    [Fact]
    public async Task An_edit_that_says_the_same_again_leaves_none()
    {
        var (given, people) = await Conference();
        var same = new
        {
            code = "MC-C",
            title = "Networks",
            type = "MC",
            status = "confirmed",
            chairs = people,
            contributions = new[] { new { code = "1", title = "A", authors = new[] { new { person = people[0] } } } },
            resources = new[] { new { title = "Slides", url = "https://example.org/" }, new { title = "Paper", url = "https://example.org/paper" } },
        };
        var session = (await given.Organiser.Add($"{given.Path}/sessions", same)).ShouldBe(HttpStatusCode.Created);

        var entries = await given.Organiser.TracedMeanwhile(async () =>
            (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, same)).ShouldBe(HttpStatusCode.OK).Tag.ShouldNotBe(session.Tag));

        entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_is_told_whole_when_it_comes_and_when_it_goes()
    {
        var (given, people) = await Conference();
        var (longText, shortText) = (new string('x', 5_000), new string('y', 1_500));
        var body = new
        {
            code = "MC-C",
            title = "Networks",
            type = "MC",
            @abstract = longText,
            discussants = new[] { people[2] },
            contributions = new[] { new { title = "A framework", @abstract = shortText, authors = new[] { new { person = people[0], presenting = true } } } },
            resources = new[] { new { title = "Slides", url = "https://example.org/" } },
        };
        var entries = await given.Organiser.TracedMeanwhile(async () =>
        {
            var session = (await given.Organiser.Add($"{given.Path}/sessions", body)).ShouldBe(HttpStatusCode.Created);
            (await given.Organiser.Remove($"{given.Path}/sessions/{session.Id}", session.Tag)).ShouldBe(HttpStatusCode.OK);
        });

        entries.Select(e => $"{e.Operation} {e.What}").ShouldBe(["addSession session added MC-C", "removeSession session removed MC-C"]);
        string[] Told(int ofLong, string ofShort) =>
        [
            "code: \"MC-C\"", "title: \"Networks\"", "type: \"MC\"", $"abstract: \"{new string('x', ofLong)} […, 5000 characters in all]\"", "status: \"draft\"",
            "resources: [{\"title\":\"Slides\",\"url\":\"https://example.org/\"}]", $"discussants: [\"{people[2]}\"]", "contributions: [\"1\"]",
            "contributions[1].title: \"A framework\"", $"contributions[1].abstract: \"{ofShort}\"", $"contributions[1].authors: [{Author(people[0], true)}]",
        ];
        entries[0].Changes.ShouldBe(Told(200, $"{new string('y', 200)} […, 1500 characters in all]").Select(line => line.Insert(line.IndexOf(": ", StringComparison.Ordinal) + 2, "null -> ")));
        entries[1].Changes.ShouldBe(Told(2_000, shortText).Select(line => $"{line} -> null"));
    }

    private static string Author(Guid person, bool presenting) => $"{{\"person\":\"{person}\",\"presenting\":{(presenting ? "true" : "false")}}}";

    private static async Task<TracedEntry> Edit(Given given, Answer session, object body) => (await given.Organiser.TracedMeanwhile(async () =>
        (await given.Organiser.Put($"{given.Path}/sessions/{session.Id}", session.Tag, body)).ShouldBe(HttpStatusCode.OK))).ShouldHaveSingleItem();

    private async Task<(Given Given, Guid[] People)> Conference()
    {
        var given = await Given.Conference(host, $"sessions-{Interlocked.Increment(ref unique)}");
        await given.Type("MC", "Masterclass");
        await given.Type("KN", "Keynote");
        await given.Track("Learning");
        await given.Room("Arbutus Room", 60);
        await given.Room("Hall");
        return (given, [(await given.Person("Andy", "Hargreaves")).Id, (await given.Person("Danette", "Parsley")).Id, (await given.Person("Maja", "Łódzka")).Id]);
    }
}
