using System.Net;
using System.Text.Json;
using Agenda.Api.Tests.Contract;

namespace Agenda.Api.Tests.Http;

/// <summary>Nobody's work is overwritten unseen: every edit of the contract needs the version that its caller has seen.</summary>
public sealed class ConcurrentEditTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    public static TheoryData<string> Edits => [.. ContractOperations.All.Where(o => o.NeedsIfMatch).Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_without_the_version_is_refused(string operationId)
    {
        var (operation, filled) = await Situation(operationId);

        var answer = await filled.CallerOf(operation).Send(new HttpMethod(operation.Method), filled.Address(operation), filled.Body(operation, "new"));

        answer.ShouldBeProblem(HttpStatusCode.PreconditionRequired, "if-match-needed");
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_of_a_stale_version_is_refused_with_the_present_state(string operationId)
    {
        var (operation, filled) = await Situation(operationId);
        var organiser = filled.CallerOf(operation);
        var address = filled.Address(operation);
        var present = await organiser.Read(filled.WholeAddress(operation));

        foreach (var stale in (string[])["\"0\"", "W/" + present.Tag, "\"99\", \"98\"", "\"\""])
        {
            var answer = await organiser.Send(new HttpMethod(operation.Method), address, filled.Body(operation, "new"), stale);

            answer.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
            answer["etag"].GetString().ShouldBe(present.Tag);
            // The clock runs on in the answer of a conference.
            Without(answer["current"], "now").ShouldBe(Without(present.Body, "now"));
        }
    }

    [Fact]
    public async Task Of_two_editors_with_the_same_version_one_wins_and_the_other_sees_what_they_did()
    {
        var given = await Given.Conference(host, "two-editors");
        var room = await given.Room("Hall");
        var address = $"{given.Path}/rooms/{room.Id}";

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => host.Organiser().Put(address, room.Tag, new { name = $"Hall {i}" })));

        var winner = answers.Where(a => a.Status == HttpStatusCode.OK).ShouldHaveSingleItem();
        foreach (var loser in answers.Where(a => a != winner))
        {
            loser.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "stale");
            loser["current"].GetProperty("name").GetString().ShouldBe(winner["name"].GetString());
        }

        (await given.Organiser.Read(address)).State.ShouldBe(winner.State);
    }

    [Fact]
    public async Task Of_two_who_take_the_same_name_at_once_one_is_told_that_it_is_taken()
    {
        var given = await Given.Conference(host, "same-name");

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => host.Organiser().Add($"{given.Path}/rooms", new { name = "Hall", slug = "hall" })));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        foreach (var loser in answers.Where(a => a.Status != HttpStatusCode.Created))
            loser.ShouldBeProblem(HttpStatusCode.Conflict, "slug-taken");
    }

    private static string Without(JsonElement element, string property) =>
        string.Join(',', element.EnumerateObject().Where(p => p.Name != property).Select(p => p.ToString()));

    private async Task<(Operation Operation, FilledConference Filled)> Situation(string operationId) =>
        (ContractOperations.All.Single(o => o.Id == operationId), await FilledConference.MakeAsync(host, $"edits-{Interlocked.Increment(ref unique)}"));
}
