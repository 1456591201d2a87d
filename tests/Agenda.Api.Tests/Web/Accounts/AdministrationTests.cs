using System.Net;
using Agenda.Api.Tests.Mail;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>What administrators do with accounts; each test with an installation of its own, because there is a last administrator.</summary>
public sealed class AdministrationTests(MailingHost mailing) : IClassFixture<MailingHost>, IAsyncLifetime
{
    private readonly AgendaHost host = new();
    private Account nora = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        nora = await Somebody.WithPasswordAsync(host, "nora@example.org", "Nora", administrator: true);
        browser = await Browser.SignedInAsync(host, "nora@example.org");
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task An_account_is_made_and_its_owner_chooses_a_password_with_the_link_that_is_passed_on()
    {
        var page = await browser.OpenAsync("/account/administration");
        (await browser.SubmitAsync(page, "account", ("name", "Nora"), ("email", "NORA@example.org"))).Errors
            .ShouldBe(new Dictionary<string, string> { ["email"] = "There is already an account with this e-mail address." });
        (await browser.SubmitAsync(page, "account", ("name", ""), ("email", "nobody"))).Errors.Keys.ShouldBe(["name", "email"]);

        var shown = await browser.SubmitAsync(page, "account", ("name", "Piet"), ("email", "piet@example.org"), ("administrator", "no"));

        shown.Title.ShouldBe("A link for Piet");
        shown.Header("Cache-Control").ShouldBe("no-store");
        shown.Secret.ShouldStartWith("https://agenda.example.org/account/password/");
        using var piet = new Browser(host);
        (await piet.SignInAsync("piet@example.org", "")).Note.ShouldNotBeNull();
        await piet.SubmitAsync(await piet.OpenAsync(shown.SecretPath), "choose", ("newPassword", Somebody.Password), ("repeated", Somebody.Password));
        (await piet.SignInAsync("piet@example.org")).Address.ShouldBe("/account");
        (await piet.GetAsync("/account/administration")).ShouldBe(HttpStatusCode.Forbidden).Html.Text(".advice").ShouldBe("This is for administrators of the installation.");
        (await browser.OpenAsync("/account/administration")).Html.Texts("[aria-labelledby=accounts] h3").ShouldBe(["Nora", "Piet"]);
    }

    [Fact]
    public async Task With_mail_the_link_is_sent_and_shown_to_nobody_else()
    {
        await Somebody.WithPasswordAsync(mailing, "mailing.nora@example.org", administrator: true);
        using var administrator = await Browser.SignedInAsync(mailing, "mailing.nora@example.org");

        var page = await administrator.SubmitAsync(await administrator.OpenAsync("/account/administration"), "account", ("name", "Piet"), ("email", "mailed.piet@example.org"));

        page.Note.ShouldBe("The link is on its way by e-mail.");
        var link = (await mailing.MailServer.LetterToAsync("mailed.piet@example.org")).LinkPath;
        page.Text.ShouldNotContain(link);
        using var piet = new Browser(mailing);
        (await piet.OpenAsync(link)).Title.ShouldBe("Choose a password");
    }

