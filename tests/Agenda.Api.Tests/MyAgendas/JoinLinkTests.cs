using System.Net;
using Agenda.Api.MyAgendas;
using Agenda.Api.Security;
using Agenda.Api.Tests.Calendars;
using NodaTime;

namespace Agenda.Api.Tests.MyAgendas;

public sealed class JoinLinkTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string OfRoom = "https://meet.example.org/room?x=1,2;3", OfSession = "https://meet.example.org/session";

    private static int unique;

    [Fact]
    public async Task The_links_own_or_of_the_room_stand_in_the_feed_where_the_conference_says_so()
    {
        var (given, sessions, attendee) = await Situation();
        await given.RoomRevisedAsync("arbutus-room", ("joinUrl", OfRoom));
        await given.RevisedAsync(sessions["S-10"], ("joinUrl", OfSession), ("abstract", "With *emphasis*."));
        await given.Published();
        (await Read(attendee)).Unfolded.ShouldNotContain("meet.example.org");

        await given.JoinLinksAsync(true);
        var feed = await Read(attendee);

        foreach (var (code, url) in (ReadOnlySpan<(string, string)>)[("S-10", OfSession), ("S-13", OfRoom)])
        {
            var entry = feed.Event(sessions[code]);
            entry["CONFERENCE"].Value.ShouldBe(url);
            entry["CONFERENCE"].Lists["VALUE"].ShouldBe(["URI"]);
            entry["CONFERENCE"].Lists["FEATURE"].ShouldBe(["AUDIO", "VIDEO"]);
            entry["CONFERENCE"].Lists["LABEL"].ShouldBe(["Join online"]);
            entry["DESCRIPTION"].Text.ShouldContain($"\n\nJoin online: {url}\n\n");
        }

        feed.Event(sessions["S-10"])["X-ALT-DESC"].Text.ShouldContain(OfSession);
    }

    [Fact]
    public async Task Whatever_changes_a_link_moves_the_stamps_of_its_event_and_of_no_other()
    {
        var (given, sessions, attendee) = await Situation();
        await given.Room("Bare Room");
        await given.Placed(await given.SessionAsync(sessions["S-13"]), "bare-room", "2024-01-08T13:00:00", 60);
        await given.Published();
        var before = await Read(attendee);
        var steps = new (string Name, Func<Task> Make, string? Url, bool Moves)[]
        {
            ("the room gets a link that is not told", () => given.RoomRevisedAsync("arbutus-room", ("joinUrl", OfRoom)), null, false),
            ("links are told", () => given.JoinLinksAsync(true), OfRoom, true),
            ("the room is edited otherwise", () => given.RoomRevisedAsync("arbutus-room", ("capacity", 61)), OfRoom, false),
            ("the session gets its own", () => given.RevisedAsync(sessions["S-10"], ("joinUrl", OfSession)), OfSession, true),
            ("the room's is another", () => given.RoomRevisedAsync("arbutus-room", ("joinUrl", OfRoom + "&y")), OfSession, true),
            ("the session has none any more", () => given.RevisedAsync(sessions["S-10"], ("joinUrl", null)), OfRoom + "&y", true),
            ("neither has the room", () => given.RoomRevisedAsync("arbutus-room", ("joinUrl", null)), null, true),
            ("the room has one again", () => given.RoomRevisedAsync("arbutus-room", ("joinUrl", OfRoom)), OfRoom, true),
            ("links are kept back", () => given.JoinLinksAsync(false), null, true),
            ("a link changes that is not told", () => given.RoomRevisedAsync("arbutus-room", ("joinUrl", OfSession)), null, false),
            ("links are told again", () => given.JoinLinksAsync(true), OfSession, true),
        };

        foreach (var (name, make, url, moves) in steps)
        {
            host.Clock.Now += Duration.FromMinutes(1);
            await make();
            var after = await Read(attendee);
            var (was, now) = (before.Event(sessions["S-10"]), after.Event(sessions["S-10"]));
            now.GetValueOrDefault("CONFERENCE")?.Value.ShouldBe(url, name);
            now.ContainsKey("CONFERENCE").ShouldBe(url is not null, name);
            foreach (var stamp in (string[])["DTSTAMP", "LAST-MODIFIED"])
                Math.Sign(string.CompareOrdinal(now[stamp].Value, was[stamp].Value)).ShouldBe(moves ? 1 : 0, $"{stamp}, {name}");
            now["SEQUENCE"].Value.ShouldBe(was["SEQUENCE"].Value, name);
            (after.Tag != before.Tag, after.Modified != before.Modified).ShouldBe((moves, moves), name);
            // The session in the room without any link never had one.
            Said(after.Event(sessions["S-13"])).ShouldBe(Said(before.Event(sessions["S-13"])), name);
            before = after;
        }
    }

    [Fact]
    public async Task A_move_that_is_not_published_tells_no_link_of_the_new_room()
    {
        var (given, sessions, attendee) = await Situation();
        await given.Room("Secret Room");
        await given.RoomRevisedAsync("secret-room", ("joinUrl", OfSession));
        await given.RoomRevisedAsync("arbutus-room", ("joinUrl", OfRoom));
        await given.JoinLinksAsync(true);
        await given.Placed(await given.SessionAsync(sessions["S-10"]), "secret-room", "2024-01-08T10:00:00", 60);
        (await Read(attendee)).Event(sessions["S-10"])["CONFERENCE"].Value.ShouldBe(OfRoom);

        await given.Published();

        (await Read(attendee)).Event(sessions["S-10"])["CONFERENCE"].Value.ShouldBe(OfSession);
    }

    [Fact]
    public async Task Nobody_is_told_how_to_join_what_is_cancelled_or_withdrawn()
    {
        var (given, sessions, attendee) = await Situation();
        await given.RevisedAsync(sessions["S-10"], ("joinUrl", OfSession));
        await given.JoinLinksAsync(true);
        (await Read(attendee)).Unfolded.ShouldContain(OfSession);

        foreach (var status in (string[])["cancelled", "draft"])
        {
            await given.RevisedAsync(sessions["S-10"], ("status", status));
            await given.Published();
            var feed = await Read(attendee);
            feed.Event(sessions["S-10"])["STATUS"].Value.ShouldBe("CANCELLED");
            feed.Unfolded.ShouldNotContain(OfSession);
        }
    }

    [Theory]
    [InlineData("ftp://meet.example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("meet.example.org")]
    [InlineData("")]
    [InlineData("https://meet.example.org/\r\nX-INJECTED:1")]
    public async Task A_link_is_an_address_of_the_web(string url)
    {
        var (given, sessions, _) = await Situation();
        var session = await given.SessionAsync(sessions["S-10"]);

        var refused = await given.Organiser.Put($"{given.Path}/sessions/{sessions["S-10"]}", session.Tag, new { code = "S-10", title = "X", type = "MC", joinUrl = url });

        refused.ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input")["errors"].EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("joinUrl");
        (await given.Organiser.Add($"{given.Path}/rooms", new { name = "Y", joinUrl = url })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
    }

    private static IEnumerable<string> Said(Dictionary<string, ContentLine> entry) => entry.Select(p => $"{p.Key}:{p.Value.Value}");

    private async Task<(Given Given, IReadOnlyDictionary<string, Guid> Sessions, Attendee Attendee)> Situation()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, $"join-{Interlocked.Increment(ref unique)}");
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"], sessions["S-13"]);
        return (given, sessions, attendee);
    }

    // What was read is believed for a second, for which no test should wait.
    private Task<FeedRead> Read(Attendee attendee)
    {
        host.Get<MyFeeds>().Forget(Secret.HashOf(attendee.FeedToken));
        return attendee.ReadFeedAsync();
    }
}
