using System.Net;
using Agenda.Api.Tests.Mail;
using Agenda.Infrastructure.Accounts;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class ForgottenPasswordTests(AgendaHost host, MailingHost mailing) : IClassFixture<AgendaHost>, IClassFixture<MailingHost>
{
    private const string New = "another password that is long";

    [Fact]
    public async Task Whoever_asks_reads_the_same_at_the_same_pace()
    {
        await Somebody.WithPasswordAsync(host, "asking@example.org");
        var disabled = await Somebody.WithPasswordAsync(host, "asking.disabled@example.org");
        await Somebody.ChangeAsync(host, disabled.Id, a => a.Disabled = true);
        using var browser = new Browser(host);
        var answers = new List<string>();
        foreach (var name in (string[])["asking", "asking.unknown", "asking.disabled"])
        {
            var waits = host.Clock.Waits.Count;
            var answer = await AskAsync(browser, $"{name}@example.org");
            host.Clock.Waits.Count.ShouldBe(waits + 1, name);
            answer.ShouldBe(HttpStatusCode.OK).SetCookies.ShouldBeEmpty();
            answers.Add(answer.TextWithoutTokens);
        }

        answers.Distinct().ShouldHaveSingleItem().ShouldContain("If there is an account with this e-mail address");
    }

    [Fact]
    public async Task Without_mail_administrators_see_the_wish_and_pass_a_link_on()
    {
        var account = await Somebody.WithPasswordAsync(host, "waiting@example.org", "Wanda Waiting");
        await Somebody.WithPasswordAsync(host, "passing.on@example.org", administrator: true);
        using var guest = new Browser(host);
        await AskAsync(guest, "waiting@example.org");
        (await UntilAsync(host, account, a => a.ResetRequestedAt is not null)).ResetRequestedAt.ShouldBe(host.Clock.Now);

        using var administrator = await Browser.SignedInAsync(host, "passing.on@example.org");
        var page = await administrator.OpenAsync("/account/administration");
        page.Html.Texts("[aria-labelledby=asking] h3").ShouldContain("Wanda Waiting");
        page = await administrator.OpenAsync($"/account/administration/accounts/{account.Id.Value}");
        page = await administrator.SubmitAsync(page, "link");
        page.Header("Cache-Control").ShouldBe("no-store");
        (await Somebody.NowAsync(host, account.Id)).ResetRequestedAt.ShouldBeNull();

        (await ChooseAsync(guest, page.SecretPath)).Note.ShouldBe("The password is set. Sign in with it.");
        (await guest.SignInAsync("waiting@example.org", New)).Address.ShouldBe("/account");
    }

    [Fact]
    public async Task A_new_password_ends_what_is_signed_in_and_lifts_the_lock()
    {
        var account = await Somebody.WithPasswordAsync(host, "lifting@example.org");
        using var thief = await Browser.SignedInAsync(host, "lifting@example.org");
        await Somebody.ChangeAsync(host, account.Id, a => (a.LockedUntil, a.AccessFailedCount) = (host.Clock.Now + Duration.FromMinutes(15), 5));
        using var browser = new Browser(host);

        await ChooseAsync(browser, await LinkAsync(account));

        (await thief.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await browser.SignInAsync("lifting@example.org")).Note.ShouldNotBeNull();
        (await browser.SignInAsync("lifting@example.org", New)).Address.ShouldBe("/account");
    }

    [Fact]
    public async Task The_link_works_once_for_a_day_and_only_the_newest()
    {
        var account = await Somebody.WithPasswordAsync(host, "once@example.org");
        using var browser = new Browser(host);
        var older = await LinkAsync(account);
        var link = await LinkAsync(account);
        (await browser.OpenAsync(older)).ShouldBe(HttpStatusCode.NotFound);
        var before = host.Clock.Now;
        var form = await browser.OpenAsync(link);
        form.Html.QuerySelector("[autocomplete=username]")!.GetAttribute("value").ShouldBe("once@example.org");
        host.Clock.Now = before + Duration.FromDays(1);
        (await browser.OpenAsync(link)).ShouldBe(HttpStatusCode.NotFound);
        (await browser.SendAsync(form, "choose", ("newPassword", New), ("repeated", New))).ShouldBe(HttpStatusCode.NotFound);
        host.Clock.Now = before;

        var weak = await browser.SubmitAsync(form, "choose", ("newPassword", "weak"), ("repeated", "weak"));
        weak.Errors.Keys.ShouldBe(["newPassword"]);
        (await browser.SendAsync(form, "choose", ("newPassword", New), ("repeated", New))).ShouldLeadTo("/sign-in?done=password-chosen");
        (await browser.SendAsync(form, "choose", ("newPassword", New + "2"), ("repeated", New + "2"))).ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync(link)).ShouldBe(HttpStatusCode.NotFound).Title.ShouldBe("This link does not work");
        (await browser.SignInAsync("once@example.org", New)).Address.ShouldBe("/account");
    }

    [Fact]
    public async Task The_link_of_a_disabled_account_opens_nothing()
    {
        var account = await Somebody.WithPasswordAsync(host, "shut@example.org");
        var link = await LinkAsync(account);
        await Somebody.ChangeAsync(host, account.Id, a => a.Disabled = true);
        using var browser = new Browser(host);

        (await browser.OpenAsync(link)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_mail_the_link_is_sent_and_nobody_s_mailbox_is_filled()
    {
        await Somebody.WithPasswordAsync(mailing, "mailed@example.org", "Mia Mailed");
        await Somebody.WithPasswordAsync(mailing, "other.mailed@example.org");
        using var browser = new Browser(mailing);
        await AskAsync(browser, "mailed@example.org");
        var letter = await mailing.MailServer.LetterToAsync("mailed@example.org");
        letter.Head.ShouldContain("Subject: Choose a password");
        letter.Text.ShouldContain("Mia Mailed");

        // Asked again at once, then somebody else: when that letter is there, the second wish was seen before.
        await AskAsync(browser, "mailed@example.org");
        await AskAsync(browser, "unknown.mailed@example.org");
        await AskAsync(browser, "other.mailed@example.org");
        await mailing.MailServer.LetterToAsync("other.mailed@example.org");
        mailing.MailServer.Letters.Count(l => l.To == "mailed@example.org").ShouldBe(1);
        mailing.MailServer.Letters.ShouldNotContain(l => l.To == "unknown.mailed@example.org");

        (await ChooseAsync(browser, letter.LinkPath)).Address.ShouldBe("/sign-in?done=password-chosen");
        (await browser.SignInAsync("mailed@example.org", New)).Address.ShouldBe("/account");
    }

    [Fact]
    public async Task When_the_mail_server_takes_nothing_administrators_see_the_wish()
    {
        var account = await Somebody.WithPasswordAsync(mailing, "unsent@example.org");
        using var browser = new Browser(mailing);
        mailing.MailServer.Refuses = true;

        await AskAsync(browser, "unsent@example.org");

        (await UntilAsync(mailing, account, a => a.ResetRequestedAt is not null)).ResetRequestedAt.ShouldBe(mailing.Clock.Now);
        mailing.MailServer.Refuses = false;
    }

    private static async Task<WebPage> AskAsync(Browser browser, string email) => await browser.SubmitAsync(await browser.OpenAsync("/account/forgotten"), "forgotten", ("email", email));

    private static async Task<WebPage> ChooseAsync(Browser browser, string link) => await browser.SubmitAsync(await browser.OpenAsync(link), "choose", ("newPassword", New), ("repeated", New));

    private async Task<string> LinkAsync(Account account) => new Uri((await host.Organiser().Add($"/api/v1/accounts/{account.Id.Value}/password-links", new { }))["link"].GetString()!).AbsolutePath;

    // What happens after the answer is looked for until it is there.
    private static async Task<Account> UntilAsync(AgendaHost host, Account account, Func<Account, bool> isSo)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            var now = await Somebody.NowAsync(host, account.Id);
            if (isSo(now))
                return now;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("It did not happen.");
    }
}
