using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>Every edit that can matter to conflicts answers with those that it caused and solved.</summary>
public sealed class CausedConflictsTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly string[] NoPeople = [];

    [Fact]
    public async Task Placing_a_session_and_taking_it_away_again()
    {
        var (given, first, second) = await Two("placing");
        await given.Placed(first, "hall", "2024-01-08T09:00:00", 60);

        var into = await given.Placed(second, "hall", "2024-01-08T09:30:00", 60);
        var beside = await given.Placed(into, "loft", "2024-01-08T09:30:00", 60);
        var away = (await given.Organiser.Remove($"{given.Path}/sessions/{second.Id}/placement", beside.Tag)).ShouldBe(HttpStatusCode.OK);

        Changes(into).ShouldBe("+room-double-booked A B -no-slot B");
        Changes(beside).ShouldBe("-room-double-booked A B");
        Changes(away).ShouldBe("+no-slot B");
    }

    [Fact]
    public async Task Adding_editing_and_removing_a_session()
    {
        var (given, first, second) = await Two("editing");
        await given.Placed(first, "hall", "2024-01-08T09:00:00", 60);
        second = await given.Placed(second, "hall", "2024-01-08T09:30:00", 60);

        var added = await given.Session("C", "C");
        var cancelled = (await given.Organiser.Put($"{given.Path}/sessions/{second.Id}", second.Tag, new { code = "B", title = "B", type = "MC", status = "cancelled" })).ShouldBe(HttpStatusCode.OK);
        var back = (await given.Organiser.Put($"{given.Path}/sessions/{second.Id}", cancelled.Tag, new { code = "B", title = "B", type = "MC", status = "confirmed", seats = 31 })).ShouldBe(HttpStatusCode.OK);
        var chaired = (await given.Organiser.Put($"{given.Path}/sessions/{second.Id}/chairing", back.Tag, new { notes = "Nothing that matters." })).ShouldBe(HttpStatusCode.OK);
        var removed = (await given.Organiser.Remove($"{given.Path}/sessions/{second.Id}", chaired.Tag)).ShouldBe(HttpStatusCode.OK);

        Changes(added).ShouldBe("+no-slot C");
        Changes(cancelled).ShouldBe("-room-double-booked A B");
        Changes(back).ShouldBe("+room-double-booked A B +room-too-small B");
        Changes(chaired).ShouldBe("");
        Changes(removed).ShouldBe("-room-double-booked A B -room-too-small B");
    }

    [Fact]
    public async Task Editing_rooms_types_people_conference_policy_and_rules_between_sessions()
    {
        var (given, first, second) = await Two("others");
        var (hall, type) = (await Found(given, "rooms", "hall"), await Found(given, "session-types", "MC"));
        var person = await given.Person("Ada", "Lovelace");
        await given.Placed(first, "hall", "2024-01-08T09:00:00", 60);
        second = (await given.Organiser.Put($"{given.Path}/sessions/{second.Id}", second.Tag, new { code = "B", title = "B", type = "MC", status = "confirmed", chairs = new[] { person.Id }, seats = 25 })).ShouldBe(HttpStatusCode.OK);
        await given.Placed(second, "hall", "2024-01-08T10:00:00", 60);

        var smaller = await Put("rooms", hall, new { name = "Hall", slug = "hall", capacity = 20, openingHours = new[] { new { opens = "09:30", closes = "00:00" } } });
        var chairless = await Put("session-types", type, new { code = "MC", name = "Masterclass", needsChair = true });
        var away = await Put("people", person, new { givenName = "Ada", familyName = "Lovelace", absences = new[] { new { from = "2024-01-08T10:59:00", until = "2024-01-08T12:00:00" } } });
        var conference = await given.Organiser.Read(given.Path);
        var later = (await given.Organiser.Put(given.Path, conference.Tag, new { slug = given.Slug, name = "Others", timeZone = "Europe/Dublin", firstDay = "2024-01-09", lastDay = "2024-01-12" })).ShouldBe(HttpStatusCode.OK);
        var policy = await given.Organiser.Read($"{given.Path}/conflict-policy");
        var severities = new Dictionary<string, string> { ["outside-conference"] = "off", ["no-chair"] = "error" };
        var stricter = (await given.Organiser.Put($"{given.Path}/conflict-policy", policy.Tag, new { changeOverMinutes = 5, severities })).ShouldBe(HttpStatusCode.OK);
        var follows = (await given.Organiser.Add($"{given.Path}/constraints", new { kind = "follows", first = second.Id, second = first.Id })).ShouldBe(HttpStatusCode.Created);
        var free = (await given.Organiser.Remove($"{given.Path}/constraints/{follows.Id}", null)).ShouldBe(HttpStatusCode.OK);
        var renamed = await Put("rooms", smaller, new { name = "Large hall", slug = "hall", capacity = 20, openingHours = new[] { new { opens = "09:30", closes = "00:00" } } });

        Changes(smaller).ShouldBe("+room-closed A +room-too-small B");
        Changes(chairless).ShouldBe("+no-chair A");
        Changes(away).ShouldBe("+person-unavailable B");
        Changes(later).ShouldBe("+outside-conference A +outside-conference B");
        Changes(stricter).ShouldBe("+no-chair A +change-over-too-short A B -outside-conference A -no-chair A -outside-conference B");
        Changes(follows).ShouldBe("+must-follow B A");
        Changes(free).ShouldBe("-must-follow B A");
        Changes(renamed).ShouldBe("");

        async Task<Answer> Put(string what, Answer thing, object body) => (await given.Organiser.Put($"{given.Path}/{what}/{thing.Id}", thing.Tag, body)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_read_tells_no_changes_and_re_imports_keep_what_files_do_not_say()
    {
        var (given, first, _) = await Two("reading");
        var read = await given.Organiser.Read($"{given.Path}/sessions/{first.Id}");

        read.Body.TryGetProperty("conflicts", out var conflicts).ShouldBeFalse($"{conflicts}");
        read["seats"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await given.Organiser.Put($"{given.Path}/sessions/{first.Id}", read.Tag, new { code = "A", title = "A", type = "MC", seats = 0 })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
        (await given.Organiser.Put($"{given.Path}/sessions/{first.Id}", read.Tag, new { code = "A", title = "A", type = "MC", seats = 12, chairs = NoPeople })).ShouldBe(HttpStatusCode.OK)["seats"].GetInt32().ShouldBe(12);
    }

    private static async Task<Answer> Found(Given given, string what, string name)
    {
        var item = (await given.Organiser.Read($"{given.Path}/{what}"))["items"].EnumerateArray().Single(i => i.GetProperty(what == "rooms" ? "slug" : "code").GetString() == name);
        return await given.Organiser.Read($"{given.Path}/{what}/{item.GetProperty("id")}");
    }

    private async Task<(Given Given, Answer First, Answer Second)> Two(string slug)
    {
        var given = await Given.Conference(host, slug);
        await given.Type("MC", "Masterclass");
        await given.Room("Hall", 30);
        await given.Room("Loft", 30);
        return (given, await given.Session("A", "A"), await given.Session("B", "B"));
    }

    private static string Changes(Answer answer)
    {
        var changes = answer["conflicts"];
        changes.GetProperty("complete").GetBoolean().ShouldBeTrue();
        return string.Join(' ', changes.GetProperty("caused").EnumerateArray().Select(c => $"+{Told(c)}").Concat(changes.GetProperty("solved").EnumerateArray().Select(c => $"-{Told(c)}")));
    }

    private static string Told(JsonElement conflict) => $"{conflict.GetProperty("rule")} {string.Join(' ', conflict.GetProperty("sessions").EnumerateArray().Select(s => s.GetProperty("code")))}";
}
