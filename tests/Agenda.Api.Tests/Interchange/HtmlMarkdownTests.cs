using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Tests.Interchange;

public sealed class HtmlMarkdownTests
{
    [Theory]
    [InlineData("paragraphs", "<p>One\n  line.</p>\n<p>Another.</p>", "One line.\n\nAnother.")]
    [InlineData("emphasis", "<p>a<b> bold </b>word, <em>so</em> <i></i>it is</p>", "a **bold** word, *so* it is")]
    [InlineData("unclosed", "<p><b>bold<p>still", "**bold**\n\n**still**")]
    [InlineData("links", "<p><a href=\"https://a.example/x y\">here</a>, <a href='javascript:x'>there</a> and <a href=\"https://b.example\">https://b.example</a></p>", "[here](https://a.example/x%20y), there and <https://b.example>")]
    [InlineData("list", "<ul><li>one<li>two<ol><li>first</li><li>second</li></ol></li></ul><p>end</p>", "- one\n- two\n  1. first\n  2. second\n\nend")]
    [InlineData("item with paragraph", "<ul><li><p>one</p></li><li><p>two</p></li></ul>", "- one\n- two")]
    [InlineData("heading", "<h2>What &amp; why</h2><p>x</p>", "## What & why\n\nx")]
    [InlineData("code", "<p>run <code>a `b` *c*</code></p><pre><code>if (x &lt; 1)\n  y();</code></pre>", "run `` a `b` *c* ``\n\n```\nif (x < 1)\n  y();\n```")]
    [InlineData("quotation", "<blockquote><p>one</p><p>two</p></blockquote>after", "> one\n>\n> two\n\nafter")]
    [InlineData("breaks", "<p>one<br>two<br><br>three</p>", "one  \ntwo\n\nthree")]
    [InlineData("scripts", "<p>a</p><script>alert('<p>')</script><style>p { color: red }</style><p>b</p>", "a\n\nb")]
    [InlineData("picture", "<p><img src='https://a.example/p.png' alt='A map'></p>", "[A map](https://a.example/p.png)")]
    [InlineData("what would be Markdown", "<p>2 * 3 * 4, _x_ snake_case [a] C# &lt;b&gt;</p><p># no heading</p><p>1. no list</p><p>- nor this</p>", "2 \\* 3 \\* 4, \\_x\\_ snake_case \\[a\\] C# \\<b>\n\n\\# no heading\n\n1\\. no list\n\n\\- nor this")]
    [InlineData("lines with tags", "One line\r\nand **another**,<br />\r\nwith <b>bold</b>.\r\n\r\n* item", "One line\nand **another**,  \nwith **bold**.\n\n* item")]
    public void Turns_HTML_into_Markdown(string name, string html, string markdown) => HtmlMarkdown.Convert(html).ShouldBe(markdown, name);

    [Theory]
    [InlineData("<p>text")]
    [InlineData("a<BR/>b")]
    [InlineData("see <a href=\"x\">this</a>")]
    public void Knows_HTML(string text) => HtmlText.IsHtml(text).ShouldBeTrue();

    [Theory]
    [InlineData("a < b and c > d")]
    [InlineData("<https://example.org>")]
    [InlineData("std::vector<int> and <stdio.h>")]
    [InlineData("plain")]
    public void Leaves_other_text_alone(string text) => HtmlText.IsHtml(text).ShouldBeFalse();

    [Theory]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<a href='https://a.example'>")]
    [InlineData("<pre><code>")]
    public void Survives_what_is_nested_without_end(string tag) =>
        HtmlMarkdown.Convert(string.Concat(Enumerable.Repeat(tag, 20_000)) + "x").ShouldContain("x");
}
