using System.Net;
using Agenda.Api.Security;
using Agenda.Api.Tests.Web;
using Agenda.Api.Tests.Web.Accounts;

namespace Agenda.Api.Tests.Databases;

/// <summary>
/// The part of the whole story in which people see to accounts and members on pages. What is asked after an answer (forgotten passwords) is
/// not told: nobody could say during which request it was asked.
/// </summary>
/// <param name="client">Follows and keeps nothing by itself.</param>
/// <param name="organiser">Holds the bootstrap key.</param>
internal sealed class PagesStory(HttpClient client, HttpClient organiser, Given given)
{
    private const string Email = "pat@example.org", New = "another password that is long";

    public async Task TellAsync()
    {
        var browser = new Browser(client);
        (await browser.OpenAsync("/account/set-up/unknown")).ShouldBe(HttpStatusCode.NotFound);
        await FirstPasswordChosen(browser);
        await SignedIn(browser);
        await AccountChanged(browser);
        await SecondFactorUsed(browser);
        await TokensAndBrowsers(browser);
        await Administered(browser);
        await MembersInvited(browser);
        await MembersChanged(browser);
    }

    private async Task FirstPasswordChosen(Browser browser)
    {
        var made = (await organiser.Add("/api/v1/accounts", new { email = Email, name = "Pat", administrator = true })).ShouldBe(HttpStatusCode.Created);
        await ChooseAsync(browser, new Uri(made["passwordLink"].GetString()!).AbsolutePath);
        (await browser.OpenAsync("/account/password/unknown")).ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task SignedIn(Browser browser)
    {
        (await browser.SignInAsync("nobody.at.all@example.org")).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.SignInAsync(Email, "wrong")).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.SignInAsync(Email)).Address.ShouldBe("/account");
    }

    private static async Task AccountChanged(Browser browser)
    {
        var page = await browser.OpenAsync("/account");
        page = await browser.SubmitAsync(page, "name", ("name", "Pat P."));
        page = await browser.SubmitAsync(page, "password", ("password", "wrong"), ("newPassword", New), ("repeated", New));
        page.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.SubmitAsync(page, "password", ("password", Somebody.Password), ("newPassword", New), ("repeated", New))).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task SecondFactorUsed(Browser browser)
    {
        var page = await browser.SubmitAsync(await browser.OpenAsync("/account"), "begin");
        (await browser.OpenAsync("/account/second-factor.svg")).ShouldBe(HttpStatusCode.OK);
        var key = OneTimeCodes.Bytes(page.Secret.Replace(" ", "", StringComparison.Ordinal));
        var step = OneTimeCodes.StepAt(AgendaHost.Began);
        (await browser.SubmitAsync(page, "second-factor", ("code", "x"))).ShouldBe(HttpStatusCode.BadRequest);
        var codes = (await browser.SubmitAsync(page, "second-factor", ("code", OneTimeCodes.Code(key, step - 1)))).Html.Texts(".codes code");

        await browser.SubmitAsync(await browser.OpenAsync("/account"), "sign-out");
        page = await browser.SignInAsync(Email, New);
        (await browser.SubmitAsync(page, "code", ("code", OneTimeCodes.Code(key, step)))).Address.ShouldBe("/account");
        await browser.SubmitAsync(await browser.OpenAsync("/account"), "sign-out");
        page = await browser.SignInAsync(Email, New);
        (await browser.SubmitAsync(page, "code", ("code", codes[0]))).Address.ShouldBe("/account");

        page = await browser.OpenAsync("/account");
        (await browser.SubmitAsync(page, "recovery", ("password", New))).Title.ShouldBe("Your recovery codes");
        (await browser.SubmitAsync(page, "off", ("password", New))).ShouldBe(HttpStatusCode.OK);
    }

    private async Task TokensAndBrowsers(Browser browser)
    {
        var page = await browser.OpenAsync("/account");
        (await browser.SubmitAsync(page, "token", ("name", "Page"), ("conference", Guid.Empty.ToString()))).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.SubmitAsync(page, "token", ("name", "Page"), ("conference", page.Html.QuerySelectorAll("#token-conference option")[1].GetAttribute("value")!))).Secret.ShouldStartWith("agenda_");
        page = await browser.OpenAsync("/account");
        page = await browser.SubmitAsync(page, page.Html.QuerySelector("form[id^=revoke]")!.Id!);

        var another = new Browser(client);
        await another.SignInAsync(Email, New);
        page = await browser.OpenAsync("/account");
        page = await browser.SubmitAsync(page, page.Html.QuerySelector("form[id^=out]")!.Id!);
        (await browser.SubmitAsync(page, "everywhere")).ShouldBe(HttpStatusCode.OK);
        (await browser.SignInAsync(Email, New)).Address.ShouldBe("/account");
    }

    private async Task Administered(Browser browser)
    {
        var page = await browser.OpenAsync("/account/administration");
        (await browser.OpenAsync("/account/administration?q=pat&after=A")).ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(page, "account", ("name", "Robin"), ("email", Email))).ShouldBe(HttpStatusCode.BadRequest);
        var link = (await browser.SubmitAsync(page, "account", ("name", "Robin"), ("email", "robin@example.org"))).SecretPath;
        await ChooseAsync(new Browser(client), link);

        page = await browser.OpenAsync("/account/administration?q=robin");
        var account = page.Html.QuerySelector("[aria-labelledby=accounts] h3 a")!.GetAttribute("href")!;
        foreach (var form in (string[])["make", "unmake", "disable", "enable", "link"])
            (await browser.SubmitAsync(await browser.OpenAsync(account), form)).ShouldBe(HttpStatusCode.OK);
        var csrf = page.Html.QuerySelector("[name=csrf]")!.GetAttribute("value")!;
        (await browser.PostAsync($"{account}/remove-second-factor", [new("csrf", csrf)])).ShouldLeadTo($"{account}?done=second-factor-removed");
        (await browser.OpenAsync($"/account/administration/accounts/{Guid.Empty}")).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task MembersInvited(Browser browser)
    {
        var members = $"/account/conferences/{given.Slug}/members";
        var page = await browser.OpenAsync(members);
        (await browser.SubmitAsync(page, "invite", ("email", "kim@example.org"), ("role", "Chair"), ("person", Guid.Empty.ToString()))).ShouldBe(HttpStatusCode.BadRequest);
        var person = page.Html.QuerySelectorAll("#invite-person option")[^1].GetAttribute("value")!;
        var link = (await browser.SubmitAsync(page, "invite", ("email", "kim@example.org"), ("role", "Chair"), ("person", person))).SecretPath;
        var kim = new Browser(client);
        (await kim.SubmitAsync(await kim.OpenAsync(link), "join", ("name", "Kim"), ("newPassword", New), ("repeated", New))).Address.ShouldBe("/account?done=joined");
        (await kim.OpenAsync(link)).ShouldBe(HttpStatusCode.NotFound);

        link = (await browser.SubmitAsync(page, "invite", ("email", "anybody@example.org"), ("role", "Editor"))).SecretPath;
        (await browser.SubmitAsync(await browser.OpenAsync(link), "accept")).Address.ShouldBe("/account?done=joined");
        (await browser.SubmitAsync(page, "invite", ("email", Email), ("role", "Editor"))).ShouldBe(HttpStatusCode.BadRequest);
        await browser.SubmitAsync(page, "invite", ("email", "withdrawn@example.org"));
        page = await browser.OpenAsync(members);
        (await browser.SubmitAsync(page, page.Html.QuerySelector("form[id^=withdraw]")!.Id!)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task MembersChanged(Browser browser)
    {
        var page = await browser.OpenAsync($"/account/conferences/{given.Slug}/members");
        var kim = page.Html.QuerySelectorAll("[aria-labelledby=members] .btn").Single(a => a.TextContent.Contains("Kim", StringComparison.Ordinal)).GetAttribute("href")!;
        (await browser.SubmitAsync(await browser.OpenAsync(kim), "member", ("role", "Owner"))).ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(await browser.OpenAsync(kim), "member", ("role", "Editor"))).ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(await browser.OpenAsync(kim), "remove")).ShouldBe(HttpStatusCode.OK);
        (await browser.OpenAsync($"/account/conferences/{given.Slug}/members/{Guid.Empty}")).ShouldBe(HttpStatusCode.NotFound);
        await browser.SubmitAsync(await browser.OpenAsync("/account"), "sign-out");
    }

    private static async Task ChooseAsync(Browser browser, string link) =>
        (await browser.SubmitAsync(await browser.OpenAsync(link), "choose", ("newPassword", Somebody.Password), ("repeated", Somebody.Password))).Address.ShouldBe("/sign-in?done=password-chosen");
}
