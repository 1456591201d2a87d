using System.Net;
using Agenda.Api.Tests.Security;
using Agenda.Api.Tests.Web.Accounts;
using Agenda.Api.Web.Accounts;
using Agenda.Domain.Access;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Routing;

namespace Agenda.Api.Tests.Web.Organise;

/// <summary>Who reads which page of the console, and that whatever people enter stays text on it.</summary>
public sealed class ConsolePagesTests(AgendaHost host) : IClassFixture<AgendaHost>
{
    private const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;'";

    private static int unique;

    // Null: whoever is signed in may.
    private static readonly (string Pattern, string Right)[] Pages =
    [
        ("/organise", "anybody"), ("/organise/new", "administrator"), ("/organise/{slug}", "See"), ("/organise/{slug}/sessions", "See"), ("/organise/{slug}/sessions/new", "See"),
        ("/organise/{slug}/sessions/{sessionId:guid}", "See"), ("/organise/{slug}/rooms", "See"), ("/organise/{slug}/rooms/new", "See"), ("/organise/{slug}/rooms/{roomId:guid}", "See"),
        ("/organise/{slug}/people", "See"), ("/organise/{slug}/people/new", "See"), ("/organise/{slug}/people/{personId:guid}", "See"), ("/organise/{slug}/kinds", "See"),
        ("/organise/{slug}/kinds/types/new", "See"), ("/organise/{slug}/kinds/types/{typeId:guid}", "See"), ("/organise/{slug}/kinds/tracks/new", "See"),
        ("/organise/{slug}/kinds/tracks/{trackId:guid}", "See"), ("/organise/{slug}/conflicts", "See"), ("/organise/{slug}/settings", "Edit"), ("/organise/{slug}/publish", "Publish"),
        ("/organise/{slug}/board", "See"), ("/organise/{slug}/copy", "administrator"),
        ("/organise/{slug}/audit", "Publish"), ("/organise/{slug}/audit.csv", "Publish"), ("/organise/{slug}/import", "Edit"), ("/organise/{slug}/spreadsheets", "See"), ("/organise/{slug}/door-sheets", "See"), ("/organise/{slug}/chair-sheets", "See"),
        ("/organise/{slug}/sessions.csv", "See"), ("/organise/{slug}/people.csv", "See"), ("/organise/{slug}/rooms.csv", "See"), ("/organise/{slug}/types.csv", "See"), ("/organise/{slug}/tracks.csv", "See"),
        ("/organise/{slug}/conflicts.csv", "See"),
    ];

