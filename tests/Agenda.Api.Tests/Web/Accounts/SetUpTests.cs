using System.Net;
using Agenda.Api.Startup;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>The first administrator; each test with an installation of its own.</summary>
public sealed class SetUpTests : IAsyncLifetime
{
    private static readonly (string, string)[] Typed =
        [("name", "Nora Ó Sé"), ("email", "nora@example.org"), ("newPassword", Somebody.Password), ("repeated", Somebody.Password)];

    private readonly AgendaHost host = new();
    private string link = "";

    public async ValueTask InitializeAsync()
    {
        _ = host.Services;
        link = $"/account/set-up/{(await host.Get<FirstSteps>().Secrets).SetUp}";
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_who_is_signed_in_then()
    {
        using var browser = new Browser(host);

        var page = await browser.SubmitAsync(await browser.OpenAsync(link), "set-up", Typed);

        page.Address.ShouldBe("/account");
        page.Html.Texts(".site a").ShouldBe(["Nora Ó Sé", "Administration"]);
        (await browser.OpenAsync("/account/administration")).ShouldBe(HttpStatusCode.OK);
        var account = await Somebody.AskAsync(host, db => db.Accounts.SingleAsync(TestContext.Current.CancellationToken));
        account.ShouldSatisfyAllConditions(a => a.Administrator.ShouldBeTrue(), a => a.Email.ShouldBe("nora@example.org"), a => a.CreatedAt.ShouldBe(host.Clock.Now));
        account.PasswordHash.ShouldNotBeNull().ShouldNotContain(Somebody.Password);
        (await Somebody.AskAsync(host, db => db.Keys.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task It_works_once_and_no_other_does_while_there_is_an_administrator()
    {
        using var first = new Browser(host);
        var form = await first.OpenAsync(link);
        (await first.SendAsync(form, "set-up", Typed)).ShouldLeadTo("/account");
        using var second = new Browser(host);

        (await second.OpenAsync(link)).ShouldBe(HttpStatusCode.NotFound).Title.ShouldBe("This link does not work");
        // The form that was open before is sent again, by the same browser as it was then.
        using var again = new Browser(host);
        again.Cookies["__Host-agenda-form"] = first.Cookies["__Host-agenda-form"];
        (await again.SendAsync(form, "set-up", [.. Typed.Where(t => t.Item1 != "email"), ("email", "other@example.org")])).ShouldBe(HttpStatusCode.NotFound);
        (await Somebody.AskAsync(host, db => db.Accounts.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
        again.SignedInCookie.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_dead_once_an_administrator_was_made_otherwise()
    {
        await Somebody.WithPasswordAsync(host, "made@example.org", administrator: true);
        using var browser = new Browser(host);

        (await browser.OpenAsync(link)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_two_at_once_one_wins()
    {
        var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(host)).ToList();
        var forms = new List<WebPage>();
        foreach (var browser in browsers)
            forms.Add(await browser.OpenAsync(link));

        var answers = await Task.WhenAll(browsers.Select(async (browser, number) =>
            (await browser.SendAsync(forms[number], "set-up", [.. Typed.Where(t => t.Item1 != "email"), ("email", $"nora{number}@example.org")])).Status));

        answers.Order().ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound]);
        (await Somebody.AskAsync(host, db => db.Accounts.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task What_cannot_be_used_is_said_at_its_field_and_the_link_stays_open()
    {
        await Somebody.WithPasswordAsync(host, "taken@example.org");
        using var browser = new Browser(host);
        var page = await browser.OpenAsync(link);

        page = await browser.SendAsync(page, "set-up", ("name", " "), ("email", "Nora <nora@example.org>"), ("newPassword", "short"), ("repeated", "short"));
        page.ShouldBe(HttpStatusCode.BadRequest).Errors.ShouldBe(new Dictionary<string, string>
        {
            ["name"] = "This is needed.",
            ["email"] = "This is not an e-mail address.",
            ["newPassword"] = "A password has 12 characters or more.",
        });
        page.Html.QuerySelector("[name=email]")!.GetAttribute("value").ShouldBe("Nora <nora@example.org>");
        page.Html.QuerySelector("[name=newPassword]")!.HasAttribute("value").ShouldBeFalse();
        page.Html.QuerySelectorAll("[autofocus]").ShouldHaveSingleItem().GetAttribute("name").ShouldBe("name");

        page = await browser.SendAsync(page, "set-up", ("name", "Nora"), ("email", "nora@example.org"), ("newPassword", Somebody.Password), ("repeated", Somebody.Password + "x"));
        page.Errors.ShouldBe(new Dictionary<string, string> { ["repeated"] = "This is not the same as the password above." });
        page = await browser.SendAsync(page, "set-up", ("name", "Nora"), ("email", "nora@example.org"), ("newPassword", "abcabcabcabcabc"), ("repeated", "abcabcabcabcabc"));
        page.Errors.ShouldBe(new Dictionary<string, string> { ["newPassword"] = "This password is made of too few different characters." });
        page = await browser.SendAsync(page, "set-up", ("name", "Nora"), ("email", "TAKEN@example.org"), ("newPassword", Somebody.Password), ("repeated", Somebody.Password));
        page.Errors.ShouldBe(new Dictionary<string, string> { ["email"] = "There is already an account with this e-mail address." });

        (await browser.SendAsync(page, "set-up", Typed)).ShouldLeadTo("/account");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%C3%BC")]
    [InlineData("a%2Fb")]
    public async Task A_secret_that_is_not_the_one_opens_nothing(string secret)
    {
        using var browser = new Browser(host);

        (await browser.OpenAsync($"/account/set-up/{secret}")).ShouldBe(HttpStatusCode.NotFound).Title.ShouldBe("This link does not work");
    }
}
