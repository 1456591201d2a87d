using System.Text;
using Agenda.Domain.Resources;

namespace Agenda.Domain.Tests.Resources;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("pdf", "%PDF-1.7", true)]
    [InlineData("pdf", " %PDF-1.7", false)]
    [InlineData("pptx", "PK\u0003\u0004", true)]
    [InlineData("pptx", "PK\u0005\u0006", false)]
    [InlineData("zip", "PK\u0005\u0006", true)]
    [InlineData("odp", "PK\u0003\u0004", true)]
    [InlineData("ppt", "ÐÏ\u0011à¡±\u001aá", true)]
    [InlineData("png", "\u0089PNG\r\n\u001a\n", true)]
    [InlineData("jpeg", "ÿØÿà", true)]
    [InlineData("webp", "RIFF\0\0\0\0WEBP", true)]
    [InlineData("webp", "RIFF\0\0\0\0WAVE", false)]
    [InlineData("webp", "RIFF", false)]
    [InlineData("wav", "RIFF\0\0\0\0WAVE", true)]
    [InlineData("mp4", "\0\0\0\u0018ftypmp42", true)]
    [InlineData("mp4", "ftyp", false)]
    [InlineData("mp3", "ID3", true)]
    [InlineData("mp3", "ÿû", true)]
    [InlineData("mp3", "ÿ", false)]
    [InlineData("txt", "Any text", true)]
    [InlineData("txt", "þÿ\0A", true)]
    [InlineData("csv", "a\0b", false)]
    [InlineData("md", "<script>", true)]
    public void Knows_a_kind_by_how_it_begins(string ending, string content, bool fits) =>
        FileKind.OfEnding(ending)!.Fits(Encoding.Latin1.GetBytes(content)).ShouldBe(fits);

    [Fact]
    public void Takes_nothing_that_a_browser_or_a_computer_would_run()
    {
        string[] active = ["html", "htm", "xhtml", "svg", "xml", "js", "mjs", "css", "swf", "exe", "msi", "bat", "cmd", "ps1", "sh", "jar", "php", "docm", "xlsm", "pptm", "hta", "lnk", "iso", "dmg", "url"];

        active.Where(ending => FileKind.OfEnding(ending) is not null).ShouldBeEmpty();
        FileKind.AllEndings.Select(ending => FileKind.OfEnding(ending)!.MediaType).Where(type => type.Contains("html", StringComparison.Ordinal) || type.Contains("script", StringComparison.Ordinal) || type.Contains("svg", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
