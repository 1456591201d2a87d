using Agenda.Domain.Resources;

namespace Agenda.Domain.Tests.Resources;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Slides.PDF", "Slides.PDF")]
    [InlineData("/etc/../Slides.pdf", "Slides.pdf")]
    [InlineData("\\\\server\\share\\Slides.pdf", "Slides.pdf")]
    [InlineData("Slides\u202Efdp.pdf", "Slidesfdp.pdf")]
    [InlineData("a\u0007b.pdf", "a b.pdf")]
    [InlineData("nul.pdf", "_nul.pdf")]
    [InlineData("Re\u0301sume\u0301.pdf", "Résumé.pdf")]
    [InlineData("a\uFFFE\uFDD0b.pdf", "ab.pdf")]
    [InlineData("talk.tar.zip", "talk.tar.zip")]
    public void Keeps_what_people_recognise(string said, string name) => FileName.Of(said)!.Value.ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("pdf")]
    [InlineData(".pdf")]
    [InlineData("slides.pdf/")]
    [InlineData("slides.pdf.exe")]
    [InlineData("slides.pdf\u200b.svg")]
    [InlineData("slides.")]
    public void Has_none_where_the_ending_is_of_no_kind_that_is_taken(string said) => FileName.Of(said).ShouldBeNull();

    [Theory]
    [InlineData("x")]
    [InlineData("long words ")]
    [InlineData("🙂")]
    public void Is_cut_without_losing_its_ending(string piece)
    {
        var name = FileName.Of(string.Concat(Enumerable.Repeat(piece, 80)) + ".pptx")!.Value;

        name.Length.ShouldBeLessThanOrEqualTo(Limits.FileName);
        name.ShouldEndWith(".pptx");
        name.ShouldNotContain(" .");
        name.IsNormalized().ShouldBeTrue();
    }
}
