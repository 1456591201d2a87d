using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Scheduling;

public sealed class PlaceSessionTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Theory]
    [InlineData("Europe/Dublin", "2024-01-08T14:00:00", null, "2024-01-08T14:00:00Z", "+00:00", "2024-01-08T15:30:00")]
    [InlineData("Europe/Dublin", "2024-07-27T14:00:00", null, "2024-07-27T13:00:00Z", "+01:00", "2024-07-27T15:30:00")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30:00", "+01:00", "2027-10-31T00:30:00Z", "+01:00", "2027-10-31T02:00:00")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30:00", "+00:00", "2027-10-31T01:30:00Z", "+00:00", "2027-10-31T03:00:00")]
    [InlineData("Asia/Kolkata", "2024-01-08T23:00:00", null, "2024-01-08T17:30:00Z", "+05:30", "2024-01-09T00:30:00")]
    [InlineData("Australia/Lord_Howe", "2024-01-08T09:00:00", "+11:00", "2024-01-07T22:00:00Z", "+11:00", "2024-01-08T10:30:00")]
    public async Task A_local_start_becomes_the_instant_of_the_zone_on_that_date(string zone, string start, string? offset, string startUtc, string utcOffset, string end)
    {
        var (given, session) = await Situation(zone);

        var placed = (await given.Placed(session, "hall", start, 90, offset))["placement"];

        placed.GetRawText().ShouldBe(
            $$"""{"room":"hall","day":"{{start[..10]}}","start":"{{start}}","minutes":90,"end":"{{end}}","startUtc":"{{startUtc}}","endUtc":"{{Plus90(startUtc)}}","utcOffset":"{{utcOffset}}"}""");
    }

    [Theory]
    [InlineData("2027-03-28T01:30:00", null, "time-skipped")]
    [InlineData("2027-10-31T01:30:00", null, "time-repeated")]
    [InlineData("2027-10-31T01:30:00", "+02:00", "offset-does-not-apply")]
    [InlineData("2024-01-08T14:00:00", "+01:00", "offset-does-not-apply")]
    public async Task A_start_that_the_zone_skips_or_repeats_is_refused(string start, string? offset, string code)
    {
        var (given, session) = await Situation("Europe/Dublin");

        var refused = await given.Organiser.Put($"{given.Path}/sessions/{session.Id}/placement", session.Tag, new { room = "hall", start, minutes = 60, offset });

        refused.ShouldBeProblem(HttpStatusCode.Conflict, code);
        (await given.Organiser.Read($"{given.Path}/sessions/{session.Id}"))["placement"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_unknown_room_is_refused_and_a_placement_can_be_taken_back()
    {
        var (given, session) = await Situation("Europe/Dublin");
        var address = $"{given.Path}/sessions/{session.Id}/placement";

        (await given.Organiser.Put(address, session.Tag, new { room = "nowhere", start = "2024-01-08T14:00:00", minutes = 60 })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-room");
        var placed = await given.Placed(session, "hall", "2024-01-08T14:00", 60);
        placed["placement"].GetProperty("start").GetString().ShouldBe("2024-01-08T14:00:00");
        var taken = (await given.Organiser.Remove(address, placed.Tag)).ShouldBe(HttpStatusCode.OK);

        taken["placement"].ValueKind.ShouldBe(JsonValueKind.Null);
        taken.Tag.ShouldNotBe(placed.Tag);
    }

    private static string Plus90(string utc) => NodaTime.Text.InstantPattern.General.Format(NodaTime.Text.InstantPattern.General.Parse(utc).Value + NodaTime.Duration.FromMinutes(90));

    private async Task<(Given Given, Answer Session)> Situation(string zone)
    {
        var given = await Given.Conference(host, $"place-{Interlocked.Increment(ref unique)}", zone);
        await given.Room("Hall");
        await given.Type("MC", "Masterclass");
        return (given, await given.Session("MC-1", "One"));
    }
}