    [Fact]
    public void Every_page_is_tried() => host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IsAccountPage>() is not null && e.RoutePattern.RawText!.StartsWith("/organise", StringComparison.Ordinal)).Select(e => e.RoutePattern.RawText!.TrimEnd('/'))
        .ShouldBe(Pages.Select(p => p.Pattern).Append("/organise/{**rest}"), ignoreOrder: true);

    [Theory]
    [InlineData(ConferenceRole.Reader)]
    [InlineData(ConferenceRole.Chair)]
    [InlineData(ConferenceRole.Editor)]
    [InlineData(ConferenceRole.Organiser)]
    [InlineData(ConferenceRole.Owner)]
    public async Task Every_role_reads_what_it_may_and_no_more(ConferenceRole role)
    {
        var entered = await EnteredAsync("Of roles");
        using var browser = await MemberAsync(entered, role);
        foreach (var (pattern, right) in Pages)
        {
            var page = await browser.GetAsync(entered.Of(pattern));
            var allowed = right == "anybody" || (right != "administrator" && role.Has(Enum.Parse<Right>(right)));
            page.Status.ShouldBe(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {pattern}");
            page.Header("Cache-Control").ShouldBe("no-store", pattern);
            page.Header("Content-Security-Policy")!.ShouldContain("script-src 'self'", Case.Sensitive, pattern);
            if (!role.Has(Right.Edit))
            {
                page.Text.ShouldNotContain("secret.of.ada@example.org", Case.Sensitive, pattern);
                page.Html.QuerySelectorAll("form[data-api]:not([data-inert]), [data-act], [data-remove], [data-acknowledge], #bulk").ShouldBeEmpty(pattern);
                page.Html.QuerySelectorAll("form[data-api] :is(input:not([type=hidden]), select, textarea):not([disabled])").ShouldBeEmpty(pattern);
            }
        }
    }

    [Fact]
    public async Task Nobody_else_reads_anything_and_cannot_tell_whether_there_is_a_conference()
    {
        var entered = await EnteredAsync("Of strangers");
        using var anybody = new Browser(host);
        var account = await Somebody.WithPasswordAsync(host, $"stranger.{Interlocked.Increment(ref unique)}@example.org", "A Stranger");
        using var stranger = await Browser.SignedInAsync(host, account.Email!);
        foreach (var (pattern, right) in Pages)
        {
            var path = entered.Of(pattern);
            (await anybody.GetAsync(path)).Header("Location").ShouldBe($"/sign-in?returnTo={Uri.EscapeDataString(path)}", pattern);
            if (right == "anybody")
                continue;

            var refused = await stranger.GetAsync(path);
            refused.Status.ShouldBe(HttpStatusCode.Forbidden, pattern);
            if (pattern.Contains("{slug}", StringComparison.Ordinal))
            {
                var nowhere = await stranger.GetAsync(path.Replace(entered.Slug, "no-such-conference", StringComparison.Ordinal));
                nowhere.Status.ShouldBe(refused.Status, pattern);
                nowhere.Html.Text("main").ShouldBe(refused.Html.Text("main").Replace(entered.Slug, "no-such-conference", StringComparison.Ordinal), pattern);
            }
        }

        (await stranger.GetAsync("/organise")).Html.Text(".none").ShouldBe("You have no role in any conference yet.");
    }

    [Fact]
    public async Task A_chair_sees_the_sessions_that_they_chair_and_no_others()
    {
        var entered = await EnteredAsync("Of chairs");
        using var browser = await MemberAsync(entered, ConferenceRole.Chair);

        var page = await browser.GetAsync(entered.Of("/organise/{slug}/sessions"));

        page.Html.Texts("tbody .code").ShouldBe(["MC-1"]);
        (await browser.GetAsync($"/organise/{entered.Slug}/sessions/{entered.Other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldNotContain("Bo Reed");
    }

    [Fact]
    public async Task Whatever_is_entered_stays_text()
    {
        var entered = await EnteredAsync(Attack);
        using var browser = await MemberAsync(entered, ConferenceRole.Owner);
        foreach (var (pattern, _) in Pages.Where(p => p.Right != "administrator"))
        {
            var page = await browser.GetAsync(entered.Of(pattern));
            if (pattern.EndsWith(".csv", StringComparison.Ordinal))
            {
                page.ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
                page.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
                page.Header("X-Content-Type-Options").ShouldBe("nosniff");
                continue;
            }

            page.Html.QuerySelectorAll("script:not([type=module][src^='/static/']), img, [onerror], [style]").ShouldBeEmpty(pattern);
        }

        var editor = await browser.GetAsync(entered.Of("/organise/{slug}/sessions/{sessionId:guid}"));
        editor.Html.QuerySelector("[name=title]")!.GetAttribute("value").ShouldBe($"Title {Attack}");
        editor.Html.QuerySelector("form > .field > [name=abstract]")!.TextContent.ShouldBe($"Abstract {Attack}");
        editor.Html.Text("[data-list=chairs] [data-name]").ShouldBe($"Ada {Attack}");
    }

    [Fact]
    public async Task The_table_shows_what_the_filters_leave_and_has_the_rest()
    {
        var entered = await EnteredAsync("Of filters");
        using var browser = await MemberAsync(entered, ConferenceRole.Editor);

        (await ShownAsync("")).ShouldBe(["MC-1", "MC-2"]);
        (await ShownAsync("?lacks=slot")).ShouldBe(["MC-2"]);
        (await ShownAsync("?q=ADA")).ShouldBe(["MC-1"]);
        (await ShownAsync("?q=bo+reed&status=draft")).ShouldBe(["MC-2"]);
        (await ShownAsync("?day=2024-01-08&room=arbutus-room")).ShouldBe(["MC-1"]);
        (await ShownAsync("?type=XX")).ShouldBe([]);

        async Task<IEnumerable<string>> ShownAsync(string query)
        {
            var page = await browser.GetAsync(entered.Of("/organise/{slug}/sessions") + query);
            page.Html.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
            return page.Html.Texts("tbody tr:not([hidden]) .code");
        }
    }

    [Fact]
    public async Task Nothing_is_there_under_an_address_of_nothing()
    {
        var entered = await EnteredAsync("Of nothing");
        using var browser = await MemberAsync(entered, ConferenceRole.Owner);
        foreach (var path in (string[])["/sessions/", "/rooms/", "/people/", "/kinds/types/", "/kinds/tracks/"])
            (await browser.GetAsync($"/organise/{entered.Slug}{path}{Guid.CreateVersion7()}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await browser.GetAsync($"/organise/{entered.Slug}/no/such/page")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Browser> MemberAsync(EnteredProgramme entered, ConferenceRole role)
    {
        var account = await Somebody.WithPasswordAsync(host, $"{role}.{Interlocked.Increment(ref unique)}@example.org", "Somebody Signed In");
        await new AccountsOf(host).MemberAsync(account, entered.Slug, role, role == ConferenceRole.Chair ? entered.Person : null);
        return await Browser.SignedInAsync(host, account.Email!);
    }

    // One session that is placed and chaired, and a draft without a slot that somebody else chairs.
    private async Task<EnteredProgramme> EnteredAsync(string text)
    {
        var slug = $"console-{Interlocked.Increment(ref unique)}";
        var given = await Given.Conference(host, slug, name: text.Length > 20 ? "Hostile" : text);
        var room = await given.Room(text == Attack ? text : "Arbutus Room", 60, text);
        var type = await given.Type("MC", text);
        var track = await given.Track(text, "#3a7bd5");
        var ada = await given.Person("Ada", text, text, "secret.of.ada@example.org");
        var bo = await given.Person("Bo", "Reed");
        var session = await given.Session("MC-1", $"Title {text}", more: new
        {
            @abstract = $"Abstract {text}",
            notes = text,
            chairs = new[] { ada.Id },
            contributions = new[] { new { title = text, @abstract = text, authors = new[] { new { person = ada.Id, presenting = true } } } },
        });
        await given.Placed(session, text == Attack ? room["slug"].GetString()! : "arbutus-room", "2024-01-08T14:00:00", 150);
        var other = await given.Session("MC-2", "Of somebody else", status: "draft", more: new { chairs = new[] { bo.Id } });
        return new(slug, session.Id, other.Id, room.Id, ada.Id, type.Id, track.Id);
    }

    private sealed record EnteredProgramme(string Slug, Guid Session, Guid Other, Guid Room, Guid Person, Guid Type, Guid Track)
    {
        public string Of(string pattern) => pattern.Replace("{slug}", Slug, StringComparison.Ordinal).Replace("{sessionId:guid}", $"{Session}", StringComparison.Ordinal)
            .Replace("{roomId:guid}", $"{Room}", StringComparison.Ordinal).Replace("{personId:guid}", $"{Person}", StringComparison.Ordinal)
            .Replace("{typeId:guid}", $"{Type}", StringComparison.Ordinal).Replace("{trackId:guid}", $"{Track}", StringComparison.Ordinal);
    }
}
