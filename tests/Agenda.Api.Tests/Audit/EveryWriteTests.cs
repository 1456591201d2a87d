using System.Net;
using System.Text;
using Agenda.Api.Tests.Contract;
using Agenda.Api.Tests.Databases;
using Agenda.Domain;

namespace Agenda.Api.Tests.Audit;

/// <summary>Every write operation of the contract leaves a trace when it is done, and none when it is refused.</summary>
public sealed class EveryWriteTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    /// <summary>Operations of which nothing is told: what attendees star is nobody's business.</summary>
    private static readonly string[] LeaveNone = ["addMyAgenda", "removeMyAgenda", "putStar", "removeStar", "replaceEditToken", "replaceFeedToken", "previewText"];

    /// <summary>What has to happen before an operation can do something in a conference that has one of everything.</summary>
    private static readonly Dictionary<string, Func<FilledConference, Task>> Before = new(StringComparer.Ordinal)
    {
        ["placeSession"] = filled => Done(filled, "unplaceSession"),
        ["undoEdit"] = filled => Done(filled, "unplaceSession"),
        ["removeRoom"] = filled => Done(filled, "removeSession"),
        ["removeTrack"] = filled => Done(filled, "removeSession"),
        ["removeSessionType"] = filled => Done(filled, "removeSession"),
        ["removePerson"] = filled => Done(filled, "removeSession"),
        ["restoreRelease"] = async filled =>
        {
            await Done(filled, "unplaceSession");
            await filled.LearnProgrammeAsync();
        },
        ["removeBuilding"] = async filled =>
        {
            await Done(filled, "removeSession");
            await Done(filled, "removeRoom");
        },
    };

    private static int unique;

    public static TheoryData<string> Writes => [.. ContractOperations.All.Where(o => o.Method != "GET").Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_leaves_entries_under_the_name_of_its_operation(string operationId)
    {
        var filled = await Filled();
        if (Before.TryGetValue(operationId, out var prepare))
            await prepare(filled);

        var left = await filled.Given.Organiser.TracedMeanwhile(() => Done(filled, operationId));

        operationId.Length.ShouldBeLessThanOrEqualTo(Limits.Code);
        left.Count.ShouldBeInRange(LeaveNone.Contains(operationId) ? 0 : 1, LeaveNone.Contains(operationId) ? 0 : int.MaxValue);
        left.Where(entry => entry.Operation != operationId).ShouldBeEmpty();
        left.Where(entry => entry.Said("kind") is null || entry.Said("act") is null || (entry.Said("label") is null && operationId != "erasePerson")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_refused_write_leaves_none(string operationId)
    {
        var filled = await Filled();
        var operation = Operation(operationId);
        var organiser = filled.CallerOf(operation);
        var (method, address, body) = (new HttpMethod(operation.Method), filled.Address(operation), filled.Body(operation, "MC-C"));

        var left = await filled.Given.Organiser.TracedMeanwhile(async () =>
        {
            var refused = new List<Answer>();
            if (operation.NeedsIfMatch)
            {
                refused.Add(await organiser.Send(method, address, body));
                refused.Add(await organiser.Send(method, address, body, "\"99\""));
            }

            if (body is not null)
                refused.Add(await organiser.Send(method, address, """{ "name": """, await filled.TagAsync(operation)));
            // Without a body, a version and a key there is nothing to refuse.
            if (operation.IsForOrganisers)
                refused.Add(await host.Reader().Send(method, address, body, "*"));
            refused.ShouldAllBe(answer => (int)answer.Status >= 400 && (int)answer.Status < 500);
        });

        left.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_rule_refuses_leaves_none()
    {
        var filled = await Filled();
        var (given, organiser) = (filled.Given, filled.Given.Organiser);
        (await organiser.Add("/api/v1/conferences", new { slug = "empty", name = "Empty", timeZone = "UTC", firstDay = "2024-01-01", lastDay = "2024-01-01" })).ShouldBe(HttpStatusCode.Created);
        var (room, placement) = (Operation("removeRoom"), Operation("placeSession"));

        var left = await organiser.TracedMeanwhile(async () =>
        {
            (await organiser.Add($"{given.Path}/sessions", new { code = "MC-C", title = "Again", type = "MC" })).ShouldBeProblem(HttpStatusCode.Conflict, "code-taken");
            (await organiser.Remove(filled.Address(room), await filled.TagAsync(room))).ShouldBeProblem(HttpStatusCode.Conflict, "in-use");
            (await organiser.Put(filled.Address(placement), await filled.TagAsync(placement), new { room = "nowhere", start = "2024-01-08T10:00:00", minutes = 30 })).ShouldBe(HttpStatusCode.Conflict);
            (await organiser.Add("/api/v1/conferences/empty/releases", new { })).ShouldBe(HttpStatusCode.Conflict);
            (await organiser.Add($"{given.Path}/imports", Xml("<html/>"))).ShouldBe(HttpStatusCode.BadRequest);
            (await organiser.Add($"{given.Path}/imports?dryRun=true", Xml(ImportStory.File()))).ShouldBe(HttpStatusCode.OK);
        });

        left.ShouldBeEmpty();
    }

    private static async Task Done(FilledConference filled, string operationId)
    {
        var operation = Operation(operationId);
        var body = filled.BodyToSend(operation, $"new-{Interlocked.Increment(ref unique)}");
        var answer = await filled.CallerOf(operation).Send(new HttpMethod(operation.Method), filled.AddressToSend(operation), body, await filled.TagAsync(operation));
        ((int)answer.Status).ShouldBeLessThan(300, $"{operationId}: {answer.Text}");
    }

    private static Operation Operation(string id) => ContractOperations.All.Single(o => o.Id == id);

    private static StringContent Xml(string file) => new(file, Encoding.UTF8, "application/xml");

    private Task<FilledConference> Filled() => FilledConference.MakeAsync(host, $"traced-{Interlocked.Increment(ref unique)}");
}
