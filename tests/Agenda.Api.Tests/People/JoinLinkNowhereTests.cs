using System.Net;
using Agenda.Api.Tests.Contract;
using Agenda.Api.Tests.MyAgendas;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.People;

/// <summary>Where a session is joined online is for those who prepare it, and for personal feeds if the conference says so: nobody else reads it.</summary>
public sealed class JoinLinkNowhereTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Leak = "leak-9964";

    [Fact]
    public async Task Links_to_join_are_in_no_public_answer_export_or_trace()
    {
        var filled = await FilledConference.MakeAsync(host, "unjoined");
        var given = filled.Given;
        await given.JoinLinksAsync(true);
        await given.RoomRevisedAsync("arbutus-room", ("joinUrl", $"https://meet.example.org/{Leak}-room"));
        var session = (await given.Organiser.Read($"{given.Path}/sessions"))["items"].EnumerateArray().Single(s => s.GetProperty("code").GetString() == "MC-C").GetProperty("id").GetGuid();
        await given.RevisedAsync(session, ("joinUrl", $"https://meet.example.org/{Leak}"));
        await given.PublishedAsItIs();
        await given.RevisedAsync(session, ("joinUrl", $"https://meet.example.org/{Leak}-changed"), ("title", "Renamed"));
        await given.PublishedAsItIs();
        var attendee = await filled.AttendeeAsync();
        (await attendee.ReadFeedAsync()).Unfolded.ShouldContain(Leak);

        var texts = await PublicOutput.ReadAllAsync(host.Reader(), "unjoined", 3, ["MC-C"], filled.PersonId);
        foreach (var operation in ContractOperations.All.Where(o => o.Method == "GET" && !o.IsForOrganisers && o.Id != "readMyFeed"))
            texts[operation.Id] = (await host.Reader().Read(filled.Address(operation))).Text;
        texts["what is starred"] = (await attendee.ReadAsync()).ShouldBe(HttpStatusCode.OK).Text;
        texts["what is kept of a person"] = (await given.Organiser.Read($"{given.Path}/people/{filled.PersonId}/export")).ShouldBe(HttpStatusCode.OK).Text;
        texts["trace"] = (await given.Organiser.Read($"{given.Path}/audit?limit=500")).ShouldBe(HttpStatusCode.OK).Text;
        texts["trace as a table"] = (await given.Organiser.Read($"{given.Path}/audit.csv")).Text;
        texts["preview"] = (await given.Organiser.Add($"{given.Path}/releases?preview=true", new { })).Text;
        texts["stars"] = (await given.Organiser.Read($"{given.Path}/star-counts")).ShouldBe(HttpStatusCode.OK).Text;

        texts.Where(t => t.Value.Contains(Leak, StringComparison.OrdinalIgnoreCase)).Select(t => t.Key).ShouldBeEmpty();
        texts["trace"].ShouldContain("joinUrl");
        texts.Holding("MC-C").Count.ShouldBeGreaterThan(10);
        texts.Count.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task Readers_of_the_programme_do_not_see_links_to_join_and_editors_do()
    {
        var filled = await FilledConference.MakeAsync(host, "unjoined-too");
        var given = filled.Given;
        await given.RoomRevisedAsync("arbutus-room", ("joinUrl", $"https://meet.example.org/{Leak}-room"));
        var accounts = new AccountsOf(host);
        foreach (var (role, sees) in ((ConferenceRole, bool)[])[(ConferenceRole.Reader, false), (ConferenceRole.Editor, true)])
            await ShouldSee(role, sees);

        async Task ShouldSee(ConferenceRole role, bool sees)
        {
            var account = await accounts.AddAsync($"{role}");
            await accounts.MemberAsync(account, given.Slug, role);
            var client = await accounts.WithTokenAsync(account);
            (await client.Read($"{given.Path}/rooms")).ShouldBe(HttpStatusCode.OK).Text.Contains(Leak, StringComparison.Ordinal).ShouldBe(sees, $"{role}");
        }
    }
}
