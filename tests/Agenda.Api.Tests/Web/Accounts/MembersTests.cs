using System.Net;
using Agenda.Api.Tests.Mail;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class MembersTests(AgendaHost host, MailingHost mailing) : IClassFixture<AgendaHost>, IClassFixture<MailingHost>
{
    private static int unique;

    [Fact]
    public async Task Shows_who_may_do_what_and_who_is_invited()
    {
        var (given, owner, browser) = await NewAsync();
        using var owned = browser;
        var carl = await Somebody.WithPasswordAsync(host, $"carl.{given.Slug}@example.org", "Carl Chair");
        var person = await given.Person("Carl", "Chair-Łódzki");
        await given.Person("", "Mononym");
        await new Security.AccountsOf(host).MemberAsync(carl, given.Slug, ConferenceRole.Chair, person.Id);

        var page = await browser.OpenAsync(PathOf(given));

        page.Title.ShouldBe($"Members of {given.Slug}");
        page.Html.Texts("[aria-labelledby=members] h3").ShouldBe(["Carl Chair", "Olga Owner"]);
        page.Html.Texts("[aria-labelledby=members] .meta").ShouldBe(
        [
            $"{carl.Email} Chair, in the programme Carl Chair-Łódzki since 8 January 2024, 13:00 UTC",
            $"{owner.Email} Owner since 8 January 2024, 13:00 UTC",
        ]);
        page.Html.Text("[aria-labelledby=invitations] .none").ShouldBe("No invitation is open.");
        page.Html.Texts("#invite-person option").ShouldBe(["Nobody", "Chair-Łódzki, Carl", "Mononym"]);
        page.Html.Texts("#invite-role option")[0].ShouldBe("Editor: edits the programme and publishes nothing");
    }

    [Fact]
    public async Task What_an_invitation_lacks_is_said_at_its_field()
    {
        var (given, owner, browser) = await NewAsync();
        using var owned = browser;
        var page = await browser.OpenAsync(PathOf(given));

        (await browser.SubmitAsync(page, "invite", ("email", "x"), ("role", "Emperor"), ("person", Guid.CreateVersion7().ToString()), ("days", "0"))).Errors.Keys
            .ShouldBe(["email", "role", "person", "days"]);
        (await browser.SubmitAsync(page, "invite", ("email", "a@example.org"), ("role", "Chair"), ("days", "90"))).Errors
            .ShouldBe(new Dictionary<string, string> { ["person"] = "A chair is somebody of the programme: say which person." });
        (await browser.SubmitAsync(page, "invite", ("email", owner.Email!.ToUpperInvariant()), ("role", "Editor"))).Errors
            .ShouldBe(new Dictionary<string, string> { ["email"] = "This account has a role in the conference already." });
        var other = await NewAsync();
        using var othersBrowser = other.Browser;
        var stranger = await other.Given.Person("Of", "Another");
        (await browser.SubmitAsync(page, "invite", ("email", "a@example.org"), ("role", "Chair"), ("person", stranger.Id.ToString()))).Errors
            .ShouldBe(new Dictionary<string, string> { ["person"] = "Choose somebody of the programme." });
        (await Somebody.AskAsync(host, db => db.Invitations.CountAsync(i => i.Email == "a@example.org", TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task A_chair_is_invited_as_somebody_of_the_programme_and_their_link_is_shown_once()
    {
        var (given, _, browser) = await NewAsync();
        using var owned = browser;
        var person = await given.Person("Carl", "Chair");
        var page = await browser.OpenAsync(PathOf(given));

        var shown = await browser.SubmitAsync(page, "invite", ("email", "carl@example.org"), ("role", "Chair"), ("person", person.Id.ToString()), ("days", "7"));

        shown.Header("Cache-Control").ShouldBe("no-store");
        shown.Html.Texts(".advice").ShouldBe(
            ["Send this link to carl@example.org: whoever opens it can take the role.", "It works once, until 15 January 2024, 13:00 UTC, and cannot be shown again."]);
        var invitation = await Somebody.AskAsync(host, db => db.Invitations.SingleAsync(i => i.Email == "carl@example.org", TestContext.Current.CancellationToken));
        invitation.ShouldSatisfyAllConditions(i => i.Role.ShouldBe(ConferenceRole.Chair), i => i.PersonId.ShouldBe(new PersonId(person.Id)), i => i.InvitedBy.ShouldBe("Olga Owner"));
        page = await browser.OpenAsync(PathOf(given));
        page.Html.Texts("[aria-labelledby=invitations] .meta").ShouldBe(["Chair invited by Olga Owner until 15 January 2024, 13:00 UTC"]);
        page.Text.ShouldNotContain(shown.SecretPath);
    }

    [Fact]
    public async Task With_mail_the_invitation_is_sent()
    {
        var (given, _, browser) = await NewAsync(mailing);
        using var owned = browser;

        var page = await browser.SubmitAsync(await browser.OpenAsync(PathOf(given)), "invite", ("email", "mailed.guest@example.org"), ("role", "Organiser"));

        page.Note.ShouldBe("The invitation is on its way.");
        var letter = await mailing.MailServer.LetterToAsync("mailed.guest@example.org");
        letter.Text.ShouldContain($"Olga Owner invites you to prepare the programme of {given.Slug} as an organiser.");
        page.Text.ShouldNotContain(letter.LinkPath);
        using var guest = new Browser(mailing);
        (await guest.OpenAsync(letter.LinkPath)).Title.ShouldBe("An invitation");

        mailing.MailServer.Refuses = true;
        (await browser.SubmitAsync(page, "invite", ("email", "unsent.guest@example.org"), ("role", "Reader"))).Title.ShouldBe("An invitation to pass on");
        mailing.MailServer.Refuses = false;
    }

    [Fact]
    public async Task A_role_that_is_changed_or_taken_away_counts_at_once()
    {
        var (given, _, browser) = await NewAsync();
        using var owned = browser;
        var account = await Somebody.WithPasswordAsync(host, $"second.{given.Slug}@example.org", "Second");
        await new Security.AccountsOf(host).MemberAsync(account, given.Slug, ConferenceRole.Owner);
        using var second = await Browser.SignedInAsync(host, account.Email!);
        var form = await second.OpenAsync(PathOf(given));
        form.ShouldBe(HttpStatusCode.OK);
        var path = $"{PathOf(given)}/{account.Id.Value}";
        var page = await browser.OpenAsync(path);
        page.Html.QuerySelector("#member-role option[selected]")!.GetAttribute("value").ShouldBe("Owner");

        (await browser.SubmitAsync(page, "member", ("role", "Editor"))).Note.ShouldBe("The role is saved.");
        (await second.GetAsync(PathOf(given))).ShouldBe(HttpStatusCode.Forbidden).Html.Text(".advice").ShouldBe("Your role in this conference, editor, does not allow that.");
        // The form was open before.
        (await second.SendAsync(form, "invite", ("email", "late@example.org"))).ShouldBe(HttpStatusCode.Forbidden);

        (await browser.SubmitAsync(page, "remove")).Note.ShouldBe("The member is removed.");
        (await second.GetAsync(PathOf(given))).ShouldBe(HttpStatusCode.Forbidden).Html.Text(".advice").ShouldBe($"You have no role in a conference \"{given.Slug}\".");
        (await second.GetAsync("/account/conferences/there-is-none/members")).ShouldBe(HttpStatusCode.Forbidden).Html.Text(".advice").ShouldBe("You have no role in a conference \"there-is-none\".");
        (await Somebody.AskAsync(host, db => db.Invitations.CountAsync(i => i.Email == "late@example.org", TestContext.Current.CancellationToken))).ShouldBe(0);
        (await browser.OpenAsync(path)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_owner_stays_one()
    {
        var (given, owner, browser) = await NewAsync();
        using var owned = browser;
        var path = $"{PathOf(given)}/{owner.Id.Value}";
        const string Refused = "The conference would be left without an owner. Name another one first.";

        (await browser.SubmitAsync(await browser.OpenAsync(path), "member", ("role", "Organiser"))).ShouldBe(HttpStatusCode.BadRequest).Note.ShouldBe(Refused);
        (await browser.SubmitAsync(await browser.OpenAsync(path), "remove")).ShouldBe(HttpStatusCode.BadRequest).Note.ShouldBe(Refused);
        (await browser.SubmitAsync(await browser.OpenAsync(path), "member", ("role", "Owner"))).Note.ShouldBe("The role is saved.");

        var second = await Somebody.WithPasswordAsync(host, $"heir.{given.Slug}@example.org", "Heir");
        await new Security.AccountsOf(host).MemberAsync(second, given.Slug, ConferenceRole.Owner);
        (await browser.SendAsync(await browser.OpenAsync(path), "remove")).ShouldLeadTo("/account");
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        var (given, owner, browser) = await NewAsync();
        using var owned = browser;
        var account = await Somebody.WithPasswordAsync(host, $"rival.{given.Slug}@example.org", "Rival");
        await new Security.AccountsOf(host).MemberAsync(account, given.Slug, ConferenceRole.Owner);
        using var rival = await Browser.SignedInAsync(host, account.Email!);
        var (ofRival, ofOwner) = (await browser.OpenAsync($"{PathOf(given)}/{account.Id.Value}"), await rival.OpenAsync($"{PathOf(given)}/{owner.Id.Value}"));

        await Task.WhenAll(browser.SendAsync(ofRival, "remove"), rival.SendAsync(ofOwner, "remove"));

        var slug = given.Slug;
        (await Somebody.AskAsync(host, db => db.Memberships.CountAsync(
            m => m.Role == ConferenceRole.Owner && db.Conferences.Any(c => c.Id == m.ConferenceId && c.Slug == slug), TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_reaches_members_and_invitations_of_another_conference()
    {
        var (given, _, browser) = await NewAsync();
        using var owned = browser;
        var (other, otherOwner, otherBrowser) = await NewAsync();
        using var ownedToo = otherBrowser;
        await otherBrowser.SubmitAsync(await otherBrowser.OpenAsync(PathOf(other)), "invite", ("email", $"guest.{other.Slug}@example.org"), ("role", "Reader"));
        var withdraw = (await otherBrowser.OpenAsync(PathOf(other))).Html.QuerySelector("form[id^=withdraw]")!.GetAttribute("action")!;
        var csrf = new KeyValuePair<string, string>("csrf", (await browser.OpenAsync(PathOf(given))).Html.QuerySelector("[name=csrf]")!.GetAttribute("value")!);

        (await browser.PostAsync(withdraw, [csrf])).ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync(withdraw.Replace(other.Slug, given.Slug, StringComparison.Ordinal), [csrf])).ShouldLeadTo($"{PathOf(given)}?done=withdrawn");
        (await browser.PostAsync($"{PathOf(given)}/{otherOwner.Id.Value}/remove", [csrf])).ShouldBe(HttpStatusCode.NotFound);
        (await browser.PostAsync($"{PathOf(given)}/{otherOwner.Id.Value}", [csrf, new("role", "Reader"), new("person", "")])).ShouldBe(HttpStatusCode.NotFound);

        var page = await otherBrowser.OpenAsync(PathOf(other));
        page.Html.Texts("[aria-labelledby=invitations] h3").ShouldBe([$"guest.{other.Slug}@example.org"]);
        page.Html.Texts("[aria-labelledby=members] h3").ShouldBe(["Olga Owner"]);
    }

    private static string PathOf(Given given) => $"/account/conferences/{given.Slug}/members";

    private async Task<(Given Given, Account Owner, Browser Browser)> NewAsync(AgendaHost? on = null)
    {
        on ??= host;
        var slug = $"members-{Interlocked.Increment(ref unique)}";
        var given = await Given.Conference(on, slug, name: slug);
        var owner = await Somebody.WithPasswordAsync(on, $"owner.{slug}@example.org", "Olga Owner");
        await new Security.AccountsOf(on).MemberAsync(owner, slug, ConferenceRole.Owner);
        return (given, owner, await Browser.SignedInAsync(on, owner.Email!));
    }
}
