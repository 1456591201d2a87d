using Agenda.Domain.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Agenda.Domain.Tests.Text;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("LODZ", "lodz")]
    [InlineData("Lo\u0301dz\u0301", "lodz")]
    [InlineData("Ní Dhomhnaill", "ni dhomhnaill")]
    [InlineData("Große STRASSE", "grosse strasse")]
    [InlineData("GROẞE", "grosse")]
    [InlineData("Þórður Æskå", "thordur aeska")]
    [InlineData("Søren Đorđević œuvre", "soren dordevic oeuvre")]
    [InlineData("ħaġar ŧ ŋ", "hagar t n")]
    [InlineData("İstanbul ISPARTA ısı", "istanbul isparta isi")]
    [InlineData("Ελένη", "ελενη")]
    [InlineData("ΟΔΥΣΣΕΥΣ", "οδυσσευσ")]
    [InlineData("Οδυσσεύς", "οδυσσευσ")]
    [InlineData("Ёлка й", "елка и")]
    [InlineData("أَمَل", "امل")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("ﬁnance ＡＢＣ ①", "finance abc 1")]
    [InlineData("柳晓雯", "柳晓雯")]
    [InlineData("O’Rourke", "o'rourke")]
    [InlineData("co\u00adoperate\u200b", "cooperate")]
    [InlineData("a\t\r\n  b\u00a0\u3000c", "a b c")]
    [InlineData("a\0b", "a b")]
    [InlineData("🎻", "🎻")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Leaves_case_diacritics_and_forms_behind(string? text, string folded) => FoldedText.Of(text).ShouldBe(folded);

    [Fact]
    public void Replaces_what_is_no_text()
    {
        FoldedText.Of("a\ud83cb").ShouldBe("a\ufffdb");
        FoldedText.Of("a\udfbbb").ShouldBe("a\ufffdb");
        FoldedText.Of("É\ud83c").ShouldBe("e\ufffd");
        FoldedText.Of("É\ufffe🎻").ShouldBe("e\ufffd🎻");
    }

    [Fact]
    public void Is_the_same_when_folded_again() =>
        Prop.ForAll<string>(text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_the_same_when_folded_again_for_every_character() =>
        EveryCharacter.Where(character => FoldedText.Of(FoldedText.Of(character)) != FoldedText.Of(character)).ShouldBeEmpty();

    [Theory]
    [InlineData("  Łódź \t school ", "lodz", "school")]
    [InlineData("MC-A", "mc-a")]
    [InlineData(" \u0301 ")]
    [InlineData(null)]
    public void Splits_a_query_into_words(string? query, params string[] words) => FoldedText.Words(query).ShouldBe(words);

    private static IEnumerable<string> EveryCharacter =>
        Enumerable.Range(0, 0x110000).Where(point => point is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32);
}
