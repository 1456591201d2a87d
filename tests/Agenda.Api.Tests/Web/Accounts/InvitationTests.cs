using System.Net;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class InvitationTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static readonly (string, string)[] Typed = [("name", "Guest"), ("newPassword", Somebody.Password), ("repeated", Somebody.Password)];

    private static int unique;

    [Fact]
    public async Task Somebody_new_makes_an_account_with_the_invited_address_and_is_in()
    {
        var (slug, link, email) = await InviteAsync();
        using var browser = new Browser(host);
        var page = await browser.OpenAsync(link);
        page.Html.Texts(".advice")[0].ShouldBe($"Olga Owner invites {email} to prepare the programme of Conference {slug} as editor, who edits the programme and publishes nothing.");
        page.Html.Texts(".advice")[1].ShouldBe("The invitation works once, until 22 January 2024, 13:00 UTC.");
        page.Html.QuerySelector("[name=email]")!.GetAttribute("value").ShouldBe(email);

        page = await browser.SubmitAsync(page, "join", [.. Typed, ("email", "somebody.else@example.org")]);

        page.Address.ShouldBe("/account?done=joined");
        page.Note.ShouldBe("You have joined the conference.");
        page.Html.Texts(".facts dd").ShouldContain($"Conference {slug}: editor, edits the programme and publishes nothing.");
        var account = await Somebody.AskAsync(host, db => db.Accounts.SingleAsync(a => a.Email == email, TestContext.Current.CancellationToken));
        account.Administrator.ShouldBeFalse();
        (await RolesAsync(account.Id.Value)).ShouldBe([ConferenceRole.Editor]);
    }

    [Fact]
    public async Task Somebody_with_the_invited_address_signs_in_and_accepts()
    {
        var (_, link, email) = await InviteAsync();
        var account = await Somebody.WithPasswordAsync(host, email, "Guest");
        using var browser = new Browser(host);

        var page = await browser.OpenAsync(link);
        page.Html.GetElementById("join").ShouldBeNull();
        page = await browser.SignInAsync(email, at: page.Html.QuerySelector(".acts a")!.GetAttribute("href")!);
        page.Address.ShouldBe(link);
        page = await browser.SubmitAsync(page, "accept");

        page.Note.ShouldBe("You have joined the conference.");
        (await RolesAsync(account.Id.Value)).ShouldBe([ConferenceRole.Editor]);
    }

    [Fact]
    public async Task Somebody_signed_in_accepts_as_that_account_or_signs_out_first()
    {
        var (_, link, _) = await InviteAsync();
        var account = await Somebody.WithPasswordAsync(host, $"another{Interlocked.Increment(ref unique)}@example.org", "Another");
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.OpenAsync(link);
        page.Html.Text("#accept button").ShouldBe("Accept as Another");

        var left = await browser.SubmitAsync(page, "leave");
        left.Address.ShouldBe(link);
        browser.SignedInCookie.ShouldBeNull();
        left.Html.GetElementById("join").ShouldNotBeNull();

        await browser.SignInAsync(account.Email!);
        (await browser.SubmitAsync(await browser.OpenAsync(link), "accept")).Note.ShouldBe("You have joined the conference.");
        (await RolesAsync(account.Id.Value)).ShouldBe([ConferenceRole.Editor]);
    }

    [Fact]
    public async Task Whoever_is_a_member_already_is_told_so_and_the_invitation_stays_open()
    {
        var (slug, link, _) = await InviteAsync();
        using var owner = await Browser.SignedInAsync(host, $"owner.{slug}@example.org");

        var page = await owner.SubmitAsync(await owner.OpenAsync(link), "accept");

        page.ShouldBe(HttpStatusCode.BadRequest).Note.ShouldBe("This account has a role in the conference already.");
        using var guest = new Browser(host);
        (await guest.OpenAsync(link)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_link_that_opens_nothing_gives_the_same_page()
    {
        var dead = new List<WebPage>();
        using var browser = new Browser(host);
        var (_, used, _) = await InviteAsync();
        (await browser.SubmitAsync(await browser.OpenAsync(used), "join", Typed)).ShouldBe(HttpStatusCode.OK);
        using var stranger = new Browser(host);
        dead.Add(await stranger.OpenAsync(used));
        var (slug, withdrawn, _) = await InviteAsync();
        using var owner = await Browser.SignedInAsync(host, $"owner.{slug}@example.org");
        var members = await owner.OpenAsync($"/account/conferences/{slug}/members");
        (await owner.SubmitAsync(members, members.Html.QuerySelector("form[id^=withdraw]")!.Id!)).Note.ShouldBe("The invitation is withdrawn.");
        dead.Add(await stranger.OpenAsync(withdrawn));
        var (_, expired, _) = await InviteAsync();
        var before = host.Clock.Now;
        host.Clock.Now = before + Duration.FromDays(14);
        dead.Add(await stranger.OpenAsync(expired));
        host.Clock.Now = before;
        (await stranger.OpenAsync(expired)).ShouldBe(HttpStatusCode.OK);
        dead.Add(await stranger.OpenAsync("/account/invitations/unknown"));

        dead.ShouldAllBe(page => page.Status == HttpStatusCode.NotFound);
        dead.Select(page => page.TextWithoutTokens).Distinct().ShouldHaveSingleItem().ShouldContain("This link does not work");
    }

    [Fact]
    public async Task A_form_that_was_open_does_not_accept_twice_or_too_late()
    {
        var (_, link, email) = await InviteAsync();
        using var first = new Browser(host);
        using var second = new Browser(host);
        var (form, form2) = (await first.OpenAsync(link), await second.OpenAsync(link));
        var before = host.Clock.Now;
        host.Clock.Now = before + Duration.FromDays(14);
        (await second.SendAsync(form2, "join", Typed)).ShouldBe(HttpStatusCode.NotFound);
        host.Clock.Now = before;
        (await first.SendAsync(form, "join", Typed)).ShouldLeadTo("/account?done=joined");
        (await second.SendAsync(form2, "join", Typed)).ShouldBe(HttpStatusCode.NotFound);
        var late = await Somebody.WithPasswordAsync(host, "late." + email);
        using var signedIn = await Browser.SignedInAsync(host, late.Email!);
        var token = (await signedIn.OpenAsync("/account")).Html.QuerySelector("[name=csrf]")!.GetAttribute("value")!;
        (await signedIn.PostAsync(link, [new("csrf", token)])).ShouldBe(HttpStatusCode.NotFound);
        (await RolesAsync(late.Id.Value)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_several_at_once_one_is_in()
    {
        var (slug, link, _) = await InviteAsync();
        var guests = new List<(Account Account, Browser Browser, WebPage Form)>();
        for (var number = 0; number < 4; number++)
        {
            var account = await Somebody.WithPasswordAsync(host, $"race{number}.{slug}@example.org");
            var browser = await Browser.SignedInAsync(host, account.Email!);
            guests.Add((account, browser, await browser.OpenAsync(link)));
        }

        var answers = await Task.WhenAll(guests.Select(async g => (await g.Browser.SendAsync(g.Form, "accept")).Status));

        answers.Order().ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound]);
        var members = await Somebody.AskAsync(host, db => db.Memberships.CountAsync(m => db.Conferences.Any(c => c.Id == m.ConferenceId && c.Slug == slug), TestContext.Current.CancellationToken));
        members.ShouldBe(2);
        guests.ForEach(g => g.Browser.Dispose());
    }

    private Task<List<ConferenceRole>> RolesAsync(Guid account) => Somebody.AskAsync(
        host, db => db.Memberships.Where(m => m.AccountId == new Agenda.Domain.AccountId(account)).Select(m => m.Role).ToListAsync(TestContext.Current.CancellationToken));

    private async Task<(string Slug, string Link, string Email)> InviteAsync()
    {
        var slug = $"inviting-{Interlocked.Increment(ref unique)}";
        await Given.Conference(host, slug, name: $"Conference {slug}");
        var owner = await Somebody.WithPasswordAsync(host, $"owner.{slug}@example.org", "Olga Owner");
        await new Security.AccountsOf(host).MemberAsync(owner, slug, ConferenceRole.Owner);
        using var browser = await Browser.SignedInAsync(host, owner.Email!);
        var email = $"guest.{slug}@example.org";
        var answer = await browser.SubmitAsync(await browser.OpenAsync($"/account/conferences/{slug}/members"), "invite", ("email", email), ("role", "Editor"), ("days", "14"));
        answer.Title.ShouldBe("An invitation to pass on");
        return (slug, answer.SecretPath, email);
    }
}
