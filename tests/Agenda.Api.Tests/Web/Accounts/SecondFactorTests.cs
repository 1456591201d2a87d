using System.Net;
using Agenda.Api.Security;
using Agenda.Infrastructure.Accounts;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

public sealed class SecondFactorTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    [Fact]
    public async Task Counts_once_a_code_shows_that_the_app_has_the_key()
    {
        var account = await NewAsync();
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        using var elsewhere = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account"), "begin");
        page.Address.ShouldBe("/account/second-factor");
        var key = KeyIn(page);
        var picture = await browser.OpenAsync(page.Html.QuerySelector("img.qr")!.GetAttribute("src")!);
        picture.ContentHeaders.ContentType!.MediaType.ShouldBe("image/svg+xml");
        picture.Header("Cache-Control").ShouldBe("no-store");
        picture.Text.ShouldStartWith("<svg");
        picture.Text.ShouldNotContain("style=");

        (await browser.SubmitAsync(page, "second-factor", ("code", CodeOf(key, 5)))).Errors.Keys.ShouldBe(["code"]);
        (await Somebody.NowAsync(host, account.Id)).TwoFactorEnabled.ShouldBeFalse();
        using (var without = await Browser.SignedInAsync(host, account.Email!))
            (await without.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);

        var shown = await browser.SubmitAsync(page, "second-factor", ("code", CodeOf(key)));

        shown.Title.ShouldBe("Your recovery codes");
        shown.Header("Cache-Control").ShouldBe("no-store");
        shown.Html.Texts(".codes code").Distinct().Count().ShouldBe(10);
        var kept = await Somebody.NowAsync(host, account.Id);
        kept.TwoFactorEnabled.ShouldBeTrue();
        kept.AuthenticatorKey.ShouldNotBeNull().ShouldNotContain(key);
        foreach (var code in shown.Html.Texts(".codes code"))
            kept.RecoveryCodes.ShouldNotBeNull().ShouldNotContain(code);
        (await elsewhere.GetAsync("/account")).ShouldLeadTo("/sign-in");
        // The header of the page that shows the codes has a form that works.
        (await browser.SendAsync(shown, "sign-out")).ShouldLeadTo("/sign-in?done=signed-out");
        (await browser.OpenAsync("/account/second-factor")).Address.ShouldBe("/sign-in?returnTo=%2Faccount%2Fsecond-factor");
    }

    [Fact]
    public async Task The_key_is_shown_to_nobody_once_it_counts()
    {
        var (account, key, _, browser) = await WithSecondFactorAsync();
        using var owned = browser;

        (await browser.GetAsync("/account/second-factor")).ShouldLeadTo("/account");
        (await browser.GetAsync("/account/second-factor.svg")).ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync("/account")).Text.ShouldNotContain(key);
        account.TwoFactorEnabled.ShouldBeFalse("the test looks at what was before");
    }

    [Fact]
    public async Task After_the_password_a_code_signs_in_once()
    {
        var (account, key, _, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        using var first = new Browser(host);
        var page = await PasswordAsync(first, account);
        first.SignedInCookie.ShouldBeNull();
        (await first.GetAsync("/account")).ShouldLeadTo("/sign-in");
        (await first.SubmitAsync(page, "code", ("code", CodeOf(key, 5)))).Note.ShouldBe("The code is wrong or was used before, or the account is locked for a while.");

        (await first.SendAsync(page, "code", ("code", CodeOf(key)))).ShouldLeadTo("/account");
        first.Cookies.ShouldNotContainKey("__Host-agenda-step");

        using var second = new Browser(host);
        page = await PasswordAsync(second, account);
        (await second.SubmitAsync(page, "code", ("code", CodeOf(key)))).Note.ShouldNotBeNull("a code was accepted twice");
        (await second.SubmitAsync(page, "code", ("code", CodeOf(key, -1)))).Note.ShouldNotBeNull("a code of an earlier step was accepted after a later one");
        (await second.SendAsync(page, "code", ("code", " " + CodeOf(key, 1)[..3] + " " + CodeOf(key, 1)[3..]))).ShouldLeadTo("/account");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(-2, false)]
    [InlineData(2, false)]
    public async Task A_code_of_the_step_before_or_after_is_as_good(int steps, bool isRight)
    {
        var (account, key, _, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        var before = host.Clock.Now;
        host.Clock.Now = before + Duration.FromMinutes(2);
        using var another = new Browser(host);

        var answer = await another.SendAsync(await PasswordAsync(another, account), "code", ("code", CodeOf(key, steps)));

        answer.Status.ShouldBe(isRight ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest);
        host.Clock.Now = before;
    }

    [Fact]
    public async Task One_code_sent_by_two_at_once_signs_one_in()
    {
        var (account, key, _, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        using var first = new Browser(host);
        using var second = new Browser(host);
        var (form, form2) = (await PasswordAsync(first, account), await PasswordAsync(second, account));

        var answers = await Task.WhenAll(first.SendAsync(form, "code", ("code", CodeOf(key))), second.SendAsync(form2, "code", ("code", CodeOf(key))));

        answers.Select(a => a.Status).Order().ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.BadRequest]);
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_new_ones_end_the_old()
    {
        var (account, _, codes, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        using var another = new Browser(host);
        (await another.SendAsync(await PasswordAsync(another, account), "code", ("code", $" {codes[0].ToLowerInvariant()} "))).ShouldLeadTo("/account");
        using var again = new Browser(host);
        (await again.SubmitAsync(await PasswordAsync(again, account), "code", ("code", codes[0]))).Note.ShouldNotBeNull();
        (await again.SendAsync(await PasswordAsync(again, account), "code", ("code", codes[1]))).ShouldLeadTo("/account");

        var page = await browser.OpenAsync("/account");
        page.Text.ShouldContain("8 recovery codes left.");
        (await browser.SubmitAsync(page, "recovery", ("password", "not the password"))).Errors.Keys.ShouldBe(["password"]);
        var anew = (await browser.SubmitAsync(page, "recovery", ("password", Somebody.Password))).Html.Texts(".codes code");
        anew.Count.ShouldBe(10);
        using var last = new Browser(host);
        (await last.SubmitAsync(await PasswordAsync(last, account), "code", ("code", codes[2]))).Note.ShouldNotBeNull();
        (await last.SendAsync(await PasswordAsync(last, account), "code", ("code", anew[2]))).ShouldLeadTo("/account");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_whatever_the_password_is()
    {
        var (account, key, codes, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        using var another = new Browser(host);
        var page = await PasswordAsync(another, account);
        for (var tries = 0; tries < 5; tries++)
        {
            // The right password between them does not make good for wrong codes.
            page = await PasswordAsync(another, account);
            (await another.SubmitAsync(page, "code", ("code", "000000"))).Note.ShouldNotBeNull();
        }

        (await another.SubmitAsync(page, "code", ("code", CodeOf(key)))).Note.ShouldNotBeNull();
        (await another.SubmitAsync(page, "code", ("code", codes[0]))).Note.ShouldNotBeNull();
        (await another.SignInAsync(account.Email!)).Note.ShouldNotBeNull();
        another.SignedInCookie.ShouldBeNull();

        var before = host.Clock.Now;
        host.Clock.Now = before + Duration.FromMinutes(15);
        (await another.SendAsync(await PasswordAsync(another, account), "code", ("code", CodeOf(key)))).ShouldLeadTo("/account");
        host.Clock.Now = before;
    }

    [Fact]
    public async Task The_step_between_ends_after_some_minutes_and_with_a_new_password()
    {
        var (account, key, _, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        using var slow = new Browser(host);
        var page = await PasswordAsync(slow, account, "/sign-in?returnTo=%2Ficsei-2024");
        page.Html.QuerySelector("[name=returnTo]")!.GetAttribute("value").ShouldBe("/icsei-2024");
        var before = host.Clock.Now;
        host.Clock.Now = before + Duration.FromMinutes(6);
        (await slow.SendAsync(page, "code", ("code", CodeOf(key)))).ShouldLeadTo("/sign-in?returnTo=%2Ficsei-2024");
        (await slow.GetAsync("/sign-in/code")).ShouldLeadTo("/sign-in");
        host.Clock.Now = before;

        page = await PasswordAsync(slow, account);
        await Somebody.ChangeAsync(host, account.Id, a => a.SecurityStamp = "another");
        (await slow.SendAsync(page, "code", ("code", CodeOf(key)))).ShouldLeadTo("/sign-in");
    }

    [Fact]
    public async Task Is_turned_off_with_the_password()
    {
        var (account, _, _, browser) = await WithSecondFactorAsync();
        using var owned = browser;
        var page = await browser.OpenAsync("/account");
        (await browser.SubmitAsync(page, "off", ("password", "not the password"))).Errors.Keys.ShouldBe(["password"]);

        (await browser.SubmitAsync(page, "off", ("password", Somebody.Password))).Note.ShouldBe("The second factor is turned off. Every other browser is signed out.");

        (await Somebody.NowAsync(host, account.Id)).ShouldSatisfyAllConditions(a => a.TwoFactorEnabled.ShouldBeFalse(), a => a.AuthenticatorKey.ShouldBeNull(), a => a.RecoveryCodes.ShouldBeNull());
        using var another = await Browser.SignedInAsync(host, account.Email!);
        (await another.GetAsync("/account")).ShouldBe(HttpStatusCode.OK);
    }

    private static string KeyIn(WebPage page) => page.Secret.Replace(" ", "", StringComparison.Ordinal);

    private string CodeOf(string key, int steps = 0) => OneTimeCodes.Code(OneTimeCodes.Bytes(key), OneTimeCodes.StepAt(host.Clock.Now) + steps);

    private Task<Account> NewAsync() => Somebody.WithPasswordAsync(host, $"second{Interlocked.Increment(ref unique)}@example.org");

    private static async Task<WebPage> PasswordAsync(Browser browser, Account account, string at = "/sign-in")
    {
        var page = await browser.SignInAsync(account.Email!, at: at);
        page.Title.ShouldBe("One more step");
        return page;
    }

    // Turned on some steps ago, so that the code that did it is out of the way.
    private async Task<(Account Account, string Key, IReadOnlyList<string> Codes, Browser Browser)> WithSecondFactorAsync()
    {
        var account = await NewAsync();
        var before = host.Clock.Now;
        host.Clock.Now = before - Duration.FromMinutes(5);
        var browser = await Browser.SignedInAsync(host, account.Email!);
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account"), "begin");
        var key = KeyIn(page);
        var codes = (await browser.SubmitAsync(page, "second-factor", ("code", CodeOf(key)))).Html.Texts(".codes code");
        host.Clock.Now = before;
        return (account, key, codes, browser);
    }
}
