using System.Net;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using NodaTime;

namespace Agenda.Api.Tests.Members;

/// <summary>Invitations as programs accept them; the pages have tests of their own.</summary>
public sealed class InvitationTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private readonly AccountsOf accounts = new(host);

    [Fact]
    public async Task An_invitation_gives_its_role_once()
    {
        var given = await Given.Conference(host, "invited-once");
        var (ada, grace) = (await accounts.AddAsync("Ada"), await accounts.AddAsync("Grace"));
        var secret = await Invited(given, "editor");

        var role = (await (await accounts.SignedInAsync(ada)).Add("/api/v1/me/invitations", new { secret })).ShouldBe(HttpStatusCode.OK);

        (role["slug"].GetString(), role["role"].GetString()).ShouldBe((given.Slug, "editor"));
        (await (await accounts.WithTokenAsync(ada)).Add($"{given.Path}/tracks", new { name = "T" })).ShouldBe(HttpStatusCode.Created);
        (await (await accounts.SignedInAsync(grace)).Add("/api/v1/me/invitations", new { secret })).ShouldBeProblem(HttpStatusCode.Conflict, "invitation-spent");
        (await (await accounts.WithTokenAsync(grace)).Read($"{given.Path}/tracks")).ShouldBeProblem(HttpStatusCode.Forbidden, "no-role");
        (await given.Organiser.Read($"{given.Path}/invitations"))["items"][0].GetProperty("usedAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
    }

    [Fact]
    public async Task Of_many_who_accept_one_invitation_at_once_one_gets_the_role()
    {
        var given = await Given.Conference(host, "invited-race");
        var secret = await Invited(given, "reader");
        var clients = new List<HttpClient>();
        for (var i = 0; i < 6; i++)
            clients.Add(await accounts.SignedInAsync(await accounts.AddAsync($"Racer {i}")));

        var answers = await Task.WhenAll(clients.Select(client => client.Add("/api/v1/me/invitations", new { secret })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        foreach (var loser in answers.Where(a => a.Status != HttpStatusCode.OK))
            loser.ShouldBeProblem(HttpStatusCode.Conflict, "invitation-spent");
        (await given.Organiser.Read($"{given.Path}/members"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_invitation_ends_when_it_expires_or_is_withdrawn()
    {
        await using var own = new AgendaHost();
        var ownAccounts = new AccountsOf(own);
        var given = await Given.Conference(own, "invited-late");
        var account = await ownAccounts.SignedInAsync(await ownAccounts.AddAsync("Ada"));
        var (expiring, withdrawn) = (await Invited(given, "reader", days: 2), await Invited(given, "reader"));
        var id = (await given.Organiser.Read($"{given.Path}/invitations"))["items"].EnumerateArray().Last().GetProperty("id").GetGuid();
        (await given.Organiser.Send(HttpMethod.Delete, $"{given.Path}/invitations/{id}")).ShouldBe(HttpStatusCode.NoContent);

        (await account.Add("/api/v1/me/invitations", new { secret = withdrawn })).ShouldBeProblem(HttpStatusCode.Conflict, "invitation-spent");
        own.Clock.Now += Duration.FromDays(2);
        (await account.Add("/api/v1/me/invitations", new { secret = expiring })).ShouldBeProblem(HttpStatusCode.Conflict, "invitation-spent");
        (await given.Organiser.Read($"{given.Path}/members"))["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_a_role_already_keeps_it_and_the_invitation_stays_open()
    {
        var given = await Given.Conference(host, "invited-twice");
        var ada = await accounts.AddAsync("Ada");
        await accounts.MemberAsync(ada, given.Slug, ConferenceRole.Owner);
        var secret = await Invited(given, "reader");

        (await (await accounts.SignedInAsync(ada)).Add("/api/v1/me/invitations", new { secret })).ShouldBeProblem(HttpStatusCode.Conflict, "member-already");

        (await given.Organiser.Read($"{given.Path}/members"))["items"][0].GetProperty("role").GetString().ShouldBe("owner");
        (await (await accounts.SignedInAsync(await accounts.AddAsync("Grace"))).Add("/api/v1/me/invitations", new { secret })).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> Invited(Given given, string role, int days = 14)
    {
        var invited = (await given.Organiser.Add($"{given.Path}/invitations", new { email = "somebody@example.org", role, days })).ShouldBe(HttpStatusCode.Created);
        invited["link"].GetString()!.ShouldStartWith("https://agenda.example.org/account/invitations/");
        return invited["link"].GetString()!.Split('/')[^1];
    }
}
