using System.Net;
using Agenda.Api.Security;
using Agenda.Domain.Access;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>What all pages of accounts have in common: who is let in, what the answers carry, and that entered text stays text.</summary>
public sealed class AccountPagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;'";

    // Where {id} is the account of the administrator.
    private static readonly (string Pattern, string Path, Who Who)[] Pages =
    [
        ("/sign-in", "/sign-in", Who.Everybody),
        ("/sign-in/code", "/sign-in/code", Who.Everybody),
        ("/account/set-up/{secret}", "/account/set-up/x", Who.Everybody),
        ("/account/invitations/{secret}", "/account/invitations/x", Who.Everybody),
        ("/account/forgotten", "/account/forgotten", Who.Everybody),
        ("/account/password/{secret}", "/account/password/x", Who.Everybody),
        ("/account/{**rest}", "/account/nothing/here", Who.Everybody),
        ("/account", "/account", Who.SignedIn),
        ("/account/second-factor", "/account/second-factor", Who.SignedIn),
        ("/account/second-factor.svg", "/account/second-factor.svg", Who.SignedIn),
        ("/account/administration", "/account/administration", Who.Administrators),
        ("/account/administration/accounts/{id:guid}", "/account/administration/accounts/{id}", Who.Administrators),
        ("/account/conferences/{slug}/members", "/account/conferences/common-pages/members", Who.Owners),
        ("/account/conferences/{slug}/members/{id:guid}", "/account/conferences/common-pages/members/{id}", Who.Owners),
    ];

    private enum Who
    {
        Everybody,
        SignedIn,
        Owners,
        Administrators,
    }

    [Fact]
    public void Every_page_is_tried() => AccountRoutes.Of(host, HttpMethod.Get).ShouldBe(Pages.Select(page => page.Pattern), ignoreOrder: true);

    [Fact]
    public async Task Every_page_is_for_whom_it_is_meant_and_carries_what_protects_it()
    {
        await Given.Conference(host, "common-pages");
        var administrator = await Somebody.WithPasswordAsync(host, "common.admin@example.org", administrator: true);
        var owner = await Somebody.WithPasswordAsync(host, "common.owner@example.org");
        var organiser = await Somebody.WithPasswordAsync(host, "common.organiser@example.org");
        var accounts = new Security.AccountsOf(host);
        await accounts.MemberAsync(owner, "common-pages", ConferenceRole.Owner);
        await accounts.MemberAsync(organiser, "common-pages", ConferenceRole.Organiser);
        await accounts.MemberAsync(administrator, "common-pages", ConferenceRole.Reader);
        using var nobody = new Browser(host);
        using var asOrganiser = await Browser.SignedInAsync(host, organiser.Email!);
        using var asOwner = await Browser.SignedInAsync(host, owner.Email!);
        using var asAdministrator = await Browser.SignedInAsync(host, administrator.Email!);

        foreach (var (_, path, who) in Pages.Select(p => (p.Pattern, p.Path.Replace("{id}", administrator.Id.Value.ToString(), StringComparison.Ordinal), p.Who)))
        {
            var answers = new Dictionary<Who, WebPage>
            {
                [Who.Everybody] = await nobody.GetAsync(path),
                [Who.SignedIn] = await asOrganiser.GetAsync(path),
                [Who.Owners] = await asOwner.GetAsync(path),
                [Who.Administrators] = await asAdministrator.GetAsync(path),
            };
            if (who != Who.Everybody)
                answers[Who.Everybody].ShouldLeadTo(path == "/account" ? "/sign-in" : $"/sign-in?returnTo={Uri.EscapeDataString(path)}");
            foreach (var (caller, answer) in answers.Where(a => a.Key != Who.Everybody))
            {
                var isLetIn = who <= Who.SignedIn || caller == Who.Administrators || caller == who;
                (answer.Status == HttpStatusCode.Forbidden).ShouldBe(!isLetIn, $"{path} as {caller}: {answer.Status}");
                if (!isLetIn)
                    answer.Title.ShouldBe("Not for you");
            }

            foreach (var answer in answers.Values)
                ShouldBeProtected(answer);
        }
    }

    [Fact]
    public void What_somebody_could_guess_with_is_counted() =>
        AccountRoutes.Of(host).Where(e => e.RoutePattern.RawText!.Contains("{secret}", StringComparison.Ordinal) || AccountRoutes.IsForEverybody(e))
            .Where(e => e.Metadata.GetMetadata<SignInTry>() is null).Select(e => e.DisplayName).ShouldBeEmpty();

    [Fact]
    public async Task Whoever_tries_too_often_reads_when_to_come_back()
    {
        await using var limited = new Security.RateLimitsTests.LimitedHost("Limits:SignInsPerMinute", "1");
        using var browser = new Browser(limited);
        (await browser.SignInAsync("a@example.org", "a")).ShouldBe(HttpStatusCode.BadRequest);

        var answer = await browser.SignInAsync("a@example.org", "b");

        answer.ShouldBe(HttpStatusCode.TooManyRequests).Title.ShouldBe("Not so fast");
        answer.Html.Text(".advice").ShouldBe($"That was too much at once from your network. Try again in {answer.Header("Retry-After")} s.");
        ShouldBeProtected(answer);
    }

    [Fact]
    public async Task Nothing_of_them_is_compressed_beside_a_secret()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { { "Accept-Encoding", "br, gzip" } } };
        using var response = await host.Reader().SendAsync(request, TestContext.Current.CancellationToken);

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Entered_text_stays_text()
    {
        var account = await Somebody.WithPasswordAsync(host, "hostile@example.org", "Name " + Attack, administrator: true);
        var given = await Given.Conference(host, "hostile-accounts", name: "Conference " + Attack);
        await given.Person("Given " + Attack, "Family " + Attack);
        await new Security.AccountsOf(host).MemberAsync(account, given.Slug, ConferenceRole.Owner);
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        var yours = await browser.OpenAsync("/account");
        var token = await browser.SubmitAsync(yours, "token", ("name", "Token " + Attack));
        var failed = await browser.SubmitAsync(yours, "token", ("name", "Again " + Attack), ("days", "x" + Attack));
        var members = await browser.OpenAsync("/account/conferences/hostile-accounts/members");
        var invitation = await browser.SubmitAsync(members, "invite", ("email", "guest.hostile@example.org"));
        var unsaid = await browser.SubmitAsync(members, "invite", ("email", Attack));
        using var guest = new Browser(host);
        WebPage[] pages =
        [
            await browser.OpenAsync("/account"), token, failed, members, invitation, unsaid, await guest.OpenAsync(invitation.SecretPath), await browser.OpenAsync(invitation.SecretPath),
            await browser.OpenAsync("/account/administration?q=" + Uri.EscapeDataString(Attack)), await browser.OpenAsync("/account/administration"),
            await browser.OpenAsync($"/account/administration/accounts/{account.Id.Value}"), await browser.OpenAsync($"/account/conferences/hostile-accounts/members/{account.Id.Value}"),
            await guest.OpenAsync("/sign-in?returnTo=" + Uri.EscapeDataString("/" + Attack)), await guest.OpenAsync("/sign-in?done=" + Uri.EscapeDataString(Attack)),
            await guest.SignInAsync("\"" + Attack, Attack),
        ];

        foreach (var page in pages)
        {
            page.Html.QuerySelectorAll("script:not([src]), img, iframe, object, style").ShouldBeEmpty(page.Address);
            page.Html.All.SelectMany(e => e.Attributes).Select(a => a.Name).ShouldNotContain(name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name == "style", page.Address);
        }

        pages[0].Html.Texts(".site a")[0].ShouldBe("Name " + Attack);
        members.Title.ShouldBe("Members of Conference " + Attack);
        unsaid.Html.QuerySelector("#invite-email")!.GetAttribute("value").ShouldBe(Attack);
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_button_says_what_it_does()
    {
        var account = await Somebody.WithPasswordAsync(host, "labels@example.org", administrator: true);
        await Given.Conference(host, "labels");
        using var browser = await Browser.SignedInAsync(host, account.Email!);
        using var guest = new Browser(host);
        foreach (var page in (WebPage[])
        [
            await guest.OpenAsync("/sign-in"), await guest.OpenAsync("/account/forgotten"), await browser.OpenAsync("/account"), await browser.OpenAsync("/account/administration"),
            await browser.OpenAsync("/account/conferences/labels/members"), await browser.SubmitAsync(await browser.OpenAsync("/account"), "begin"),
        ])
        {
            foreach (var input in page.Html.QuerySelectorAll("input:not([type=hidden]), select"))
                (input.HasAttribute("aria-label") || input.Closest("label") is not null || page.Html.QuerySelector($"label[for={input.Id}]") is not null).ShouldBeTrue(input.OuterHtml);
            page.Html.QuerySelectorAll("button").ShouldAllBe(button => button.TextContent.Trim().Length > 0);
            page.Html.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(same => same.Count() > 1).ShouldBeEmpty(page.Address);
            page.Html.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')).ShouldAllBe(id => page.Html.GetElementById(id) != null);
            page.Html.QuerySelectorAll("[aria-labelledby]").ShouldAllBe(e => page.Html.GetElementById(e.GetAttribute("aria-labelledby")!) != null);
            page.Html.QuerySelectorAll("input[type=password]").ShouldAllBe(input => input.GetAttribute("autocomplete") == "current-password" || input.GetAttribute("autocomplete") == "new-password");
        }
    }

    private static void ShouldBeProtected(WebPage answer)
    {
        answer.Header("Cache-Control").ShouldBe("no-store", answer.Address);
        if (answer.Location is not null)
            return;

        answer.Header("Content-Security-Policy").ShouldBe("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe("text/html");
    }
}
