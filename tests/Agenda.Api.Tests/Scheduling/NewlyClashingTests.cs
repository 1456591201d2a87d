using System.Net;
using System.Net.Http.Headers;

namespace Agenda.Api.Tests.Scheduling;

/// <summary>How many attendees a move would make choose between sessions that they starred.</summary>
public sealed class NewlyClashingTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    [Theory]
    [InlineData("10:00", 1)]
    [InlineData("10:30", 2)]
    [InlineData("12:00", 0)]
    [InlineData("09:30", 1)]
    public async Task Attendees_count_once_whose_stars_come_to_overlap(string start, int attendees)
    {
        var board = await Starred();

        (await board.Try(await board.Move("MC-1", "attic", start)))["newlyClashing"].GetInt32().ShouldBe(attendees);
        (await board.Send(await board.Move("MC-1", "attic", start)))["newlyClashing"].GetInt32().ShouldBe(attendees);
        // They clash by now, so this makes nothing new of it; it only touches what it does not overlap.
        (await board.Try(await board.Move("MC-1", "hall", start)))["newlyClashing"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Sessions_that_exchange_their_places_clash_with_nothing_new_and_coming_back_may()
    {
        var board = await Starred();

        (await board.Send(await board.Move("MC-1", "hall", "10:00"), await board.Move("MC-2", "hall", "09:00")))["newlyClashing"].GetInt32().ShouldBe(0);
        (await board.Send(await board.Move("MC-1")))["newlyClashing"].GetInt32().ShouldBe(0);
        (await board.Send(await board.Move("MC-2", "hall", "10:00")))["newlyClashing"].GetInt32().ShouldBe(0);
        (await board.Try(await board.Move("MC-1", "attic", "10:15")))["newlyClashing"].GetInt32().ShouldBe(2);
        (await board.Undo())["newlyClashing"].GetInt32().ShouldBe(0);
        // Taking back that MC-1 went puts it beside nothing: MC-2 is at nine again, MC-1 was at ten.
        (await board.Undo())["newlyClashing"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Breaks_and_cancelled_sessions_do_not_count()
    {
        var board = await Starred();
        (await board.Try(await board.Move("BR-1", null, "09:00")))["newlyClashing"].GetInt32().ShouldBe(0);

        var session = await board.Session("MC-2");
        (await board.Organiser.Put($"{board.Given.Path}/sessions/{session.Id}", session.Tag, new { code = "MC-2", title = "Called off", type = "MC", status = "cancelled" })).ShouldBe(HttpStatusCode.OK);
        (await board.Try(await board.Move("MC-1", "attic", "10:00")))["newlyClashing"].GetInt32().ShouldBe(0);
    }

    /// <summary>At nine, ten and eleven, and a break at one; somebody starred the first two and the break, somebody the first and the third, somebody the second alone.</summary>
    private async Task<Board> Starred()
    {
        var board = await Board.MakeAsync(host, "Europe/Dublin", "MC-1", "MC-2", "MC-3");
        (await board.Organiser.Add($"{board.Given.Path}/session-types", new { code = "BR", name = "Break", @break = true })).ShouldBe(HttpStatusCode.Created);
        await board.Given.Session("BR-1", "Coffee", "BR");
        await board.Place("MC-1", "hall", "09:00");
        await board.Place("MC-2", "hall", "10:00");
        await board.Place("MC-3", "hall", "11:00");
        await board.Place("BR-1", null, "13:00");
        await board.Given.PublishedAsItIs();
        foreach (var codes in (string[][])[["MC-1", "MC-2", "BR-1"], ["MC-1", "MC-3"], ["MC-2"]])
            await Attendee(board, codes);
        return board;
    }

    private async Task Attendee(Board board, string[] codes)
    {
        var attendee = host.Reader();
        var made = (await attendee.Send(HttpMethod.Post, "/api/v1/my-agendas")).ShouldBe(HttpStatusCode.Created);
        attendee.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made["editToken"].GetString());
        foreach (var code in codes)
            (await attendee.Send(HttpMethod.Put, $"/api/v1/my-agendas/mine/stars/{(await board.Session(code)).Id}")).ShouldBe(HttpStatusCode.OK);
    }
}
