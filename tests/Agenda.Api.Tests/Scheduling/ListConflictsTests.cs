using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Scheduling;

public sealed class ListConflictsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Conflicts_are_told_whole_the_worst_first()
    {
        var (given, andy) = await Clashing("whole");

        var answer = (await given.Organiser.Read($"{given.Path}/conflicts")).ShouldBe(HttpStatusCode.OK);

        answer["items"].EnumerateArray().Select(Said).ShouldBe([
            "error room-double-booked MC-A MC-B @arbutus-room 2024-01-08: MC-A and MC-B are both in Arbutus Room on 2024-01-08 09:30 until 10:00.",
            "error person-double-booked MC-A MC-B by Andy Hargreaves 2024-01-08: Andy Hargreaves chairs MC-A and presents in MC-B on 2024-01-08 09:30 until 10:00.",
            "error room-too-small MC-A @arbutus-room 2024-01-08: MC-A needs 90 seats; Arbutus Room has 60.",
            "warning outside-conference MC-C 2024-01-13: MC-C, on 2024-01-13 09:00, is outside the days of the conference.",
            "warning no-room MC-C 2024-01-13: MC-C has no room.",
            "warning no-slot MC-D: MC-D has no time.",
        ]);
        answer["counts"].GetRawText().ShouldBe("""{"errors":3,"warnings":3,"information":0,"acknowledged":0}""");
        (answer["next"].ValueKind, answer["complete"].GetBoolean()).ShouldBe((JsonValueKind.Null, true));
        var first = answer["items"][1];
        first.GetProperty("people")[0].GetProperty("id").GetGuid().ShouldBe(andy);
        first.GetProperty("draft").GetBoolean().ShouldBeFalse();
        (first.GetProperty("acknowledged").ValueKind, first.GetProperty("lapsed").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
    }

    [Theory]
    [InlineData("severity=warning", 3)]
    [InlineData("severity=warning&severity=error", 6)]
    [InlineData("rule=no-room&rule=room-too-small", 2)]
    [InlineData("session=MC-A", 3)]
    [InlineData("session=mc-a&rule=room-too-small", 1)]
    [InlineData("room=arbutus-room", 3)]
    [InlineData("room=oak-room", 0)]
    [InlineData("person=ANDY", 1)]
    [InlineData("day=2024-01-13", 2)]
    [InlineData("day=2024-01-13&severity=error", 0)]
    [InlineData("acknowledged=false", 6)]
    [InlineData("acknowledged=true", 0)]
    public async Task A_filter_chooses(string filter, int hits)
    {
        var (given, andy) = await Clashing($"filter-{Interlocked.Increment(ref number)}");

        var answer = (await given.Organiser.Read($"{given.Path}/conflicts?{filter.Replace("ANDY", $"{andy}", StringComparison.Ordinal)}")).ShouldBe(HttpStatusCode.OK);

        answer["items"].GetArrayLength().ShouldBe(hits);
        answer["counts"].EnumerateObject().Sum(count => count.Value.GetInt32()).ShouldBe(hits);
    }

    [Theory]
    [InlineData("severity", "fatal")]
    [InlineData("severity", "off")]
    [InlineData("rule", "room-empty")]
    [InlineData("session", "MC-Z")]
    [InlineData("room", "nowhere")]
    [InlineData("person", "andy")]
    [InlineData("day", "monday")]
    public async Task An_unknown_value_is_named(string parameter, string value)
    {
        var (given, _) = await Clashing($"unknown-{parameter}-{value.ToLowerInvariant()}");

        var answer = await given.Organiser.Read($"{given.Path}/conflicts?{parameter}={value}");

        answer.ShouldBeProblem(HttpStatusCode.BadRequest, "unknown-filter-value");
        (answer["parameter"].GetString(), answer["value"].GetString()).ShouldBe((parameter, value));
    }

    [Fact]
    public async Task Pages_join_to_the_whole_list()
    {
        var (given, _) = await Clashing("pages");
        var whole = (await given.Organiser.Read($"{given.Path}/conflicts"))["items"].EnumerateArray().Select(Said).ToList();

        var (parts, after) = (new List<string>(), "");
        do
        {
            var page = (await given.Organiser.Read($"{given.Path}/conflicts?limit=2{after}")).ShouldBe(HttpStatusCode.OK);
            parts.AddRange(page["items"].EnumerateArray().Select(Said));
            page["counts"].GetProperty("errors").GetInt32().ShouldBe(3);
            after = page["next"].GetString() is { } next ? $"&after={Uri.EscapeDataString(next)}" : "";
        }
        while (after.Length > 0);

        parts.ShouldBe(whole);
    }

    [Fact]
    public async Task A_chair_sees_the_conflicts_of_which_all_sessions_are_theirs()
    {
        var (given, andy) = await Clashing("chair");
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Andy of conflicts");
        await accounts.MemberAsync(account, given.Slug, ConferenceRole.Chair, andy);
        var chair = await accounts.WithTokenAsync(account);

        var answer = (await chair.Read($"{given.Path}/conflicts")).ShouldBe(HttpStatusCode.OK);

        answer["items"].EnumerateArray().Select(Said).ShouldBe(["error room-too-small MC-A @arbutus-room 2024-01-08: MC-A needs 90 seats; Arbutus Room has 60."]);
        answer.Text.ShouldNotContain("MC-B");
    }

    [Fact]
    public async Task That_somebody_is_away_is_for_those_who_see_what_is_private()
    {
        var (given, andy) = await Clashing("away");
        var person = await given.Organiser.Read($"{given.Path}/people/{andy}");
        var absences = new[] { new { from = "2024-01-08T00:00:00", until = "2024-01-09T00:00:00" } };
        (await given.Organiser.Put($"{given.Path}/people/{andy}", person.Tag, new { givenName = "Andy", familyName = "Hargreaves", absences })).ShouldBe(HttpStatusCode.OK);
        var accounts = new AccountsOf(host);
        var account = await accounts.AddAsync("Reads conflicts");
        await accounts.MemberAsync(account, given.Slug, ConferenceRole.Reader);
        var reader = await accounts.WithTokenAsync(account);

        (await given.Organiser.Read($"{given.Path}/conflicts?rule=person-unavailable"))["items"].GetArrayLength().ShouldBe(2);
        var seen = (await reader.Read($"{given.Path}/conflicts")).ShouldBe(HttpStatusCode.OK);

        seen["items"].GetArrayLength().ShouldBe(6);
        seen.Text.ShouldNotContain("cannot be there");
        (await reader.Read($"{given.Path}/people/{andy}"))["absences"].GetArrayLength().ShouldBe(0);
    }

    private static int number;

    /// <summary>MC-A and MC-B share a room and Andy, MC-A is too large, MC-C is outside and MC-D nowhere; MC-E is cancelled and MC-F a draft without anything.</summary>
    private async Task<(Given Given, Guid Andy)> Clashing(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        await given.Room("Arbutus Room", 60);
        await given.Room("Oak Room", 20);
        var andy = (await given.Person("Andy", "Hargreaves")).Id;
        await given.Placed(await given.Session("MC-A", "A", more: new { chairs = new[] { andy }, seats = 90 }), "arbutus-room", "2024-01-08T09:00:00", 60);
        await given.Placed(
            await given.Session("MC-B", "B", more: new { contributions = new[] { new { title = "Soil", authors = new[] { new { person = andy, presenting = true } } } } }), "arbutus-room", "2024-01-08T09:30:00", 60);
        await given.Placed(await given.Session("MC-C", "C"), null, "2024-01-13T09:00:00", 60);
        await given.Session("MC-D", "D");
        await given.Placed(await given.Session("MC-E", "E", status: "cancelled"), "arbutus-room", "2024-01-08T09:00:00", 60);
        await given.Session("MC-F", "F", status: "draft");
        return (given, andy);
    }

    private static string Said(JsonElement conflict)
    {
        var room = conflict.GetProperty("room").GetString() is { } slug ? $" @{slug}" : "";
        var people = string.Concat(conflict.GetProperty("people").EnumerateArray().Select(p => $" by {p.GetProperty("name")}"));
        var day = conflict.GetProperty("day").GetString() is { } date ? $" {date}" : "";
        return $"{conflict.GetProperty("severity")} {conflict.GetProperty("rule")} {string.Join(' ', conflict.GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("code")))}{room}{people}{day}: {conflict.GetProperty("reason")}";
    }
}
