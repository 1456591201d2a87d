using System.Net;
using Agenda.Domain;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class SignInTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Failed = "E-mail address or password is wrong, or the account is locked for a while.";

    [Fact]
    public async Task The_right_password_signs_in_and_leads_where_one_wanted_to_go()
    {
        var account = await Somebody.WithPasswordAsync(host, "right@example.org", "Aoife Byrne");
        using var browser = new Browser(host);
        (await browser.GetAsync("/account/second-factor?x=1")).ShouldLeadTo("/sign-in?returnTo=%2Faccount%2Fsecond-factor%3Fx%3D1");
        (await browser.GetAsync("/account")).ShouldLeadTo("/sign-in");

        var answer = await browser.SendAsync(await browser.OpenAsync("/sign-in?returnTo=%2F"), "sign-in", ("email", " Right@Example.org "), ("password", Somebody.Password));

        answer.ShouldLeadTo("/");
        var page = await browser.OpenAsync("/account");
        page.Html.Texts(".site a").ShouldBe(["Aoife Byrne"]);
        (await Somebody.NowAsync(host, account.Id)).LastSignInAt.ShouldBe(host.Clock.Now);
        (await browser.GetAsync("/sign-in?returnTo=%2Ficsei-2024")).ShouldLeadTo("/icsei-2024");
        (await browser.GetAsync("/sign-in")).ShouldLeadTo("/account");
    }

    [Fact]
    public async Task Its_cookies_are_for_this_host_over_https_and_not_for_scripts()
    {
        await Somebody.WithPasswordAsync(host, "cookies@example.org");
        using var browser = new Browser(host);

        var form = await browser.OpenAsync("/sign-in");
        var answer = await browser.SendAsync(form, "sign-in", ("email", "cookies@example.org"), ("password", Somebody.Password));

        AttributesOf(form, "__Host-agenda-form").ShouldBe(["httponly", "path=/", "samesite=strict", "secure"]);
        AttributesOf(answer, "__Host-agenda").ShouldBe(["expires=Mon, 22 Jan 2024 13:00:00 GMT", "httponly", "path=/", "samesite=lax", "secure"]);
    }

    [Fact]
    public async Task Every_failure_reads_the_same_and_waits_for_the_beat()
    {
        await Somebody.WithPasswordAsync(host, "known@example.org");
        var disabled = await Somebody.WithPasswordAsync(host, "disabled@example.org");
        await Somebody.ChangeAsync(host, disabled.Id, a => a.Disabled = true);
        var locked = await Somebody.WithPasswordAsync(host, "locked@example.org");
        await Somebody.ChangeAsync(host, locked.Id, a => a.LockedUntil = host.Clock.Now + Duration.FromMinutes(1));
        await Somebody.AskAsync(host, async db =>
        {
            db.Accounts.Add(new("passwordless@example.org", "New", host.Clock.Now) { NormalizedEmail = "PASSWORDLESS@EXAMPLE.ORG" });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        using var browser = new Browser(host);
        var expected = (string?)null;
        foreach (var (name, password) in ((string, string)[])[("known", "wrong"), ("unknown", "wrong"), ("disabled", Somebody.Password), ("locked", Somebody.Password), ("passwordless", "")])
        {
            var waits = host.Clock.Waits.Count;
            var answer = await browser.SendAsync(await browser.OpenAsync("/sign-in"), "sign-in", ("email", $"{name}@example.org"), ("password", password));

            answer.ShouldBe(HttpStatusCode.BadRequest).Note.ShouldBe(Failed);
            answer.Text.ShouldNotContain(Somebody.Password);
            var body = answer.TextWithoutTokens.Replace($"{name}@", "NAME@", StringComparison.Ordinal);
            body.ShouldBe(expected ??= body, name);
            answer.SetCookies.ShouldBeEmpty();
            host.Clock.Waits.Count.ShouldBe(waits + 1, name);
            browser.SignedInCookie.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_account_for_a_quarter_of_an_hour_even_for_the_right_password()
    {
        var account = await Somebody.WithPasswordAsync(host, "lockout@example.org");
        using var browser = new Browser(host);
        for (var tries = 0; tries < 5; tries++)
            (await browser.SignInAsync("lockout@example.org", "wrong")).Note.ShouldBe(Failed);

        (await browser.SignInAsync("lockout@example.org")).Note.ShouldBe(Failed);
        var until = (await Somebody.NowAsync(host, account.Id)).LockedUntil.ShouldNotBeNull();
        until.ShouldBe(host.Clock.Now + Duration.FromMinutes(15));

        var before = host.Clock.Now;
        host.Clock.Now = until - Duration.FromSeconds(1);
        (await browser.SignInAsync("lockout@example.org")).Note.ShouldBe(Failed);
        host.Clock.Now = until;
        (await browser.SignInAsync("lockout@example.org")).Address.ShouldBe("/account");
        (await Somebody.NowAsync(host, account.Id)).ShouldSatisfyAllConditions(a => a.LockedUntil.ShouldBeNull(), a => a.AccessFailedCount.ShouldBe(0));
        host.Clock.Now = before;
    }

    [Fact]
    public async Task Many_tries_at_once_are_not_more_than_allowed()
    {
        var account = await Somebody.WithPasswordAsync(host, "parallel@example.org");
        var tries = Enumerable.Range(0, 12).Select(async _ =>
        {
            using var browser = new Browser(host);
            return (await browser.SignInAsync("parallel@example.org", "wrong")).Note;
        });

        (await Task.WhenAll(tries)).ShouldAllBe(note => note == Failed);
        (await Somebody.NowAsync(host, account.Id)).ShouldSatisfyAllConditions(a => a.LockedUntil.ShouldNotBeNull(), a => a.AccessFailedCount.ShouldBe(5));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/account")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%2Fevil.example")]
    public async Task Nobody_is_led_to_another_site(string returnTo)
    {
        var email = $"led{Guid.CreateVersion7():N}@example.org";
        await Somebody.WithPasswordAsync(host, email);
        using var browser = new Browser(host);

        var page = await browser.OpenAsync($"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}");
        page.Html.QuerySelector("input[name=returnTo]")!.GetAttribute("value").ShouldBe("/account");
        (await browser.SendAsync(page, "sign-in", ("email", email), ("password", Somebody.Password), ("returnTo", returnTo))).ShouldLeadTo("/account");
        (await browser.GetAsync($"/sign-in?returnTo={Uri.EscapeDataString(returnTo)}")).ShouldLeadTo("/account");
    }

    [Fact]
    public async Task What_is_signed_in_is_never_what_the_browser_brought_along()
    {
        await Somebody.WithPasswordAsync(host, "victim@example.org", "Victim");
        await Somebody.WithPasswordAsync(host, "attacker@example.org", "Attacker");
        using var attacker = await Browser.SignedInAsync(host, "attacker@example.org");
        using var victim = new Browser(host);
        victim.Cookies["__Host-agenda"] = attacker.SignedInCookie!;

        // The planted cookie works, so the form is sent without looking first.
        using var form = new Browser(host);
        var page = await form.OpenAsync("/sign-in");
        foreach (var (name, value) in form.Cookies)
            victim.Cookies[name] = value;
        (await victim.SendAsync(page, "sign-in", ("email", "victim@example.org"), ("password", Somebody.Password))).ShouldLeadTo("/account");

        victim.SignedInCookie.ShouldNotBe(attacker.SignedInCookie);
        (await victim.OpenAsync("/account")).Html.Texts(".site a").ShouldBe(["Victim"]);
        // What was there before has ended: its copy opens nothing any more.
        (await attacker.GetAsync("/account")).ShouldLeadTo("/sign-in");
    }

    [Fact]
    public async Task Each_sign_in_is_a_new_one()
    {
        var account = await Somebody.WithPasswordAsync(host, "anew@example.org");
        using var first = await Browser.SignedInAsync(host, "anew@example.org");
        using var second = await Browser.SignedInAsync(host, "anew@example.org");

        first.SignedInCookie.ShouldNotBe(second.SignedInCookie);
        (await Somebody.AskAsync(host, db => db.SignedIn.CountAsync(s => s.AccountId == account.Id, TestContext.Current.CancellationToken))).ShouldBe(2);
        (await first.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
        (await second.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_that_is_longer_than_any_is_wrong_and_costs_no_more()
    {
        await Somebody.WithPasswordAsync(host, "long@example.org");
        using var browser = new Browser(host);

        (await browser.SignInAsync("long@example.org", new string('a', Limits.Text / 2))).Note.ShouldBe(Failed);
    }

    private static string[] AttributesOf(WebPage page, string cookie) =>
        [.. page.SetCookies.Single(c => c.StartsWith(cookie + "=", StringComparison.Ordinal)).Split("; ")[1..].Order(StringComparer.Ordinal)];
}
