using System.Net;
using System.Text;
using System.Text.Json;
using Agenda.Api.Startup;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>Every form is taken from our own page in the same browser and from nowhere else.</summary>
public sealed class FormTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private static int unique;

    public static TheoryData<string> Forms => [.. PostedPages.All.Select(page => page.Pattern)];

    [Fact]
    public void Every_form_is_tried() => AccountRoutes.Of(host, HttpMethod.Post).ShouldBe(PostedPages.All.Select(page => page.Pattern), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_from_elsewhere_changes_nothing(string pattern)
    {
        var form = PostedPages.All.Single(page => page.Pattern == pattern);
        var situation = await SituationAsync();
        using var victim = new Browser(host);
        var anonymous = await TokenAsync(victim);
        if (form.IsForSignedIn)
            (await victim.SignInAsync(situation.Administrator.Email!)).Address.ShouldBe("/account");
        using var attacker = await Browser.SignedInAsync(host, situation.Other.Email!);
        var path = form.PathIn(situation);
        var fields = form.FieldsIn(situation);
        var before = await EverythingAsync();

        var forged = new List<string?> { null, "", "x", await TokenAsync(attacker), await TokenAsync(attacker, "/account") };
        if (form.IsForSignedIn)
            forged.Add(anonymous);
        foreach (var token in forged)
            ShouldBeRefused(await victim.PostAsync(path, token is null ? fields : [.. fields, new("csrf", token)]));
        // Without the cookie that belongs to the token.
        var own = await TokenAsync(victim, form.IsForSignedIn ? "/account" : "/account/forgotten");
        using var copy = victim.Copy();
        copy.Cookies.Remove("__Host-agenda-form");
        ShouldBeRefused(await copy.PostAsync(path, [.. fields, new("csrf", own)]));
        // What a page of another site can send without asking: no form at all.
        using var text = new StringContent("csrf=" + own, Encoding.UTF8, "text/plain");
        (await victim.SendAsync(HttpMethod.Post, path, text)).Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.UnsupportedMediaType);
        (await EverythingAsync()).ShouldBe(before);

        // The same with the right token is taken.
        var taken = await victim.PostAsync(path, [.. fields, new("csrf", own)]);
        taken.Status.ShouldBe(form.Answer, taken.Text);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_larger_than_any_is_refused(string pattern)
    {
        var form = PostedPages.All.Single(page => page.Pattern == pattern);
        var situation = await SituationAsync();
        using var browser = form.IsForSignedIn ? await Browser.SignedInAsync(host, situation.Administrator.Email!) : new Browser(host);
        var own = await TokenAsync(browser, form.IsForSignedIn ? "/account" : "/account/forgotten");
        var before = await EverythingAsync();

        using var content = new FormUrlEncodedContent([.. form.FieldsIn(situation), new("csrf", own), new("more", new string('a', 64 * 1024))]);
        var answer = await browser.SendAsync(HttpMethod.Post, form.PathIn(situation), content);

        answer.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await EverythingAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("/sign-in", false)]
    [InlineData("/account/name", true)]
    public async Task A_form_that_cannot_be_read_is_the_sender_s_mistake(string path, bool isForSignedIn)
    {
        var situation = await SituationAsync();
        using var browser = isForSignedIn ? await Browser.SignedInAsync(host, situation.Administrator.Email!) : new Browser(host);
        using var fields = new FormUrlEncodedContent(Enumerable.Range(0, 1_100).Select(n => new KeyValuePair<string, string>($"f{n}", "")));
        (await browser.SendAsync(HttpMethod.Post, path, fields)).ShouldBe(HttpStatusCode.BadRequest);
        using var parts = new StringContent("--x\r\nnothing");
        parts.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "y") } };
        (await browser.SendAsync(HttpMethod.Post, path, parts)).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static void ShouldBeRefused(WebPage answer)
    {
        answer.Status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
        answer.Title.ShouldBe("This form is out of date");
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.SetCookies.Where(c => !c.StartsWith("__Host-agenda-form=", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static async Task<string> TokenAsync(Browser browser, string at = "/account/forgotten") => (await browser.OpenAsync(at)).Html.QuerySelector("[name=csrf]")!.GetAttribute("value")!;

    private async Task<Situation> SituationAsync()
    {
        await host.Get<FirstSteps>().Secrets;
        var number = Interlocked.Increment(ref unique);
        var administrator = await Somebody.WithPasswordAsync(host, $"forms{number}@example.org", "Administrator", administrator: true);
        var other = await Somebody.WithPasswordAsync(host, $"other.forms{number}@example.org", "Other");
        var given = await Given.Conference(host, $"forms-{number}");
        var accounts = new Security.AccountsOf(host);
        await accounts.MemberAsync(other, given.Slug, Agenda.Domain.Access.ConferenceRole.Reader);
        var invitation = await given.Organiser.Add($"{given.Path}/invitations", new { email = $"guest.forms{number}@example.org", role = "reader", days = 14 });
        var link = await given.Organiser.Add($"/api/v1/accounts/{other.Id.Value}/password-links", new { });
        using var browser = await Browser.SignedInAsync(host, administrator.Email!);
        await browser.SubmitAsync(await browser.OpenAsync("/account"), "token", ("name", "Token"));
        var page = await browser.OpenAsync("/account");
        return new(
            administrator, other, given.Slug, new Uri(invitation["link"].GetString()!).Segments[^1], invitation["invitation"].GetProperty("id").GetGuid(), new Uri(link["link"].GetString()!).Segments[^1],
            Guid.Parse(page.Html.QuerySelector("form[id^=revoke]")!.Id!["revoke-".Length..]));
    }

    private Task<string> EverythingAsync() => Somebody.AskAsync(host, async db => JsonSerializer.Serialize(new object[]
    {
        await AllAsync<Account>(db), await AllAsync<SignedIn>(db, s => new { s.Id, s.AccountId }), await AllAsync<PasswordLink>(db), await AllAsync<StoredKey>(db),
        await AllAsync<Agenda.Domain.Access.Membership>(db), await AllAsync<Agenda.Domain.Access.Invitation>(db), await AllAsync<Agenda.Domain.Access.ApiToken>(db),
    }));

    private static async Task<object> AllAsync<T>(AgendaDbContext db, Func<T, object>? what = null)
        where T : class => (await db.Set<T>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).Select(what ?? (row => row)).Select(row => JsonSerializer.Serialize(row)).Order(StringComparer.Ordinal).ToList();
}

/// <summary>What there is when a form is sent.</summary>
internal sealed record Situation(Account Administrator, Account Other, string Slug, string InvitationSecret, Guid Invitation, string PasswordSecret, Guid Token);
