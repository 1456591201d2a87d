using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.MyAgendas;

public sealed class StarTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task A_star_is_put_once_and_taken_once_however_often_it_is_asked_for()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);

        var once = await attendee.StarredAsync(sessions["S-10"]);
        var twice = await attendee.StarredAsync(sessions["S-10"]);
        var star = once["stars"].EnumerateArray().ShouldHaveSingleItem();

        twice.Text.ShouldBe(once.Text);
        (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(once.Text);
        JsonSerializer.Serialize(star).ShouldBe(JsonSerializer.Serialize(new
        {
            session = sessions["S-10"],
            conference = given.Slug,
            code = "S-10",
            title = "Session at 10",
            status = "confirmed",
            timeZone = "Europe/Dublin",
            start = "2024-01-08T10:00:00",
            end = "2024-01-08T11:00:00",
            startUtc = "2024-01-08T10:00:00Z",
            endUtc = "2024-01-08T11:00:00Z",
            room = "arbutus-room",
            url = $"https://agenda.example.org/{given.Slug}/sessions/S-10",
            starredAt = "2024-01-08T13:00:00Z",
        }));
        (once["keptUntil"].GetString(), once["clashes"].GetArrayLength(), once["fetches"].GetArrayLength()).ShouldBe(("2024-04-11", 0, 0));
        for (var i = 0; i < 2; i++)
            (await attendee.UnstarAsync(sessions["S-10"])).ShouldBe(HttpStatusCode.OK).Text.ShouldBe("""{"stars":[],"clashes":[],"fetches":[],"keptUntil":null}""");
        (await attendee.UnstarAsync(Guid.CreateVersion7())).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_not_published_cannot_be_told_from_what_never_was()
    {
        var (given, _) = await Starred.ConferenceAsync(host, Slug());
        var draft = await given.Session("DRAFT", "Not yet", status: "draft");
        var unpublished = await given.Session("NEW", "Confirmed, but in no release");
        var attendee = await Attendee.NewAsync(host);
        var unknown = Guid.CreateVersion7();

        var answers = new List<string>();
        foreach (var id in (Guid[])[draft.Id, unpublished.Id, unknown])
            answers.Add(Untraced((await attendee.StarAsync(id)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session")).Replace($"{id}", "", StringComparison.Ordinal));

        answers.Distinct().ShouldHaveSingleItem();
        (await attendee.ReadAsync())["stars"].GetArrayLength().ShouldBe(0);
        (await given.Organiser.Read($"{given.Path}/star-counts"))["items"].EnumerateArray().ShouldAllBe(s => s.GetProperty("stars").GetInt32() == 0);
    }

    [Fact]
    public async Task What_is_published_can_be_starred_although_it_is_out_of_the_programme_by_now()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        await given.RemovedAsync(sessions["S-10"]);

        var star = (await (await Attendee.NewAsync(host)).StarredAsync(sessions["S-10"]))["stars"][0];

        star.GetProperty("status").GetString().ShouldBe("confirmed");
    }

    [Fact]
    public async Task A_star_stays_when_the_session_is_called_otherwise_moved_cancelled_withdrawn_and_brought_back()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var (attendee, id) = (await Attendee.NewAsync(host), sessions["S-10"]);
        await attendee.StarredAsync(id);

        await given.RevisedAsync(id, ("code", "S-99"), ("title", "Renamed"));
        await given.Placed(await given.SessionAsync(id), null, "2024-01-09T15:00:00", 30);
        (await Published()).ShouldBe("S-99 Renamed confirmed 2024-01-09T15:00:00Z");
        await given.RevisedAsync(id, ("status", "cancelled"));
        (await Published()).ShouldBe("S-99 Renamed cancelled 2024-01-09T15:00:00Z");
        await given.RevisedAsync(id, ("status", "draft"));
        (await Published()).ShouldBe("S-99 Renamed withdrawn ");
        (await attendee.ReadAsync())["stars"][0].GetProperty("url").ValueKind.ShouldBe(JsonValueKind.Null);
        await given.RevisedAsync(id, ("status", "confirmed"));
        (await Published()).ShouldBe("S-99 Renamed confirmed 2024-01-09T15:00:00Z");
        await given.RemovedAsync(id);
        (await Published()).ShouldBe("S-99 Renamed withdrawn ");

        async Task<string> Published()
        {
            await given.Published();
            var star = (await attendee.ReadAsync())["stars"].EnumerateArray().ShouldHaveSingleItem();
            return $"{star.GetProperty("code").GetString()} {star.GetProperty("title").GetString()} {star.GetProperty("status").GetString()} {star.GetProperty("startUtc").GetString()}";
        }
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_one_can_star()
    {
        var (_, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(sessions["S-10"]);
        await host.FilledWithStarsAsync(attendee, 999);

        (await attendee.StarAsync(sessions["S-11"])).ShouldBeProblem(HttpStatusCode.Conflict, "too-many-stars");
        (await attendee.StarAsync(sessions["S-10"])).ShouldBe(HttpStatusCode.OK);
        (await attendee.UnstarAsync(sessions["S-10"])).ShouldBe(HttpStatusCode.OK);
        (await attendee.StarAsync(sessions["S-11"])).ShouldBe(HttpStatusCode.OK)["stars"].GetArrayLength().ShouldBe(1_000);
    }

    [Fact]
    public async Task Two_devices_may_star_at_the_same_time_the_same_or_others()
    {
        var (_, sessions) = await Starred.ConferenceAsync(host, Slug());
        var phone = await Attendee.NewAsync(host);
        var laptop = phone.At(host.Reader());

        for (var round = 0; round < 5; round++)
        {
            var answers = await Task.WhenAll(phone.StarAsync(sessions["S-10"]), laptop.StarAsync(sessions["S-10"]), phone.StarAsync(sessions["S-11"]), laptop.StarAsync(sessions["S-13"]));
            answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
            (await laptop.ReadAsync())["stars"].EnumerateArray().Select(s => s.GetProperty("code").GetString()).ShouldBe(["S-10", "S-11", "S-13"]);
            answers = await Task.WhenAll(sessions.Values.SelectMany(id => (Task<Answer>[])[phone.UnstarAsync(id), laptop.UnstarAsync(id)]));
            answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
            (await phone.ReadAsync())["stars"].GetArrayLength().ShouldBe(0);
        }
    }

    [Fact]
    public async Task Organisers_see_how_many_starred_a_session_and_not_who()
    {
        var (given, sessions) = await Starred.ConferenceAsync(host, Slug());
        var attendees = new List<Attendee>();
        for (var i = 0; i < 3; i++)
        {
            attendees.Add(await Attendee.NewAsync(host));
            await attendees[i].StarredAsync(sessions["S-10"]);
        }

        await attendees[0].StarredAsync(sessions["S-13"]);
        await attendees[1].UnstarAsync(sessions["S-10"]);
        var counts = (await given.Organiser.Read($"{given.Path}/star-counts")).ShouldBe(HttpStatusCode.OK);

        counts["items"].EnumerateArray().Select(item => JsonSerializer.Serialize(item)).ShouldBe(
        [
            JsonSerializer.Serialize(new { session = sessions["S-10"], code = "S-10", title = "Session at 10", stars = 2, room = "arbutus-room", capacity = 60 }),
            JsonSerializer.Serialize(new { session = sessions["S-11"], code = "S-11", title = "Session at 11", stars = 0, room = "arbutus-room", capacity = 60 }),
            JsonSerializer.Serialize(new { session = sessions["S-13"], code = "S-13", title = "Session at 13", stars = 1, room = "arbutus-room", capacity = 60 }),
        ]);
        var paged = (await given.Organiser.Read($"{given.Path}/star-counts?limit=2"))["next"].GetString();
        (await given.Organiser.Read($"{given.Path}/star-counts?after={paged}"))["items"].EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("S-13");
    }

    [Fact]
    public async Task Removing_a_conference_takes_its_stars_and_leaves_those_of_others()
    {
        var (gone, inGone) = await Starred.ConferenceAsync(host, Slug());
        var (_, inOther) = await Starred.ConferenceAsync(host, Slug());
        var attendee = await Attendee.NewAsync(host);
        await attendee.StarredAsync(inGone["S-10"], inOther["S-10"]);

        (await gone.Organiser.Remove(gone.Path, (await gone.Organiser.Read(gone.Path)).Tag)).ShouldBe(HttpStatusCode.NoContent);

        (await attendee.ReadAsync())["stars"].EnumerateArray().ShouldHaveSingleItem().GetProperty("session").GetGuid().ShouldBe(inOther["S-10"]);
        (await attendee.StarAsync(inGone["S-11"])).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-session");
    }

    private static string Slug() => $"stars-{Interlocked.Increment(ref unique)}";

    private static string Untraced(Answer answer) => System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"traceId\":\"[^\"]*\"", "");
}
