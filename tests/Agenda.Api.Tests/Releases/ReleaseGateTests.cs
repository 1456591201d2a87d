using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Scheduling;

namespace Agenda.Api.Tests.Releases;

/// <summary>Errors that nobody acknowledged keep a programme from being published.</summary>
public sealed class ReleaseGateTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task An_error_refuses_the_release_and_is_told()
    {
        var booked = await BookedAsync();

        var refused = (await booked.Given.Organiser.Add($"{booked.Path}/releases", new { note = "First" })).ShouldBeProblem(HttpStatusCode.Conflict, "conflicts-unacknowledged");

        refused["count"].GetInt32().ShouldBe(1);
        refused["conflicts"].EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldBe((await booked.ConflictAsync()).GetRawText());
        (await host.Reader().Read($"{booked.Path}/agenda")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conference");
        await booked.AcknowledgedAsync();
        (await booked.Given.Published())["number"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_error_is_acknowledged_with_the_release_itself()
    {
        var booked = await BookedAsync();
        var seen = await booked.AcknowledgementAsync();
        await booked.PlaceAsync(booked.First, "hall-1", "2024-01-08T10:10:00");
        (await booked.Given.Organiser.Add($"{booked.Path}/releases", new { acknowledgements = new[] { seen } })).ShouldBeProblem(HttpStatusCode.Conflict, "conflicts-unacknowledged");
        (await booked.ConflictAsync()).GetProperty("lapsed").ValueKind.ShouldBe(JsonValueKind.Null, "nothing is stored of what is refused");
        var gone = new { conflict = booked.Chair, state = "1.1", reason = "It is gone." };

        (await booked.Given.Organiser.Add($"{booked.Path}/releases", new { acknowledgements = new[] { gone, await booked.AcknowledgementAsync("He runs.") } })).ShouldBe(HttpStatusCode.Created);

        (await booked.ConflictAsync()).GetProperty("acknowledged").GetProperty("reason").GetString().ShouldBe("He runs.");
        (await booked.Given.Published())["number"].GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task All_errors_that_stand_are_acknowledged_with_one_reason()
    {
        var booked = await BookedAsync();
        var given = booked.Given;
        for (var i = 0; i < 15; i++)
            await given.Placed(await given.Session($"X-{i}", "At once", more: new { chairs = new[] { booked.Chair } }), null, "2024-01-08T10:45:00", 30);
        var refused = (await given.Organiser.Add($"{given.Path}/releases", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "conflicts-unacknowledged");
        (refused["count"].GetInt32(), refused["conflicts"].GetArrayLength()).ShouldBe((17 * 16 / 2, 100));

        var left = await given.Organiser.TracedMeanwhile(async () => (await given.Organiser.Add($"{given.Path}/releases", new { acknowledgeAll = "A table of seventeen." })).ShouldBe(HttpStatusCode.Created));

        var counts = (await given.Organiser.Read($"{given.Path}/conflicts"))["counts"];
        (counts.GetProperty("errors").GetInt32(), counts.GetProperty("warnings").GetInt32(), counts.GetProperty("acknowledged").GetInt32()).ShouldBe((0, 15, 136));
        left.CountBy(entry => (entry.Said("kind"), entry.Said("label"), entry.Operation)).ToDictionary().ShouldBe(
            new Dictionary<(string?, string?, string), int> { [("release", "1", "publishRelease")] = 1, [("acknowledgement", "person-double-booked", "publishRelease")] = 136 }, ignoreOrder: true);
        (await given.Published())["number"].GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("cancelled")]
    public async Task What_is_not_confirmed_is_in_nobodys_way(string status)
    {
        var booked = await BookedAsync();
        await booked.EditAsync(status: status);

        (await booked.Given.Published())["number"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_preview_tells_what_would_be_published_and_changes_nothing()
    {
        var booked = await BookedAsync();
        var (given, organiser) = (booked.Given, booked.Given.Organiser);
        await given.Placed(await given.Session("MC-3", "Three", more: new { chairs = new[] { booked.Author } }), null, "2024-01-09T10:00:00", 60);
        (await organiser.Add($"{given.Path}/releases", new { acknowledgements = new[] { await booked.AcknowledgementAsync() } })).ShouldBe(HttpStatusCode.Created);
        await booked.PlaceAsync(booked.First, "hall-3", "2024-01-08T10:00:00");

        Answer preview = null!;
        var left = await organiser.TracedMeanwhile(async () =>
            preview = (await organiser.Add($"{given.Path}/releases?preview=true", new { note = "Second" })).ShouldBe(HttpStatusCode.OK));

        left.ShouldBeEmpty();
        preview.Body.EnumerateObject().Select(p => p.Name).ShouldBe(["number", "since", "sessions", "changes", "people", "conflicts", "count", "warnings", "information"]);
        (preview["number"].GetInt32(), preview["since"].GetInt32(), preview["sessions"].GetInt32()).ShouldBe((2, 1, 3));
        var change = preview["changes"].EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("code").GetString().ShouldBe("MC-1");
        change.GetProperty("kinds").GetRawText().ShouldBe("""["room-changed"]""");
        preview["people"].EnumerateArray().Select(p => $"{p.GetProperty("name").GetString()}: {p.GetProperty("sessions").GetRawText()}").ShouldBe(
        [
            $$"""Andy Hargreaves: [{"id":"{{booked.First}}","code":"MC-1","title":"One","kinds":["room-changed"]}]""",
            $$"""Maja Łódzka: [{"id":"{{booked.First}}","code":"MC-1","title":"One","kinds":["room-changed"]}]""",
        ]);
        preview["conflicts"].EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldBe((await booked.ConflictAsync()).GetRawText());
        (preview["count"].GetInt32(), preview["warnings"].GetInt32(), preview["information"].GetInt32()).ShouldBe((1, 1, 0));
        (await organiser.Add($"{given.Path}/releases?preview=true", new { acknowledgeAll = "It is so." })).ShouldBe(HttpStatusCode.OK)["count"].GetInt32().ShouldBe(0);
        (await host.Reader().Read($"{given.Path}/releases"))["items"].GetArrayLength().ShouldBe(1);
        (await organiser.Add($"{given.Path}/releases", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "conflicts-unacknowledged");
    }

    [Fact]
    public async Task The_first_release_is_previewed_as_all_added_and_nothing_as_refused()
    {
        var booked = await BookedAsync();
        var preview = (await booked.Given.Organiser.Add($"{booked.Path}/releases?preview=true", new { })).ShouldBe(HttpStatusCode.OK);
        (preview["number"].GetInt32(), preview["since"].GetInt32()).ShouldBe((1, 0));
        preview["changes"].EnumerateArray().Select(c => c.GetProperty("kinds").GetRawText()).ShouldBe(["""["added"]""", """["added"]"""]);
        preview["people"].EnumerateArray().Select(p => p.GetProperty("sessions").GetArrayLength()).ShouldBe([2, 1]);

        var empty = await Given.Conference(host, $"empty-{Interlocked.Increment(ref unique)}");
        (await empty.Organiser.Add($"{empty.Path}/releases?preview=true", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-publish");
    }

    [Fact]
    public async Task Reasons_do_not_outlive_whom_they_name()
    {
        var booked = await BookedAsync();
        (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", await booked.AcknowledgementAsync("Andy Hargreaves says that he can."))).ShouldBe(HttpStatusCode.Created);
        var person = await booked.Given.Organiser.Read($"{booked.Path}/people/{booked.Chair}");

        (await booked.Given.Organiser.Send(HttpMethod.Post, $"{booked.Path}/people/{booked.Chair}/erasure", new { }, person.Tag)).ShouldBe(HttpStatusCode.OK);

        var acknowledged = (await booked.ConflictAsync()).GetProperty("acknowledged");
        acknowledged.ValueKind.ShouldBe(JsonValueKind.Object);
        acknowledged.GetProperty("reason").GetString()!.ShouldNotContain("Hargreaves");
        (await booked.Given.Organiser.Read($"{booked.Path}/audit?limit=500")).Text.ShouldNotContain("Hargreaves");
    }

    private Task<DoubleBooked> BookedAsync() => DoubleBooked.MakeAsync(host, $"gated-{Interlocked.Increment(ref unique)}");
}
