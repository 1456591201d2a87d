using Agenda.Api.Releases;

namespace Agenda.Api.Tests.Releases;

public sealed class AbstractHtmlTests
{
    private const string Rel = """rel="nofollow noopener noreferrer" """;

    [Theory]
    [InlineData(null, "")]
    [InlineData(" \r\n ", "")]
    [InlineData("Two *words*\n\nand **more**", "<p dir=\"auto\">Two <em>words</em></p>\n<p dir=\"auto\">and <strong>more</strong></p>\n")]
    [InlineData("- one\n- two", "<ul>\n<li dir=\"auto\">one</li>\n<li dir=\"auto\">two</li>\n</ul>\n")]
    [InlineData("שלום <b>x</b>", "<p dir=\"auto\">שלום &lt;b&gt;x&lt;/b&gt;</p>\n")]
    public void Renders_markdown_and_no_tags_of_the_author(string? markdown, string html) => AbstractHtml.Render(markdown).ShouldBe(html);

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p dir=\"auto\">&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("<img src=x onerror=alert(1)>", "<p dir=\"auto\">&lt;img src=x onerror=alert(1)&gt;</p>\n")]
    [InlineData("[a](javascript:alert(1))", "<p dir=\"auto\">a</p>\n")]
    [InlineData("[a](JaVaScRiPt:alert(1))", "<p dir=\"auto\">a</p>\n")]
    [InlineData("[a](&#106;avascript:alert(1))", "<p dir=\"auto\">a</p>\n")]
    [InlineData("[a](data:text/html;base64,AAAA)", "<p dir=\"auto\">a</p>\n")]
    [InlineData("[a](vbscript:x) [b](file:///etc/passwd)", "<p dir=\"auto\">a b</p>\n")]
    [InlineData("<javascript:alert(1)>", "<p dir=\"auto\">javascript:alert(1)</p>\n")]
    [InlineData("[a][1]\n\n[1]: javascript:alert(1)", "<p dir=\"auto\">a</p>\n")]
    [InlineData("[near](/api) [same](//evil.test/x)", "<p dir=\"auto\">near same</p>\n")]
    [InlineData("![a *b*](https://evil.test/pixel.png)", "<p dir=\"auto\">a <em>b</em></p>\n")]
    public void Leaves_the_words_of_what_it_does_not_trust(string markdown, string html) => AbstractHtml.Render(markdown).ShouldBe(html);

    [Theory]
    [InlineData("[a](https://example.org \"Say \\\"hi\\\"\")", "<a href=\"https://example.org\" REL title=\"Say &quot;hi&quot;\">a</a>")]
    [InlineData("[a](<https://example.org/?a=1&b=\"2\">)", "<a href=\"https://example.org/?a=1&amp;b=%222%22\" REL>a</a>")]
    [InlineData("https://example.org/x", "<a href=\"https://example.org/x\" REL>https://example.org/x</a>")]
    [InlineData("<mailto:desk@example.org>", "<a href=\"mailto:desk@example.org\" REL>mailto:desk@example.org</a>")]
    [InlineData("<desk@example.org>", "<a href=\"mailto:desk@example.org\" REL>desk@example.org</a>")]
    [InlineData("[![logo](https://evil.test/l.png)](https://example.org)", "<a href=\"https://example.org\" REL>logo</a>")]
    public void Links_lead_to_the_web_and_to_mail_and_are_not_endorsed(string markdown, string html) =>
        AbstractHtml.Render(markdown).ShouldBe($"<p dir=\"auto\">{html.Replace("REL", Rel.Trim(), StringComparison.Ordinal)}</p>\n");

    [Theory]
    [InlineData("# A\n### B", 2, "<h3 dir=\"auto\">A</h3>\n<h5 dir=\"auto\">B</h5>\n")]
    [InlineData("### A\n##### B", 3, "<h4 dir=\"auto\">A</h4>\n<h6 dir=\"auto\">B</h6>\n")]
    [InlineData("A\n===\n###### B", 2, "<h3 dir=\"auto\">A</h3>\n<h6 dir=\"auto\">B</h6>\n")]
    public void Headings_stand_below_the_one_of_the_page(string markdown, int above, string html) => AbstractHtml.Render(markdown, above).ShouldBe(html);

    [Fact]
    public void Keeps_the_words_of_what_is_nested_beyond_sense()
    {
        var html = AbstractHtml.Render(new string('>', 5_000) + " <b>words</b>");

        html.ShouldEndWith("&lt;b&gt;words&lt;/b&gt;</p>\n");
        html.ShouldNotContain("<b>");
    }

    [Fact]
    public void Shows_thousands_of_links_as_they_were_entered()
    {
        var hostile = string.Concat(Enumerable.Repeat("[a](", 25_000)) + "<b>";

        AbstractHtml.Render(hostile).ShouldBe($"<p dir=\"auto\">{hostile.Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal)}</p>\n");
        Agenda.Api.Calendars.PlainText.Of(hostile).ShouldBe(hostile);
    }
}
