using System.Net;
using System.Net.Http.Headers;

namespace Agenda.Api.Tests.Databases;

/// <summary>The part of the whole story in which accounts, roles, invitations and tokens are given and taken.</summary>
/// <param name="organiser">Holds the bootstrap key.</param>
/// <param name="administrator">An administrator who signed in in a browser.</param>
/// <param name="program">Without any key, to be given tokens.</param>
internal sealed class AccessStory(HttpClient organiser, HttpClient administrator, HttpClient program, Given given)
{
    public async Task TellAsync()
    {
        var me = (await administrator.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read("/api/v1/me")).ShouldBe(HttpStatusCode.Forbidden);
        var grace = await AccountMade();
        await MembersNamed(me.Id, grace);
        await Invited();
        await TokensUsed();
        await AccountEnded(grace);
    }

    private async Task<Guid> AccountMade()
    {
        var made = (await administrator.Add("/api/v1/accounts", new { email = "grace@example.org", name = "Grace" })).ShouldBe(HttpStatusCode.Created);
        (await organiser.Add("/api/v1/accounts", new { email = "GRACE@example.org", name = "Grace" })).ShouldBeProblem(HttpStatusCode.Conflict, "email-taken");
        var id = made["account"].GetProperty("id").GetGuid();
        var address = $"/api/v1/accounts/{id}";
        (await organiser.Put(address, "\"99\"", new { name = "X", administrator = true, disabled = false })).ShouldBe(HttpStatusCode.PreconditionFailed);
        var edited = (await organiser.Put(address, made.Tag, new { name = "Grace H.", administrator = true, disabled = false })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Add($"{address}/password-links", new { })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Add($"{address}/password-links", new { })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove($"{address}/second-factor", edited.Tag)).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read(address)).ShouldBe(HttpStatusCode.OK);

        var page = (await organiser.Read("/api/v1/accounts?limit=1")).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read($"/api/v1/accounts?after={Uri.EscapeDataString(page["next"].GetString()!)}")).ShouldBe(HttpStatusCode.OK);
        return id;
    }

    private async Task MembersNamed(Guid ada, Guid grace)
    {
        var members = $"{given.Path}/members";
        var chair = (await given.Organiser.Read($"{given.Path}/people"))["items"][0].GetProperty("id").GetGuid();
        (await organiser.Add(members, new { account = Guid.Empty, role = "owner" })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-account");
        var owner = (await organiser.Add(members, new { account = ada, role = "owner" })).ShouldBe(HttpStatusCode.Created);
        (await organiser.Add(members, new { account = ada, role = "owner" })).ShouldBeProblem(HttpStatusCode.Conflict, "member-already");
        (await organiser.Add(members, new { account = grace, role = "chair" })).ShouldBeProblem(HttpStatusCode.Conflict, "chair-needs-person");
        (await organiser.Add(members, new { account = grace, role = "chair", person = Guid.Empty })).ShouldBeProblem(HttpStatusCode.Conflict, "unknown-person");
        var member = (await organiser.Add(members, new { account = grace, role = "chair", person = chair })).ShouldBe(HttpStatusCode.Created);

        (await organiser.Put($"{members}/{ada}", owner.Tag, new { role = "editor" })).ShouldBeProblem(HttpStatusCode.Conflict, "last-owner");
        var edited = (await organiser.Put($"{members}/{grace}", member.Tag, new { role = "editor" })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read($"{members}/{grace}")).ShouldBe(HttpStatusCode.OK);
        var page = (await organiser.Read($"{members}?limit=1")).ShouldBe(HttpStatusCode.OK);
        (await organiser.Read($"{members}?after={Uri.EscapeDataString(page["next"].GetString()!)}")).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove($"{members}/{grace}", edited.Tag)).ShouldBe(HttpStatusCode.NoContent);
        (await organiser.Remove($"{members}/{ada}", owner.Tag)).ShouldBeProblem(HttpStatusCode.Conflict, "last-owner");
    }

    private async Task Invited()
    {
        var invitations = $"{given.Path}/invitations";
        var withdrawn = (await administrator.Add(invitations, new { email = "nobody@example.org", role = "reader" })).ShouldBe(HttpStatusCode.Created);
        (await administrator.Read(invitations)).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(1);
        (await administrator.Send(HttpMethod.Delete, $"{invitations}/{withdrawn["invitation"].GetProperty("id").GetGuid()}")).ShouldBe(HttpStatusCode.NoContent);

        // The administrator is invited to another conference, where nobody made them anything.
        var invited = (await organiser.Add("/api/v1/conferences/second/invitations", new { email = "ada@example.org", role = "editor" })).ShouldBe(HttpStatusCode.Created);
        var secret = invited["link"].GetString()!.Split('/')[^1];
        (await administrator.Add("/api/v1/me/invitations", new { secret })).ShouldBe(HttpStatusCode.OK);
        (await administrator.Add("/api/v1/me/invitations", new { secret })).ShouldBeProblem(HttpStatusCode.Conflict, "invitation-spent");
        (await administrator.Add("/api/v1/me/invitations", new { secret = "none" })).ShouldBeProblem(HttpStatusCode.Conflict, "invitation-spent");
    }

    private async Task TokensUsed()
    {
        var added = (await administrator.Add("/api/v1/me/tokens", new { name = "Screen", conference = given.Slug, access = "write" })).ShouldBe(HttpStatusCode.Created);
        (await administrator.Add("/api/v1/me/tokens", new { name = "Screen", conference = "nowhere" })).ShouldBeProblem(HttpStatusCode.Conflict, "no-role");
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", added["secret"].GetString());
        (await program.Read("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        (await program.Read($"{given.Path}/rooms")).ShouldBe(HttpStatusCode.OK);
        (await program.Read(given.Path)).ShouldBe(HttpStatusCode.OK);
        (await program.Read("/api/v1/conferences")).ShouldBe(HttpStatusCode.OK);
        (await program.Read("/api/v1/conferences/second/rooms")).ShouldBeProblem(HttpStatusCode.Forbidden, "no-role");
        (await administrator.Read("/api/v1/me/tokens")).ShouldBe(HttpStatusCode.OK)["items"].GetArrayLength().ShouldBe(1);
        var id = added["token"].GetProperty("id").GetGuid();
        (await administrator.Send(HttpMethod.Delete, $"/api/v1/me/tokens/{id}")).ShouldBe(HttpStatusCode.NoContent);
        (await administrator.Send(HttpMethod.Delete, $"/api/v1/me/tokens/{id}")).ShouldBe(HttpStatusCode.NotFound);
        (await program.Read("/api/v1/me")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-key");
    }

    private async Task AccountEnded(Guid grace)
    {
        var address = $"/api/v1/accounts/{grace}";
        var account = await organiser.Read(address);
        var disabled = (await organiser.Put(address, account.Tag, new { name = "Grace", administrator = false, disabled = true })).ShouldBe(HttpStatusCode.OK);
        (await organiser.Remove(address, disabled.Tag)).ShouldBe(HttpStatusCode.NoContent);
        var me = await administrator.Read("/api/v1/me");
        (await organiser.Remove($"/api/v1/accounts/{me.Id}", me.Tag)).ShouldBeProblem(HttpStatusCode.Conflict, "last-administrator");
    }
}
