using Agenda.Domain.Privacy;
using Agenda.Domain.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Agenda.Domain.Tests.Privacy;

public sealed class NamesInTextsTests
{
    [Theory]
    [InlineData("A talk by Maja Łódzka.", "A talk by Name withdrawn.")]
    [InlineData("Maja Łódzka", "Name withdrawn")]
    [InlineData("MAJA LODZKA and maja łódzka", "Name withdrawn and Name withdrawn")]
    [InlineData("Maja Ło\u0301dzka’s room", "Name withdrawn’s room")]
    [InlineData("Maja\u00a0Łódzka, Maja\n  Łódzka", "Name withdrawn, Name withdrawn")]
    [InlineData("Łódzka, Maja: The network", "Name withdrawn: The network")]
    [InlineData("łódzka,maja", "Name withdrawn")]
    [InlineData("with **Maja** *Łódzka* and __Maja Łódzka__", "with **Name withdrawn* and __Name withdrawn__")]
    [InlineData("Maja Łó\u00addzka", "Name withdrawn")]
    [InlineData("(Maja Łódzka)", "(Name withdrawn)")]
    [InlineData("🎻Maja Łódzka🎻", "🎻Name withdrawn🎻")]
    [InlineData("Maja Łódzka-Nowak", "Name withdrawn-Nowak")]
    [InlineData("write to maja@example.org or [here](mailto:MAJA@example.org)", "write to address-withdrawn or [here](mailto:address-withdrawn)")]
    public void The_whole_name_and_the_address_are_taken_out(string text, string without) => Maja.TakenFrom(text, 1_000).ShouldBe(without);

    [Theory]
    [InlineData("")]
    [InlineData("Łódzka")]
    [InlineData("Maja")]
    [InlineData("Maja Łódzkabc")]
    [InlineData("Amaja Łódzka")]
    [InlineData("Maja, Łódzka")]
    [InlineData("Maja Nowak Łódzka")]
    [InlineData("MajaŁódzka")]
    [InlineData("maja@example.organisation")]
    public void Anything_else_stays_as_it_is(string text)
    {
        Maja.TakenFrom(text, 1_000).ShouldBeSameAs(text);
        Maja.StandIn(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Jean-Luc", "O'Brien", "Jean‑Luc O’Brien", "Name withdrawn")]
    [InlineData("Jean-Luc", "O'Brien", @"Jean\-Luc O\'Brien", "Name withdrawn")]
    [InlineData("Anna Maria", "van der Berg", "Berg van der, van der Berg, Anna Maria", "Berg van der, Name withdrawn")]
    [InlineData("Ada (she/her)", "King @ada", "Ada King spoke", "Name withdrawn spoke")]
    [InlineData("Martin", "King Jr.", "Martin King Jr. and Martin King", "Name withdrawn Jr. and Name withdrawn")]
    [InlineData("晓雯", "柳", "由柳晓雯主持", "由Name withdrawn主持")]
    [InlineData("晓雯", "柳", "柳 晓雯", "Name withdrawn")]
    [InlineData("", "柳晓雯", "由柳晓雯主持", "由Name withdrawn主持")]
    [InlineData("Groß", "Weiß", "GROSS WEISS", "Name withdrawn")]
    [InlineData("J.", "Li", "J. Li", "Name withdrawn")]
    public void Names_are_found_as_texts_write_them(string given, string family, string text, string without) => Of(given, family).TakenFrom(text, 1_000).ShouldBe(without);

    [Theory]
    [InlineData("Will", "", "Dr Will will speak")]
    [InlineData("", "Young", "Young people")]
    public void One_word_may_mean_anything_else_and_is_only_told_of(string given, string family, string text)
    {
        Of(given, family).TakenFrom(text, 1_000).ShouldBeSameAs(text);
        Of(given, family).MentionsIn(text).ShouldNotBeEmpty();
    }

    [Fact]
    public void What_two_people_are_called_is_only_told_of()
    {
        var names = new NamesInTexts([new("Maja", "Łódzka")], ["maja@example.org"], [], ambiguous: true);

        names.TakenFrom("Maja Łódzka, maja@example.org", 1_000).ShouldBe("Maja Łódzka, address-withdrawn");
        names.MentionsIn("Maja Łódzka").ShouldBe(["Maja Łódzka"]);
    }

    [Fact]
    public void Words_that_a_human_names_are_taken_out_as_well()
    {
        var names = new NamesInTexts([new("Maja", "Łódzka")], [], ["Łódzka", "the  Networker", "- -"]);

        names.TakenFrom("Łódzka - - (The networker)", 1_000).ShouldBe("Name withdrawn - - (Name withdrawn)");
    }

    [Fact]
    public void The_family_name_by_itself_is_told_of_with_what_is_around_it()
    {
        var text = $"{new string('x', 100)} as\nProf. Łódzka says {new string('y', 100)} — see LODZKA et al.";

        Maja.MentionsIn(text).ShouldBe([
            $"…{new string('x', 30)} as Prof. Łódzka says {new string('y', 34)}…",
            $"…{new string('y', 33)} — see LODZKA et al."]);
        Maja.MentionsIn("https://example.org/people/maja-lodzka").ShouldBe(["https://example.org/people/maja-lodzka"]);
        Maja.MentionsIn("Maja Łódzka").ShouldBe(["Maja Łódzka"]);
        Maja.MentionsIn("Łódź").ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_grows_stays_within_its_limit()
    {
        Of("Bo", "Li").TakenFrom("Bo Li and Bo Li", 20).ShouldBe("Name withdrawn and N");
        Of("Bo", "Li").TakenFrom("Bo Li 🎻", 16).ShouldBe("Name withdrawn ");
    }

    [Fact]
    public void Whatever_is_around_it_the_whole_name_is_gone_and_the_rest_is_there() => Prop.ForAll<string, string>((before, after) =>
    {
        before = (before ?? "").Replace("\0", "", StringComparison.Ordinal);
        after = (after ?? "").Replace("\0", "", StringComparison.Ordinal);
        var without = Maja.TakenFrom($"{before}. Maja Łódzka. {after}", int.MaxValue);
        without.ShouldStartWith($"{before}. Name withdrawn");
        without.ShouldEndWith($". {after}");
        FoldedText.Of(without).ShouldNotContain("maja lodzka");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_folded_with_its_places_is_the_text_folded() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        var (folded, places) = FoldedText.WithPlaces(text);
        folded.ShouldBe(FoldedText.Of(text));
        places.Count.ShouldBe(folded.Length);
        places.ShouldBe(places.Order());
        places.ShouldAllBe(place => place >= 0 && place < text.Length);
    }).QuickCheckThrowOnFailure();

    private static NamesInTexts Maja => new([new("Maja", "Łódzka")], ["maja@example.org"], []);

    private static NamesInTexts Of(string given, string family) => new([new(given, family)], [], []);
}
