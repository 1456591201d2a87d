using System.Text.RegularExpressions;
using System.Xml.Linq;
using Agenda.Api.Security;
using Agenda.Api.Tests.House;
using Agenda.Api.Tests.Mail;
using Agenda.Api.Tests.Security;
using Agenda.Domain.Access;
using Agenda.Infrastructure.Accounts;
using AngleSharp.Dom;
using NodaTime;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>Whoever's browser asks for German reads nothing else on the pages of accounts.</summary>
public sealed partial class GermanAccountPagesTests(AgendaHost host, MailingHost mailing) : IClassFixture<AgendaHost>, IClassFixture<MailingHost>
{
    private const string New = "another four unlikely words";

    // What is shorter may stand in a German word.
    private const int Telling = 12;

    private readonly List<WebPage> pages = [];

    [Fact]
    public async Task Nothing_is_said_in_English()
    {
        using var guest = new Browser(host, "de");
        await AsGuestAsync(guest);
        var administrator = await Somebody.WithPasswordAsync(host, "german.admin@example.org", "Frieda", administrator: true);
        using var browser = await Browser.SignedInAsync(host, administrator.Email!, language: "de-AT, de;q=0.9, en;q=0.5");
        await AsOneselfAsync(browser);
        await AsAdministratorAsync(browser, administrator);
        await AsOwnerAsync(browser, guest);
        await WithSecondFactorAsync(browser, administrator);

        var english = Phrases("AccountWords");
        english.Count.ShouldBeGreaterThan(100);
        foreach (var page in pages)
        {
            page.Html.DocumentElement.GetAttribute("lang").ShouldBe("de", page.Address);
            var read = Read(page);
            english.Where(phrase => read.Contains(phrase, StringComparison.Ordinal)).ShouldBeEmpty($"{page.Address}: {read}");
        }

        // And most of what there is to say was said.
        var all = string.Join('\n', pages.Select(Read));
        var german = Phrases("AccountWords.de");
        german.Count(phrase => all.Contains(phrase, StringComparison.Ordinal)).ShouldBeGreaterThan(german.Count * 3 / 4, string.Join('\n', german.Where(phrase => !all.Contains(phrase, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_chosen_language_counts_more_than_the_browser_s()
    {
        using var browser = new Browser(host, "de");

        (await browser.OpenAsync("/sign-in")).Title.ShouldBe("Anmelden");
        (await browser.OpenAsync("/sign-in?lang=en")).Title.ShouldBe("Sign in");
        (await browser.OpenAsync("/account/forgotten")).Title.ShouldBe("Password forgotten");
    }

    [Fact]
    public async Task A_letter_is_in_the_language_of_whoever_asked_for_it_and_the_api_s_are_in_English()
    {
        await Somebody.WithPasswordAsync(mailing, "german.letter@example.org", "Frieda");
        using var browser = new Browser(mailing, "de");
        await browser.SubmitAsync(await browser.OpenAsync("/account/forgotten"), "forgotten", ("email", "german.letter@example.org"));

        var letter = await mailing.MailServer.LetterToAsync("german.letter@example.org");
        letter.Text.ShouldStartWith("Um ein neues Passwort für Ihr Konto (Frieda) zu wählen, öffnen Sie innerhalb eines Tages diese Adresse; sie funktioniert einmal:");
        (await browser.OpenAsync(letter.LinkPath)).Title.ShouldBe("Ein Passwort wählen");

        var organiser = mailing.Organiser();
        organiser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("de");
        await organiser.Add("/api/v1/accounts", new { name = "Otto", email = "english.letter@example.org" });
        (await mailing.MailServer.LetterToAsync("english.letter@example.org")).Text.ShouldStartWith("To choose a new password for your account (Otto), open this address within a day");
    }

    private async Task AsGuestAsync(Browser guest)
    {
        pages.Add(await guest.OpenAsync("/sign-in"));
        pages.Add(await guest.SignInAsync("nobody@example.org"));
        pages.Add(await guest.OpenAsync("/account/set-up/x"));
        pages.Add(await guest.OpenAsync("/account/nothing/here"));
        var asking = Keep(await guest.OpenAsync("/account/forgotten"));
        pages.Add(await guest.SubmitAsync(asking, "forgotten", ("email", "x")));
        pages.Add(await guest.SubmitAsync(asking, "forgotten", ("email", "somebody@example.org")));
        pages.Add(await guest.PostAsync("/account/forgotten", [new("email", "x@example.org")]));
        await using var unset = new AgendaHost();
        using var first = new Browser(unset, "de");
        var link = $"/account/set-up/{(await unset.Get<Startup.FirstSteps>().Secrets).SetUp}";
        pages.Add(await first.SubmitAsync(Keep(await first.OpenAsync(link)), "set-up", ("name", ""), ("email", "x"), ("newPassword", "short"), ("repeated", "")));
    }

    private async Task AsOneselfAsync(Browser browser)
    {
        var yours = Keep(await browser.OpenAsync("/account"));
        pages.Add(await browser.SubmitAsync(yours, "name", ("name", new string('x', 201))));
        pages.Add(await browser.SubmitAsync(yours, "name", ("name", "Frieda")));
        pages.Add(await browser.SubmitAsync(yours, "password", ("password", "wrong"), ("newPassword", New), ("repeated", New)));
        foreach (var (password, repeated) in ((string, string)[])[("aaaaaaaaaaaaaaaaaaaa", ""), (new('x', 1_000), ""), (New, "other")])
            pages.Add(await browser.SubmitAsync(yours, "password", ("newPassword", password), ("repeated", repeated)));
        pages.Add(await browser.SubmitAsync(yours, "token", ("name", "x"), ("days", "0")));
        pages.Add(await browser.PostAsync("/account/tokens", [new("csrf", Token(yours)), new("name", "x\u0001"), new("access", "none"), new("days", "1"), new("conference", "none")]));
        pages.Add(await browser.SubmitAsync(yours, "token", ("name", "Skript"), ("access", "Write")));
        pages.Add(await browser.SubmitAsync(yours, "token", ("name", "Leser")));
        yours = Keep(await browser.OpenAsync("/account"));
        pages.Add(await browser.SubmitAsync(yours, yours.Html.QuerySelector("form[id^=revoke-]")!.Id!));
    }

    private async Task AsAdministratorAsync(Browser browser, Account administrator)
    {
        await Somebody.ChangeAsync(host, administrator.Id, a => a.ResetRequestedAt = host.Clock.Now);
        var all = Keep(await browser.OpenAsync("/account/administration"));
        pages.Add(await browser.OpenAsync("/account/administration?q=nobody-at-all"));
        pages.Add(await browser.SubmitAsync(all, "account", ("name", "Again"), ("email", administrator.Email!)));
        pages.Add(await browser.SubmitAsync(all, "account", ("name", "Neu"), ("email", "new.german@example.org")));
        pages.Add(await browser.OpenAsync($"/account/administration/accounts/{administrator.Id.Value}"));
        var other = await Somebody.WithPasswordAsync(host, "other.german@example.org", "Otto");
        await Somebody.ChangeAsync(host, other.Id, a => (a.TwoFactorEnabled, a.LockedUntil) = (true, host.Clock.Now + Duration.FromMinutes(5)));
        var page = Keep(await browser.OpenAsync($"/account/administration/accounts/{other.Id.Value}"));
        foreach (var form in (string[])["factor", "make", "unmake", "disable", "enable"])
            page = Keep(await browser.SubmitAsync(page, form));
        var shown = Keep(await browser.SubmitAsync(page, "link"));
        using var guest = new Browser(host, "de");
        var choosing = Keep(await guest.OpenAsync(shown.SecretPath));
        pages.Add(await guest.SubmitAsync(choosing, "choose", ("newPassword", New), ("repeated", New)));
        pages.Add(await guest.SignInAsync(other.Email!, New));
        pages.Add(await guest.OpenAsync("/account/administration"));
        pages.Add(await guest.OpenAsync("/account/conferences/german-members/members"));
        pages.Add(await browser.SubmitAsync(await browser.OpenAsync($"/account/administration/accounts/{administrator.Id.Value}"), "unmake"));
    }

    private async Task AsOwnerAsync(Browser browser, Browser guest)
    {
        var given = await Given.Conference(host, "german-members", name: "Tagung");
        var person = await given.Person("Carl", "Vorsitz");
        pages.Add(await browser.OpenAsync("/account/administration"));
        var members = Keep(await browser.OpenAsync("/account/conferences/german-members/members"));
        pages.Add(await browser.SubmitAsync(members, "invite", ("email", "guest.german@example.org"), ("role", "Chair")));
        var invitation = Keep(await browser.SubmitAsync(members, "invite", ("email", "guest.german@example.org"), ("role", "Owner"), ("person", person.Id.ToString())));
        var second = await browser.SubmitAsync(members, "invite", ("email", "away@example.org"));
        using var known = await Browser.SignedInAsync(host, "other.german@example.org", New, "de");
        pages.Add(await known.OpenAsync(second.SecretPath));
        members = Keep(await browser.OpenAsync("/account/conferences/german-members/members"));
        pages.Add(await browser.SubmitAsync(members, members.Html.QuerySelector("form[id^=withdraw-]")!.Id!));
        var joining = Keep(await guest.OpenAsync(invitation.SecretPath));
        pages.Add(await guest.SubmitAsync(joining, "join", ("name", "Gerda"), ("newPassword", New), ("repeated", New)));
        members = Keep(await guest.OpenAsync("/account/conferences/german-members/members"));
        var member = Keep(await guest.OpenAsync(members.Html.QuerySelector("main .lines a.btn")!.GetAttribute("href")!));
        pages.Add(await guest.SubmitAsync(member, "member", ("role", "Editor")));
        pages.Add(await guest.SubmitAsync(member, "remove"));
        var organiser = await Somebody.WithPasswordAsync(host, "organiser.german@example.org");
        await new AccountsOf(host).MemberAsync(organiser, "german-members", ConferenceRole.Organiser);
        using var asOrganiser = await Browser.SignedInAsync(host, organiser.Email!, language: "de");
        pages.Add(await asOrganiser.OpenAsync("/account/conferences/german-members/members"));
    }

    private async Task WithSecondFactorAsync(Browser browser, Account administrator)
    {
        var page = Keep(await browser.SubmitAsync(await browser.OpenAsync("/account"), "begin"));
        pages.Add(await browser.SubmitAsync(page, "second-factor", ("code", "1")));
        var key = OneTimeCodes.Bytes(page.Secret.Replace(" ", "", StringComparison.Ordinal));
        pages.Add(await browser.SubmitAsync(page, "second-factor", ("code", OneTimeCodes.Code(key, OneTimeCodes.StepAt(host.Clock.Now)))));
        using var another = new Browser(host, "de");
        var code = Keep(await another.SignInAsync(administrator.Email!));
        pages.Add(await another.SubmitAsync(code, "code", ("code", "1")));
        var yours = Keep(await browser.OpenAsync("/account"));
        pages.Add(await browser.SubmitAsync(yours, "off", ("password", Somebody.Password)));
        pages.Add(await browser.SubmitAsync(await browser.OpenAsync("/account"), "everywhere"));
    }

    private WebPage Keep(WebPage page)
    {
        pages.Add(page);
        return page;
    }

    private static string Token(WebPage page) => page.Html.QuerySelector("input[name=csrf]")!.GetAttribute("value")!;

    // What is seen and heard of a page, without what the frame of all pages says.
    private static string Read(WebPage page)
    {
        var shown = page.Html.QuerySelectorAll("main, nav.site").ToList();
        var attributes = shown.SelectMany(e => e.QuerySelectorAll("*").Append(e)).SelectMany(e => (string?[])[e.GetAttribute("aria-label"), e.GetAttribute("placeholder"), e.GetAttribute("alt"), e.GetAttribute("title")]);
        return Space().Replace(string.Join('\n', shown.Select(e => e.TextContent).Concat(attributes).Append(page.Html.Title)), " ");
    }

    // The pieces between what is filled in, where they are long enough to be known.
    private static List<string> Phrases(string file) =>
    [
        .. XDocument.Parse(Checkout.Read($"src/Agenda.Api/Web/Words/{file}.resx")).Root!.Elements("data").Where(data => !data.Attribute("name")!.Value.StartsWith("Letter", StringComparison.Ordinal))
            .SelectMany(data => Place().Split(data.Element("value")!.Value)).Select(piece => piece.Trim()).Where(piece => piece.Length > Telling),
    ];

    [GeneratedRegex(@"\{\d\}|\|")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
