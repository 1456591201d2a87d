using Agenda.Api.Calendars;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;
using AngleSharp.Html.Parser;

namespace Agenda.Api.Tests.Calendars;

public sealed class HtmlDescriptionTests
{
    private static readonly string[] Elements =
        ["HTML", "HEAD", "BODY", "P", "BR", "UL", "OL", "LI", "A", "EM", "STRONG", "CODE", "PRE", "BLOCKQUOTE", "HR", "H3", "H4", "H5", "H6"];

    [Fact]
    public void Says_what_the_plain_text_says_with_the_formatting_of_the_abstract() => Html(HandmadeRelease.MasterclassC).ShouldBe(
        "<html><body><p>Masterclass · Networks, systems; change<br>Monday, 8 January 2024, 14:00 to 16:30 GMT (Europe/Dublin)<br>Chairs: Aoife Ní Bhriain, Łukasz Żółkiewski</p>"
        + "<p dir=\"auto\">Networks are <em>popular</em>, and for a reason; but do all reach their potential?</p>\n"
        + "<ul>\n<li dir=\"auto\">Vision, goals &amp; focus</li>\n<li dir=\"auto\">Collective leadership</li>\n</ul>\n"
        + "<p dir=\"auto\"><a href=\"https://x.example/a;b,c\" rel=\"nofollow noopener noreferrer\">Reader</a></p>\n"
        + "<ul><li><a href=\"https://x.example/slides?a=1;2,3\">Slides</a></li></ul>"
        + "<p><a href=\"https://agenda.example.org/s?a=1&amp;b=2\">https://agenda.example.org/s?a=1&amp;b=2</a></p></body></html>");

    [Fact]
    public void Lists_the_talks() =>
        Html(HandmadeRelease.CancelledPapers with { Abstract = "*Three* talks" })!.ShouldContain(
            "<ul><li>11:00 What grades do – Łukasz Żółkiewski, مريم الحسن</li><li>What grades do not – مريم الحسن</li><li>Plenary discussion</li></ul><p dir=\"auto\"><em>Three</em> talks</p>\n");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("One paragraph &amp; nothing else.\n\nAnother\\\none, of *two lines.")]
    [InlineData("See https://x.example/ and <https://y.example/>, or write to <a@x.example>.")]
    [InlineData("[a](javascript:alert(1)) [near](/api) [mail](mailto:a@x.example) ![the map](https://x.example/map.png)")]
    [InlineData("<b>tags</b> are no formatting")]
    [InlineData("Text\n\n[1]: https://x.example/unused")]
    public void Is_not_there_where_plain_text_says_it_all(string? markdown) => Html(HandmadeRelease.MasterclassC with { Abstract = markdown }).ShouldBeNull();

    [Theory]
    [InlineData("*one*")]
    [InlineData("`one`")]
    [InlineData("- one")]
    [InlineData("# one")]
    [InlineData("> one")]
    [InlineData("---")]
    [InlineData("    one")]
    [InlineData("[one](https://x.example/)")]
    public void Is_there_for_formatting_of_any_kind(string markdown) => Html(HandmadeRelease.MasterclassC with { Abstract = markdown }).ShouldNotBeNull();

    [Fact]
    public void Is_not_there_where_the_markup_nests_too_deep() => Html(HandmadeRelease.MasterclassC with { Abstract = new string('>', 5_000) + " *deep*" }).ShouldBeNull();

    [Fact]
    public void Lets_nothing_through_that_runs_or_calls_home()
    {
        const string hostile = "</p><script>alert(1)</script><img src=x onerror=alert(2)> \" onclick=\"alert(3) ' &lt;b&gt; \u0007";
        var session = HandmadeRelease.CancelledPapers with
        {
            Abstract = $"*{hostile}*\n\n# {hostile}\n\n[a](javascript:alert(4)) [b](data:text/html,x) [c](mailto:secret@example.org) <mailto:also@example.org> [d](https://x.example/\"onclick=alert(5)) ![e](https://tracker.example/p.gif) [f](//x.example)",
            Resources = [new(hostile, "https://x.example/?\"onmouseover=alert(6)"), new("Own", "javascript:alert(7)"), new("", "ftp://x.example")],
            Contributions = [HandmadeRelease.CancelledPapers.Contributions[0] with { Title = hostile }],
        };
        var html = Html(session, document => document with { Types = [HandmadeRelease.Masterclass, HandmadeRelease.Papers with { Name = hostile }, HandmadeRelease.Pause] })!;

        var parsed = new HtmlParser().ParseDocument(html);
        parsed.All.Select(element => element.TagName).Except(Elements).ShouldBeEmpty();
        parsed.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Distinct().Order().ShouldBe(["dir", "href", "rel"]);
        var links = parsed.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(3);
        links.ShouldAllBe(link => Link.IsWebAddress(link));
        html.ShouldNotContain("secret@example.org");
        html.ShouldNotContain("tracker.example");
        parsed.QuerySelector("p")!.TextContent.ShouldStartWith(hostile);
        parsed.QuerySelector("li")!.TextContent.ShouldBe($"11:00 {hostile} – Łukasz Żółkiewski, مريم الحسن");
    }

    [Fact]
    public void Is_well_formed_whatever_the_text()
    {
        foreach (var text in RandomText.Many().Where(text => text.Length < 10_000))
        {
            var session = HandmadeRelease.MasterclassC with { Abstract = $"*x*\n\n{text}", Title = text, Resources = [new(text, "https://x.example/")] };
            var parsed = new HtmlParser().ParseDocument(Html(session)!);
            parsed.All.Select(element => element.TagName).Except(Elements).ShouldBeEmpty();
            parsed.QuerySelectorAll("a").ShouldAllBe(a => Link.IsWebAddress(a.GetAttribute("href")!));
        }
    }

    private static string? Html(ReleasedSession session, Func<ReleaseDocument, ReleaseDocument>? with = null)
    {
        var document = HandmadeRelease.Document with { Sessions = [session] };
        var agenda = new PublishedAgenda(with is null ? document : with(document));
        var published = agenda.Sessions.ShouldHaveSingleItem();
        return HtmlDescription.Of(published, published.Times!.Value, agenda.Zone, "https://agenda.example.org/s?a=1&b=2");
    }
}
