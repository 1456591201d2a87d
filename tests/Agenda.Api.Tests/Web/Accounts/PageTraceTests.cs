using Agenda.Api.Tests.Audit;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>What is changed on pages leaves the trace that it leaves when programs change it.</summary>
public sealed class PageTraceTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string New = "another password that is long";

    [Fact]
    public async Task It_says_who_did_what_and_nothing_of_secrets()
    {
        var organiser = host.Organiser();
        await Given.Conference(host, "traced-pages");
        var account = await Somebody.WithPasswordAsync(host, "traced@example.org", "Tara Traced", administrator: true);
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var secrets = new List<string> { Somebody.Password, New };

        var entries = await organiser.TracedMeanwhile(async () =>
        {
            var page = await browser.OpenAsync("/account");
            page = await browser.SubmitAsync(page, "name", ("name", "Tara T."));
            page = await browser.SubmitAsync(page, "password", ("password", Somebody.Password), ("newPassword", New), ("repeated", New));
            secrets.Add((await browser.SubmitAsync(page, "token", ("name", "Export"))).Secret);
            page = await browser.OpenAsync("/account/administration");
            secrets.Add((await browser.SubmitAsync(page, "account", ("name", "Made"), ("email", "made.traced@example.org"))).SecretPath.Split('/')[^1]);
            page = await browser.OpenAsync("/account/conferences/traced-pages/members");
            var link = (await browser.SubmitAsync(page, "invite", ("email", "guest.traced@example.org"), ("role", "Reader"))).SecretPath;
            secrets.Add(link.Split('/')[^1]);
            using var guest = new Browser(host);
            await guest.SubmitAsync(await guest.OpenAsync(link), "join", ("name", "Guest"), ("newPassword", New), ("repeated", New));
        });

        entries.Select(e => $"{e.Json.GetProperty("by").GetString()} by {e.Json.GetProperty("via").GetString()}: {e.Operation}, {e.What}").ShouldBe(
        [
            "Tara Traced by sign-in: editName, account changed Tara T.",
            "Tara T. by sign-in: changePassword, account changed Tara T.",
            "Tara T. by sign-in: addToken, API token added Export",
            "Tara T. by sign-in: addAccount, account added Made",
            "Tara T. by sign-in: addAccount, account changed Made",
            "Tara T. by sign-in: addInvitation, invitation added guest.traced@example.org",
            "Guest by invitation link: joinByInvitation, account added Guest",
            "Guest by invitation link: joinByInvitation, invitation changed guest.traced@example.org",
            "Guest by invitation link: joinByInvitation, membership added Guest",
        ]);
        var text = string.Join('\n', entries.Select(e => e.Json.GetRawText()));
        foreach (var secret in secrets)
            text.ShouldNotContain(secret);
        entries.ShouldAllBe(e => e.Json.GetProperty("from").GetString() == "127.0.0.1");
    }

    [Fact]
    public async Task Members_are_traced_where_their_conference_is()
    {
        var organiser = host.Organiser();
        await Given.Conference(host, "traced-members");
        var owner = await Somebody.WithPasswordAsync(host, "owner.traced@example.org", "Olga Owner");
        var member = await Somebody.WithPasswordAsync(host, "member.traced@example.org", "Mia Member");
        var accounts = new Security.AccountsOf(host);
        await accounts.MemberAsync(owner, "traced-members", ConferenceRole.Owner);
        await accounts.MemberAsync(member, "traced-members", ConferenceRole.Reader);
        using var browser = await Browser.SignedInAsync(host, owner.Email!);
        var before = (await organiser.Traced("/api/v1/conferences/traced-members/audit")).Count;

        var path = $"/account/conferences/traced-members/members/{member.Id.Value}";
        await browser.SubmitAsync(await browser.OpenAsync(path), "member", ("role", "Editor"));
        await browser.SubmitAsync(await browser.OpenAsync(path), "remove");
        // What is refused was not done.
        await browser.SubmitAsync(await browser.OpenAsync($"/account/conferences/traced-members/members/{owner.Id.Value}"), "remove");

        (await organiser.Traced("/api/v1/conferences/traced-members/audit")).Skip(before).Select(e => $"{e.Operation}: {e.What}").ShouldBe(
            ["editMember: membership changed Mia Member", "removeMember: membership removed Mia Member"]);
    }
}
