using System.Net;
using Agenda.Api.Tests.Audit;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Agenda.Api.Tests.Scheduling;

public sealed class UndoEditTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Fact]
    public async Task Edits_of_placements_are_taken_back_one_after_the_other_the_last_first()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2"]);
        await board.Place("MC-1", "hall", "09:00");
        await board.Place("MC-2", "attic", "09:00");
        (await board.Send(await board.Move("MC-1", "attic", "09:00"), await board.Move("MC-2", "hall", "09:00"))).ShouldBe(HttpStatusCode.OK);
        var taken = await board.Session("MC-1");
        (await board.Organiser.Remove($"{board.Given.Path}/sessions/{taken.Id}/placement", taken.Tag)).ShouldBe(HttpStatusCode.OK);

        var undone = (await board.Undo()).ShouldBe(HttpStatusCode.OK);

        Board.Placed(undone).ShouldBe(["MC-1 attic 09:00 v5"]);
        Board.Named(undone["solved"]).ShouldBe(["no-slot MC-1"]);
        undone.Body.EnumerateObject().Where(p => p.Name is not ("sessions" or "solved")).Select(p => p.ToString()).ShouldBe(
            ["\"undone\":{\"operation\":\"unplaceSession\",\"at\":\"2024-01-08T13:00:00Z\"}", "\"dryRun\":false", "\"removed\":[]", "\"caused\":[]", "\"complete\":true", "\"newlyClashing\":0"]);
        (await board.Places()).ShouldBe(["MC-1 attic 09:00", "MC-2 hall 09:00"]);
        (await Operation(board)).ShouldBe("moveSessions");
        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 attic 09:00"]);
        (await Operation(board)).ShouldBe("placeSession");
        (await board.Places()).ShouldBe(["MC-1 hall 09:00", "MC-2 nowhere"]);
        (await Operation(board)).ShouldBe("placeSession");
        (await board.Places()).ShouldBe(["MC-1 nowhere", "MC-2 nowhere"]);
        (await board.Undo()).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-undo");
        (await board.Organiser.Traced($"{board.Given.Path}/audit")).Where(entry => entry.Operation == "undoEdit").Select(entry => entry.What)
            .ShouldBe(["session changed MC-1", "session changed MC-1", "session changed MC-2", "session changed MC-2", "session changed MC-1"], ignoreOrder: true);
    }

    [Fact]
    public async Task Everybody_takes_back_their_own()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2"]);
        var (grace, _) = await Editors(board);
        await board.Place("MC-1", "hall", "09:00");
        await board.Place("MC-2", "attic", "09:00", by: grace);
        await board.Place("MC-1", "hall", "10:00");

        (await board.Undo(grace)).ShouldBe(HttpStatusCode.OK);

        (await board.Places()).ShouldBe(["MC-1 hall 10:00", "MC-2 nowhere"]);
        (await board.Undo(grace)).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-undo");
    }

    [Fact]
    public async Task What_others_did_since_is_told_and_stays()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1", "MC-2", "MC-3", "MC-4"]);
        var (grace, katherine) = await Editors(board);
        object[] moves = [.. await Task.WhenAll(((string[])["MC-1", "MC-2", "MC-3", "MC-4"]).Select((code, i) => board.Move(code, "hall", $"1{i}:00")))];
        (await grace.Add($"{board.Given.Path}/moves", new { moves })).ShouldBe(HttpStatusCode.OK);
        await board.Place("MC-1", "attic", "09:00", by: katherine);
        await board.Place("MC-1", "attic", "09:30");
        var second = await board.Session("MC-2");
        (await board.Organiser.Put($"{board.Given.Path}/sessions/{second.Id}", second.Tag, new { code = "MC-2", title = "New", type = "MC", status = "confirmed" })).ShouldBe(HttpStatusCode.OK);
        var third = await board.Session("MC-3");
        (await katherine.Remove($"{board.Given.Path}/sessions/{third.Id}", third.Tag)).ShouldBe(HttpStatusCode.OK);
        var before = await board.Places();

        var refused = (await board.Undo(grace)).ShouldBeProblem(HttpStatusCode.Conflict, "touched-since");

        refused["touched"].EnumerateArray().Select(t => $"{t.GetProperty("session").GetProperty("code").GetString()} {t.GetProperty("removed").GetBoolean()} "
                + string.Join(", ", t.GetProperty("since").EnumerateArray().Select(s => $"{s.GetProperty("by").GetString()} {s.GetProperty("operation").GetString()} {s.GetProperty("at").GetString()}")))
            .ShouldBe(
            [
                "MC-1 False Katherine placeSession 2024-01-08T13:00:00Z, organiser placeSession 2024-01-08T13:00:00Z",
                "MC-2 False organiser editSession 2024-01-08T13:00:00Z",
                "MC-3 True Katherine removeSession 2024-01-08T13:00:00Z",
            ]);
        (await board.Places()).ShouldBe(before);
    }

    [Fact]
    public async Task When_others_have_taken_back_what_they_did_an_earlier_edit_can_be_taken_back_again()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1"]);
        var (grace, katherine) = await Editors(board);
        await board.Place("MC-1", "hall", "09:00", by: grace);
        await board.Place("MC-1", "hall", "10:00", by: katherine);
        (await board.Undo(grace)).ShouldBeProblem(HttpStatusCode.Conflict, "touched-since");

        (await board.Undo(katherine)).ShouldBe(HttpStatusCode.OK);
        (await board.Places()).ShouldBe(["MC-1 hall 09:00"]);
        (await board.Undo(grace)).ShouldBe(HttpStatusCode.OK);

        (await board.Places()).ShouldBe(["MC-1 nowhere"]);
    }

    [Fact]
    public async Task Taking_back_can_be_tried()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1"]);
        await board.Place("MC-1", "hall", "09:00");
        var left = await board.Organiser.TracedMeanwhile(async () =>
        {
            var tried = (await board.Organiser.Send(HttpMethod.Post, $"{board.Given.Path}/undo?dryRun=true")).ShouldBe(HttpStatusCode.OK);
            tried["dryRun"].GetBoolean().ShouldBeTrue();
            Board.Placed(tried).ShouldBe(["MC-1 nowhere v2"]);
            Board.Named(tried["caused"]).ShouldBe(["no-slot MC-1"]);
        });

        left.ShouldBeEmpty();
        (await board.Places()).ShouldBe(["MC-1 hall 09:00"]);
        (await Operation(board)).ShouldBe("placeSession");
    }

    [Fact]
    public async Task Nothing_is_put_back_into_a_room_that_is_gone()
    {
        var board = await Board.MakeAsync(host, sessions: ["MC-1"]);
        var cellar = await board.Given.Room("Cellar");
        await board.Place("MC-1", "cellar", "09:00");
        await board.Place("MC-1", "hall", "09:00");
        (await board.Organiser.Remove($"{board.Given.Path}/rooms/{cellar.Id}", cellar.Tag)).ShouldBe(HttpStatusCode.NoContent);

        (await board.Undo()).ShouldBeProblem(HttpStatusCode.Conflict, "room-removed");

        (await board.Places()).ShouldBe(["MC-1 hall 09:00"]);
    }

    [Fact]
    public async Task After_a_month_an_edit_cannot_be_taken_back_and_is_forgotten_with_the_next()
    {
        await using var own = new AgendaHost();
        var board = await Board.MakeAsync(own, sessions: ["MC-1"]);
        await board.Place("MC-1", "hall", "09:00");
        own.Clock.Now += Duration.FromDays(31);

        (await board.Undo()).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-undo");
        (await Kept(own)).ShouldBe(1);
        await board.Place("MC-1", "hall", "10:00");

        (await Kept(own)).ShouldBe(1);
        (await Operation(board)).ShouldBe("placeSession");
        (await board.Undo()).ShouldBeProblem(HttpStatusCode.Conflict, "nothing-to-undo");
        (await board.Places()).ShouldBe(["MC-1 hall 09:00"]);
    }

    private static async Task<string?> Operation(Board board) => (await board.Undo()).ShouldBe(HttpStatusCode.OK)["undone"].GetProperty("operation").GetString();

    private static async Task<int> Kept(AgendaHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AgendaDbContext>().Set<EditedSession>().CountAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(HttpClient Grace, HttpClient Katherine)> Editors(Board board)
    {
        var accounts = new AccountsOf(host);
        return (await Editor("Grace"), await Editor("Katherine"));

        async Task<HttpClient> Editor(string name)
        {
            var account = await accounts.AddAsync(name);
            await accounts.MemberAsync(account, board.Slug, ConferenceRole.Editor);
            return await accounts.WithTokenAsync(account);
        }
    }
}
