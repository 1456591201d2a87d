using System.Net;
using System.Net.Http.Headers;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class YourAccountTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string New = "another password that is long";

    private static int unique;

    [Fact]
    public async Task Shows_who_one_is_and_where_one_has_a_role()
    {
        var account = await NewAsync("Rita Roles");
        await Given.Conference(host, "roles-a", name: "Roles A");
        await Given.Conference(host, "roles-b", name: "Roles B");
        await Given.Conference(host, "roles-none", name: "Roles None");
        var accounts = new Security.AccountsOf(host);
        await accounts.MemberAsync(account, "roles-a", ConferenceRole.Owner);
        await accounts.MemberAsync(account, "roles-b", ConferenceRole.Reader);
        using var browser = await Browser.SignedInAsync(host, account.Email!);

        var page = await browser.OpenAsync("/account");

        page.Html.Texts("[aria-labelledby=you] .facts > div").ShouldBe(
        [
            "Name Rita Roles",
            $"E-mail address {account.Email}",
            "Conferences Roles A: owner, may do everything, and says who else may. Members of Roles A Roles B: reader, reads the programme with its drafts.",
        ]);
        page.Html.QuerySelectorAll("[aria-labelledby=you] .facts a").Select(a => a.GetAttribute("href")).ShouldBe(["/account/conferences/roles-a/members"]);
        page.Html.Texts("#token-conference option").ShouldBe(["All of mine", "Roles A", "Roles B"]);
        page.Html.Texts(".site a").ShouldBe(["Rita Roles"]);
    }

    [Fact]
    public async Task The_name_can_be_changed()
    {
        var account = await NewAsync("Before");
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.OpenAsync("/account");

        (await browser.SubmitAsync(page, "name", ("name", "  "))).Errors.ShouldBe(new Dictionary<string, string> { ["name"] = "This is needed." });
        (await browser.SubmitAsync(page, "name", ("name", new string('x', 201)))).Errors.ShouldBe(new Dictionary<string, string> { ["name"] = "This has more than 200 characters." });
        page = await browser.SubmitAsync(page, "name", ("name", "After"));

        page.Note.ShouldBe("Your name is saved.");
        page.Html.Texts(".site a").ShouldBe(["After"]);
    }

    [Fact]
    public async Task A_changed_password_signs_every_other_browser_out_and_not_this_one()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        using var stale = browser.Copy();
        using var elsewhere = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.OpenAsync("/account");
        (await browser.SubmitAsync(page, "password", ("password", "not the password"), ("newPassword", New), ("repeated", New))).Errors.Keys.ShouldBe(["password"]);
        (await browser.SubmitAsync(page, "password", ("password", Somebody.Password), ("newPassword", New), ("repeated", "x"))).Errors.Keys.ShouldBe(["repeated"]);

        (await browser.SubmitAsync(page, "password", ("password", Somebody.Password), ("newPassword", New), ("repeated", New)))
            .Note.ShouldBe("Your password is changed. Every other browser is signed out.");

        (await browser.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await stale.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await elsewhere.SignInAsync(account.Email!)).Note.ShouldNotBeNull();
        (await elsewhere.SignInAsync(account.Email!, New)).Address.ShouldBe("/account");
    }

    [Fact]
    public async Task Wrong_present_passwords_are_counted_as_those_of_signing_in_are()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.OpenAsync("/account");
        for (var tries = 0; tries < 5; tries++)
            await browser.SubmitAsync(page, "password", ("password", "not the password"), ("newPassword", New), ("repeated", New));

        (await browser.SubmitAsync(page, "password", ("password", Somebody.Password), ("newPassword", New), ("repeated", New))).Errors.Keys.ShouldBe(["password"]);
        (await browser.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cookie_of_before_the_stamp_was_renewed_opens_nothing()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        await Somebody.ChangeAsync(host, account.Id, a => a.SecurityStamp = "another");

        var answer = await browser.GetAsync("/account");

        answer.ShouldLeadTo("/sign-in");
        browser.SignedInCookie.ShouldBeNull();
    }

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_opens_nothing()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        using var copy = browser.Copy();
        using var elsewhere = await Browser.SignedInAsync(host, account.Email!);

        (await browser.SubmitAsync(await browser.OpenAsync("/account"), "sign-out")).Note.ShouldBe("You are signed out.");

        browser.SignedInCookie.ShouldBeNull();
        (await copy.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await elsewhere.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        using var copy = browser.Copy();
        using var elsewhere = await Browser.SignedInAsync(host, account.Email!);

        (await browser.SubmitAsync(await browser.OpenAsync("/account"), "everywhere")).Note.ShouldBe("You are signed out in every browser.");

        foreach (var one in (Browser[])[browser, copy, elsewhere])
            (await one.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await Somebody.AskAsync(host, db => db.SignedIn.CountAsync(s => s.AccountId == account.Id, TestContext.Current.CancellationToken))).ShouldBe(0);
        (await Somebody.NowAsync(host, account.Id)).SecurityStamp.ShouldNotBe(account.SecurityStamp);
    }

    [Fact]
    public async Task One_browser_can_be_signed_out_from_another_and_nobody_else_s()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        using var lost = await Browser.SignedInAsync(host, account.Email!);
        using var other = await Browser.SignedInAsync(host, (await NewAsync()).Email!);
        var page = await browser.OpenAsync("/account");
        page.Html.Texts("[aria-labelledby=browsers] h3").ShouldBe(["TestBrowser/1.0", "TestBrowser/1.0"]);
        page.Html.Texts("[aria-labelledby=browsers] .meta").ShouldAllBe(meta => meta == "since 8 January 2024, 13:00 UTC from 127.0.0.1");
        var form = page.Html.QuerySelectorAll("form[id^=out]").ShouldHaveSingleItem();

        var token = (await other.OpenAsync("/account")).Html.QuerySelector("[name=csrf]")!.GetAttribute("value")!;
        await other.PostAsync(form.GetAttribute("action")!, [new("csrf", token)]);
        (await lost.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);

        (await browser.SubmitAsync(page, form.Id!)).Note.ShouldBe("That browser is signed out.");
        (await lost.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await browser.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_weeks_after_signing_in_one_signs_in_again()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var before = host.Clock.Now;

        host.Clock.Now = before + Duration.FromDays(14) - Duration.FromSeconds(1);
        (await browser.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
        host.Clock.Now = before + Duration.FromDays(14);
        (await browser.GetAsync("/account")).ShouldLeadTo("/sign-in");
        host.Clock.Now = before;
    }

    [Fact]
    public async Task An_account_that_is_disabled_meanwhile_is_out_at_once()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);

        await Somebody.ChangeAsync(host, account.Id, a => a.Disabled = true);

        (await browser.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await browser.SignInAsync(account.Email!)).Note.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_token_is_shown_once_works_and_is_revoked()
    {
        var account = await NewAsync();
        await Given.Conference(host, "tokens", name: "Tokens");
        await new Security.AccountsOf(host).MemberAsync(account, "tokens", ConferenceRole.Editor);
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.OpenAsync("/account");
        (await browser.SubmitAsync(page, "token", ("name", ""), ("days", "367"), ("conference", Guid.CreateVersion7().ToString()), ("access", "Everything"))).Errors.Keys
            .ShouldBe(["name", "conference", "access", "days"]);
        var conference = page.Html.QuerySelectorAll("#token-conference option")[1].GetAttribute("value")!;

        var shown = await browser.SubmitAsync(page, "token", ("name", "Nightly export"), ("conference", conference), ("access", "Read"), ("days", "30"));

        shown.Header("Cache-Control").ShouldBe("no-store");
        shown.Title.ShouldBe("The token “Nightly export”");
        shown.Secret.ShouldStartWith("agenda_");
        var program = host.Reader();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown.Secret);
        (await program.Read("/api/v1/conferences/tokens/rooms")).ShouldBe(HttpStatusCode.OK);
        (await program.Add("/api/v1/conferences/tokens/rooms", new { name = "Room" })).ShouldBeProblem(HttpStatusCode.Forbidden, "token-reads-only");
        page = await browser.OpenAsync("/account");
        page.Text.ShouldNotContain(shown.Secret);
        page.Html.Text("[aria-labelledby=tokens] .meta").ShouldBe(
            "reads Tokens made 8 January 2024, 13:00 UTC expires 7 February 2024, 13:00 UTC last used 8 January 2024, 13:00 UTC from 127.0.0.1");

        using var other = await Browser.SignedInAsync(host, (await NewAsync()).Email!);
        var revoke = page.Html.QuerySelector("form[id^=revoke]")!;
        var token = (await other.OpenAsync("/account")).Html.QuerySelector("[name=csrf]")!.GetAttribute("value")!;
        await other.PostAsync(revoke.GetAttribute("action")!, [new("csrf", token)]);
        (await program.Read("/api/v1/conferences/tokens/rooms")).ShouldBe(HttpStatusCode.OK);

        (await browser.SubmitAsync(page, revoke.Id!)).Note.ShouldBe("The token is revoked.");
        (await program.Read("/api/v1/conferences/tokens/rooms")).ShouldBeProblem(HttpStatusCode.Unauthorized, "unknown-key");
    }

    [Fact]
    public async Task There_are_only_so_many_tokens()
    {
        var account = await NewAsync();
        await new Security.AccountsOf(host).ChangeAsync(db =>
        {
            db.ApiTokens.AddRange(Enumerable.Range(0, ApiToken.Most).Select(n => new ApiToken(account.Id, $"Token {n}", null, TokenAccess.Read, Agenda.Api.Security.Secret.New().Hash, host.Clock.Now, 1)));
            return Task.CompletedTask;
        });
        using var browser = await Browser.SignedInAsync(host, account.Email!);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/account"), "token", ("name", "One more"));

        page.ShouldBe(HttpStatusCode.BadRequest).Note.ShouldBe("An account has 50 tokens at the most. Revoke one first.");
    }

    [Fact]
    public async Task A_token_is_no_sign_in()
    {
        var account = await NewAsync();
        var program = await new Security.AccountsOf(host).WithTokenAsync(account);

        using var answer = await program.GetAsync("/account", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    private Task<Account> NewAsync(string name = "Aoife Byrne") => Somebody.WithPasswordAsync(host, $"yours{Interlocked.Increment(ref unique)}@example.org", name);
}
