using Agenda.Api.Calendars;
using Agenda.Api.Releases;

namespace Agenda.Api.Tests.Calendars;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("One *soft*\nline and **bold**.\n\nSecond\\\nhard `code, x`.", "One soft line and bold.\n\nSecond\nhard code, x.")]
    [InlineData("# Aims\n\n- one\n- two\n  - nested\n\n3. three\n4. four", "Aims\n\n- one\n- two\n  - nested\n\n3. three\n4. four")]
    [InlineData("- first\n\n  more of it\n\n- second", "- first\n\n  more of it\n\n- second")]
    [InlineData("See [the *paper*](https://x.example/a,b) or <https://y.example> or [https://z.example](https://z.example).", "See the paper (https://x.example/a,b) or https://y.example or https://z.example.")]
    [InlineData("![the map](https://x.example/map.png) [](https://x.example/)", "the map https://x.example/")]
    [InlineData("[a](javascript:alert(1)) [near](/api) [mail](mailto:a@x.example)", "a near mail")]
    [InlineData("[ref][1] &amp; &copy; 3 < 4\n\n[1]: https://x.example/ref", "ref (https://x.example/ref) & © 3 < 4")]
    [InlineData("> quoted\n\n---\n\n    x = 1\n    y = 2", "quoted\n\n---\n\nx = 1\ny = 2")]
    [InlineData("<script>alert(1)</script> and <b>bold</b>", "<script>alert(1)</script> and <b>bold</b>")]
    [InlineData("", "")]
    public void Reads_without_markup(string markdown, string text) => PlainText.Of(markdown).ShouldBe(text);

    [Fact]
    public void Reads_paragraphs_without_a_parser_as_the_parser_does()
    {
        string[] pieces = ["word", "Łódź", "a", "1", "9.", "10) x", "-", "+", "=", "=== ", "!", ":", "http://x.example", "www.x.example", "me@x.example", ".", "\"", "'", "(", ")", "{", "}", "$", "^", "/", "%", "?",
            " ", "  ", "   ", "\n", "\n\n", " \n", "  \n", "   \n", "\r\n", "\n ", "\u00a0", "\u3000", "👩🏽‍🔬", "\u2028", "\u200f", "&amp;", "&", "*", "#", "~", "|", "<"];
        var random = new Random(5545);
        var (plain, formatted) = (0, 0);
        for (var i = 0; i < 50_000; i++)
        {
            var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            PlainText.Of(markdown).ShouldBe(PlainText.Parsed(markdown), $"\"{markdown}\"");
            if (!AbstractMarkdown.IsSurelyPlain(markdown))
            {
                formatted++;
                continue;
            }

            plain++;
            AbstractHtml.IsFormatted(markdown).ShouldBeFalse($"\"{markdown}\"");
        }

        plain.ShouldBeGreaterThan(5_000);
        formatted.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public void Takes_markup_that_nests_too_deep_as_it_was_entered()
    {
        var absurd = new string('>', 5_000) + " deep";
        PlainText.Of(absurd).ShouldBe(absurd);
    }
}
