using Agenda.Domain.Text;

namespace Agenda.Domain.Tests.Text;

public sealed class LinkTests
{
    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("http://example.org:8080/a?b=c#d")]
    [InlineData("HTTPS://EXAMPLE.ORG/slides.pdf")]
    [InlineData("https://bücher.example/ä")]
    [InlineData("https://example.org/a%20b")]
    [InlineData("https://example.org/🎻")]
    [InlineData("https://example.org/👩\u200d🔬")]
    public void Takes_web_addresses(string url) => Link.IsWebAddress(url).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("example.org")]
    [InlineData("/slides")]
    [InlineData("//example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@example.org")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData(" https://example.org/")]
    [InlineData("https://example.org/ ")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/\n")]
    [InlineData("https://example.org/\r\nX-INJECTED:1")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("https://example.org/\0")]
    [InlineData("https://example.org/\u2028")]
    [InlineData("https://example.org/\u202egpj.exe")]
    [InlineData("https://example.org/\u2067a")]
    [InlineData("https://example.org/\u200f")]
    public void Takes_nothing_else(string url) => Link.IsWebAddress(url).ShouldBeFalse();

    [Fact]
    public void Takes_no_half_characters() => Link.IsWebAddress("https://example.org/\ud800").ShouldBeFalse();

    [Fact]
    public void Takes_no_address_above_the_limit()
    {
        var longest = "https://example.org/" + new string('a', Limits.Url - "https://example.org/".Length);
        Link.IsWebAddress(longest).ShouldBeTrue();
        Link.IsWebAddress(longest + "a").ShouldBeFalse();
    }
}