    [Fact]
    public async Task Accounts_are_found_by_name_and_address_and_come_in_pages()
    {
        await Somebody.AskAsync(host, async db =>
        {
            db.Accounts.AddRange(Enumerable.Range(0, 60).Select(n => new Account($"many{n:00}@example.org", $"Many {n} 100%", host.Clock.Now) { NormalizedEmail = $"MANY{n:00}@EXAMPLE.ORG" }));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var first = await browser.OpenAsync("/account/administration");
        first.Html.QuerySelectorAll("[aria-labelledby=accounts] li").Length.ShouldBe(50);
        var second = await browser.OpenAsync(first.Html.QuerySelector("[aria-labelledby=accounts] .acts a")!.GetAttribute("href")!);
        second.Html.Texts("[aria-labelledby=accounts] h3")[^1].ShouldBe("Nora");
        second.Html.QuerySelectorAll("[aria-labelledby=accounts] li").Length.ShouldBe(11);
        second.Html.QuerySelector("[aria-labelledby=accounts] .acts").ShouldBeNull();
        (await browser.OpenAsync("/account/administration?q=mANY+7+")).Html.Texts("[aria-labelledby=accounts] h3").ShouldBe(["Many 7 100%"]);
        (await browser.OpenAsync("/account/administration?q=many07@EXAMPLE")).Html.Texts("[aria-labelledby=accounts] h3").ShouldBe(["Many 7 100%"]);
        (await browser.OpenAsync("/account/administration?q=0%25")).Html.QuerySelectorAll("[aria-labelledby=accounts] li").Length.ShouldBe(50);
        foreach (var nobody in (string[])["%_%25", "[a-z]", "x'--", "\\"])
            (await browser.OpenAsync($"/account/administration?q={Uri.EscapeDataString(nobody)}")).Html.Text("[aria-labelledby=accounts] .none").ShouldBe("Nobody is found.");
    }

    [Fact]
    public async Task A_disabled_account_is_out_until_it_is_enabled()
    {
        var account = await Somebody.WithPasswordAsync(host, "piet@example.org", "Piet");
        using var piet = await Browser.SignedInAsync(host, "piet@example.org");
        var path = $"/account/administration/accounts/{account.Id.Value}";

        (await browser.SubmitAsync(await browser.OpenAsync(path), "disable")).Note.ShouldBe("The account is disabled, and signed out everywhere.");
        (await piet.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await piet.SignInAsync("piet@example.org")).Note.ShouldNotBeNull();

        using var copy = piet.Copy();
        (await browser.SubmitAsync(await browser.OpenAsync(path), "enable")).Note.ShouldBe("The account is enabled.");
        (await copy.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await piet.SignInAsync("piet@example.org")).Address.ShouldBe("/account");
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        var path = $"/account/administration/accounts/{nora.Id.Value}";
        foreach (var form in (string[])["unmake", "disable"])
        {
            (await browser.SubmitAsync(await browser.OpenAsync(path), form)).ShouldBe(HttpStatusCode.BadRequest).Note
                .ShouldBe("The installation would be left without an administrator. Name another one first.");
            (await Somebody.NowAsync(host, nora.Id)).ShouldSatisfyAllConditions(a => a.Administrator.ShouldBeTrue(), a => a.Disabled.ShouldBeFalse(), a => a.SecurityStamp.ShouldBe(nora.SecurityStamp));
        }

        var piet = await Somebody.WithPasswordAsync(host, "piet@example.org", "Piet");
        (await browser.SubmitAsync(await browser.OpenAsync($"/account/administration/accounts/{piet.Id.Value}"), "make")).Note.ShouldBe("The account administers the installation now.");
        (await browser.SendAsync(await browser.OpenAsync(path), "unmake")).ShouldLeadTo($"{path}?done=no-administrator");
        (await browser.GetAsync(path)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Two_administrators_who_unmake_each_other_at_once_leave_one()
    {
        var piet = await Somebody.WithPasswordAsync(host, "piet@example.org", "Piet", administrator: true);
        using var other = await Browser.SignedInAsync(host, "piet@example.org");
        var (forNora, forPiet) = (await other.OpenAsync($"/account/administration/accounts/{nora.Id.Value}"), await browser.OpenAsync($"/account/administration/accounts/{piet.Id.Value}"));

        await Task.WhenAll(other.SendAsync(forNora, "unmake"), browser.SendAsync(forPiet, "unmake"));

        (await Somebody.AskAsync(host, db => db.Accounts.CountAsync(a => a.Administrator, TestContext.Current.CancellationToken))).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_second_factor_is_taken_off()
    {
        var account = await Somebody.WithPasswordAsync(host, "piet@example.org", "Piet");
        await Somebody.ChangeAsync(host, account.Id, a => (a.TwoFactorEnabled, a.AuthenticatorKey, a.RecoveryCodes) = (true, "key", "codes"));
        using var piet = new Browser(host);
        (await piet.SignInAsync("piet@example.org")).Title.ShouldBe("One more step");

        var page = await browser.OpenAsync($"/account/administration/accounts/{account.Id.Value}");
        page.Html.Texts(".facts dd")[1].ShouldBe("can sign in, with a second factor");
        (await browser.SubmitAsync(page, "factor")).Note.ShouldBe("The second factor is taken off, and the account is signed out everywhere.");

        (await piet.SignInAsync("piet@example.org")).Address.ShouldBe("/account");
        (await Somebody.NowAsync(host, account.Id)).ShouldSatisfyAllConditions(a => a.AuthenticatorKey.ShouldBeNull(), a => a.RecoveryCodes.ShouldBeNull());
    }

    [Fact]
    public async Task A_locked_account_is_shown_as_such()
    {
        var account = await Somebody.WithPasswordAsync(host, "piet@example.org", "Piet");
        await Somebody.ChangeAsync(host, account.Id, a => a.LockedUntil = host.Clock.Now + Duration.FromMinutes(15));

        (await browser.OpenAsync($"/account/administration/accounts/{account.Id.Value}")).Html.Texts(".facts dd")[1]
            .ShouldBe("can sign in Locked after too many wrong tries, until 8 January 2024, 13:15 UTC. A new password lifts it.");
    }

    [Fact]
    public async Task An_account_that_there_is_not_is_not_found() =>
        (await browser.OpenAsync($"/account/administration/accounts/{Guid.CreateVersion7()}")).ShouldBe(HttpStatusCode.NotFound).Title.ShouldBe("Not found");
}
