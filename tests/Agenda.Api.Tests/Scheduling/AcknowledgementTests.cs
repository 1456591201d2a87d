using System.Net;
using System.Text.Json;

namespace Agenda.Api.Tests.Scheduling;

public sealed class AcknowledgementTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly Dictionary<string, Func<DoubleBooked, Task>> Rearrangements = new()
    {
        ["slot"] = booked => booked.PlaceAsync(booked.First, "hall-1", "2024-01-08T10:05:00"),
        ["length"] = booked => booked.PlaceAsync(booked.Second, "hall-2", "2024-01-08T10:30:00", 90),
        ["room"] = booked => booked.PlaceAsync(booked.Second, "hall-3", "2024-01-08T10:30:00"),
        ["chairs"] = booked => booked.EditAsync(people: new { chairs = new[] { booked.Chair, booked.Author } }),
        ["authors"] = booked => booked.EditAsync(people: new { chairs = new[] { booked.Chair }, contributions = Array.Empty<object>() }),
        ["presenting"] = booked => booked.EditAsync(people: booked.People(presenting: true)),
        ["status"] = booked => booked.EditAsync(status: "draft"),
        ["away and back"] = async booked =>
        {
            await booked.PlaceAsync(booked.First, "hall-3", "2024-01-09T10:00:00");
            await booked.PlaceAsync(booked.First, "hall-1", "2024-01-08T10:00:00");
        },
        ["draft and back"] = async booked =>
        {
            await booked.EditAsync(status: "draft");
            await booked.EditAsync();
        },
    };

    private static int unique;

    public static TheoryData<string> WaysToRearrange => [.. Rearrangements.Keys];

    [Fact]
    public async Task An_acknowledged_conflict_says_why_by_whom_and_when()
    {
        var booked = await BookedAsync();

        var answer = (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", await booked.AcknowledgementAsync("He runs."))).ShouldBe(HttpStatusCode.Created);

        var conflict = await booked.ConflictAsync();
        answer.Body.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "conflict", "reason", "by", "at"]);
        (answer["conflict"].GetGuid(), answer["reason"].GetString(), answer["by"].GetString(), answer["at"].GetString())
            .ShouldBe((conflict.GetProperty("id").GetGuid(), "He runs.", "organiser", "2024-01-08T13:00:00Z"));
        conflict.GetProperty("acknowledged").GetRawText().ShouldBe(answer.Text);
        conflict.GetProperty("lapsed").ValueKind.ShouldBe(JsonValueKind.Null);
        (await booked.Given.Organiser.Read($"{booked.Path}/conflicts"))["counts"].GetRawText().ShouldBe("""{"errors":0,"warnings":0,"information":0,"acknowledged":1}""");
    }

    [Fact]
    public async Task Said_again_the_newer_reason_counts()
    {
        var booked = await BookedAsync();
        var first = await booked.AcknowledgedAsync();
        var same = await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", await booked.AcknowledgementAsync());
        same.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(first.Text);

        var other = (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", await booked.AcknowledgementAsync("The other chairs stand in."))).ShouldBe(HttpStatusCode.OK);

        (other.Id, other["reason"].GetString()).ShouldBe((first.Id, "The other chairs stand in."));
        (await booked.ConflictAsync()).GetProperty("acknowledged").GetProperty("reason").GetString().ShouldBe("The other chairs stand in.");
    }

    [Theory]
    [MemberData(nameof(WaysToRearrange))]
    public async Task It_lapses_when_a_session_is_arranged_anew(string way)
    {
        var booked = await BookedAsync();
        var acknowledged = await booked.AcknowledgedAsync();
        var seen = await booked.AcknowledgementAsync();

        await Rearrangements[way](booked);

        var conflict = await booked.ConflictAsync();
        conflict.GetProperty("acknowledged").ValueKind.ShouldBe(JsonValueKind.Null, way);
        conflict.GetProperty("lapsed").GetProperty("id").GetGuid().ShouldBe(acknowledged.Id);
        var refused = (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", seen)).ShouldBeProblem(HttpStatusCode.Conflict, "conflict-changed");
        refused["conflict"].GetRawText().ShouldBe(conflict.GetRawText());
        (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", await booked.AcknowledgementAsync())).ShouldBe(HttpStatusCode.Created);
        (await booked.ConflictAsync()).GetProperty("lapsed").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task It_holds_when_only_words_change()
    {
        var booked = await BookedAsync();
        var acknowledged = await booked.AcknowledgedAsync();

        await booked.EditAsync(title: "One, retitled", text: "A new abstract.");

        (await booked.ConflictAsync()).GetProperty("acknowledged").GetProperty("id").GetGuid().ShouldBe(acknowledged.Id);
    }

    [Fact]
    public async Task Taken_back_the_conflict_stands_again()
    {
        var booked = await BookedAsync();
        var acknowledged = await booked.AcknowledgedAsync();
        var address = $"{booked.Path}/acknowledgements/{acknowledged.Id}";

        (await booked.Given.Organiser.Send(HttpMethod.Delete, address)).ShouldBe(HttpStatusCode.NoContent);

        var conflict = await booked.ConflictAsync();
        (conflict.GetProperty("acknowledged").ValueKind, conflict.GetProperty("lapsed").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        (await booked.Given.Organiser.Send(HttpMethod.Delete, address)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-acknowledgement");
    }

    [Fact]
    public async Task Only_a_conflict_of_this_conference_is_acknowledged()
    {
        var (booked, other) = (await BookedAsync(), await BookedAsync());
        var foreign = await other.AcknowledgementAsync();
        var acknowledged = await other.AcknowledgedAsync();

        (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", foreign)).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-conflict");
        (await booked.Given.Organiser.Send(HttpMethod.Delete, $"{booked.Path}/acknowledgements/{acknowledged.Id}")).ShouldBeProblem(HttpStatusCode.NotFound, "unknown-acknowledgement");
        (await booked.Given.Organiser.Add($"{booked.Path}/acknowledgements", new { conflict = booked.Chair, state = " ", reason = "" })).ShouldBeProblem(HttpStatusCode.BadRequest, "invalid-input");
    }

    private Task<DoubleBooked> BookedAsync() => DoubleBooked.MakeAsync(host, $"booked-{Interlocked.Increment(ref unique)}");
}
