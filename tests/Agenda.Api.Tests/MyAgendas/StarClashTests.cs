namespace Agenda.Api.Tests.MyAgendas;

public sealed class StarClashTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Sessions_that_only_touch_do_not_clash_and_those_that_share_time_do()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        (await attendee.StarredAsync([.. sessions.Values]))["clashes"].GetArrayLength().ShouldBe(0);

        await given.Placed(await given.SessionAsync(sessions["S-11"]), null, "2024-01-08T10:59:00", 60);
        await given.Published();

        await ShouldClash(attendee, (sessions["S-10"], sessions["S-11"], "2024-01-08T10:59:00Z", "2024-01-08T11:00:00Z"));
    }

    [Fact]
    public async Task Sessions_of_conferences_in_different_zones_clash_by_the_same_instant()
    {
        var (_, inDublin) = await Starred.ConferenceAsync(host, Slug());
        var (_, inKolkata) = await Starred.ConferenceAsync(host, Slug(), "Asia/Kolkata");
        var (_, inBerlin) = await Starred.ConferenceAsync(host, Slug(), "Europe/Berlin");
        var attendee = await Attendee.NewAsync(host);

        // Ten in Dublin is half past three in Kolkata, and eleven in Berlin.
        await attendee.StarredAsync(inDublin["S-10"], inKolkata["S-10"], inBerlin["S-11"], inBerlin["S-13"]);

        await ShouldClash(attendee, (inDublin["S-10"], inBerlin["S-11"], "2024-01-08T10:00:00Z", "2024-01-08T11:00:00Z"));
    }

    [Fact]
    public async Task Three_at_once_are_three_pairs_in_order_of_time()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        await given.Placed(await given.SessionAsync(sessions["S-11"]), null, "2024-01-08T10:15:00", 60);
        await given.Placed(await given.SessionAsync(sessions["S-13"]), null, "2024-01-08T10:30:00", 15);
        await given.Published();
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync([.. sessions.Values.Reverse()]);

        await ShouldClash(
            attendee,
            (sessions["S-10"], sessions["S-11"], "2024-01-08T10:15:00Z", "2024-01-08T11:00:00Z"),
            (sessions["S-10"], sessions["S-13"], "2024-01-08T10:30:00Z", "2024-01-08T10:45:00Z"),
            (sessions["S-11"], sessions["S-13"], "2024-01-08T10:30:00Z", "2024-01-08T10:45:00Z"));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("withdrawn")]
    [InlineData("break")]
    [InlineData("without a slot")]
    public async Task What_needs_nobody_there_clashes_with_nothing(string how)
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        await given.Placed(await given.SessionAsync(sessions["S-11"]), null, "2024-01-08T10:30:00", 60);
        await given.Published();
        var attendee = await Attendee.NewAsync(host);
        (await attendee.StarredAsync(sessions["S-10"], sessions["S-11"]))["clashes"].GetArrayLength().ShouldBe(1);

        if (how == "break")
            await given.Organiser.Add($"{given.Path}/session-types", new { code = "BR", name = "Break", @break = true });
        if (how == "without a slot")
            await given.Organiser.Remove($"{given.Path}/sessions/{sessions["S-11"]}/placement", (await given.SessionAsync(sessions["S-11"])).Tag);
        else
            await given.RevisedAsync(sessions["S-11"], how == "break" ? ("type", "BR") : ("status", how == "withdrawn" ? "draft" : "cancelled"));
        await given.PublishedAsItIs();

        var after = await attendee.ReadAsync();
        after["clashes"].GetArrayLength().ShouldBe(0);
        after["stars"].GetArrayLength().ShouldBe(2);
    }

    private static async Task ShouldClash(Attendee attendee, params (Guid First, Guid Second, string Start, string End)[] expected) =>
        (await attendee.ReadAsync())["clashes"].EnumerateArray()
            .Select(c => (c.GetProperty("sessions")[0].GetGuid(), c.GetProperty("sessions")[1].GetGuid(), c.GetProperty("startUtc").GetString()!, c.GetProperty("endUtc").GetString()!)).ShouldBe(expected);

    private static string Slug() => $"clashes-{Interlocked.Increment(ref unique)}";
}
