using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Agenda.Domain.Tests.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("2027")]
    [InlineData("icsei-2024")]
    [InlineData("a-b-c-1")]
    public void Takes_lower_case_letters_and_digits_in_groups(string text) => Slug.IsValid(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("a_b")]
    [InlineData("١")]
    [InlineData("a\n")]
    [InlineData("\na")]
    [InlineData("a\0")]
    public void Takes_nothing_else(string text) => Slug.IsValid(text).ShouldBeFalse();

    [Fact]
    public void Takes_no_more_than_64_characters()
    {
        Slug.IsValid(new string('a', 64)).ShouldBeTrue();
        Slug.IsValid(new string('a', 65)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("api", true)]
    [InlineData("calendars", true)]
    [InlineData("api-2027", false)]
    [InlineData("meitheal-2027", false)]
    public void Keeps_the_service_s_own_addresses(string slug, bool reserved) => Slug.IsReserved(slug).ShouldBe(reserved);

    [Theory]
    [InlineData("St. Mary's Building", "st-mary-s-building")]
    [InlineData("Łódź / Große Straße", "lodz-grosse-strasse")]
    [InlineData("  Raum 1.01  ", "raum-1-01")]
    [InlineData("H.1302 (Depage)", "h-1302-depage")]
    [InlineData("会议室", "room")]
    [InlineData("会议室 2", "2")]
    [InlineData("!!!", "room")]
    [InlineData("", "room")]
    public void Makes_a_slug_of_a_name(string name, string slug) => Slug.Of(name, "room").ShouldBe(slug);

    [Fact]
    public void Numbers_the_second_of_a_name() => Slug.Free("Room A", "room", slug => slug is "room-a" or "room-a-2").ShouldBe("room-a-3");

    [Fact]
    public void Makes_a_valid_slug_of_anything() =>
        Prop.ForAll<string>(name => Slug.IsValid(Slug.Of(name ?? "", "room"))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("#3a7BD5", true)]
    [InlineData("3a7bd5", false)]
    [InlineData("#3a7bd", false)]
    [InlineData("#3a7bd5f", false)]
    [InlineData("#3a7bdg", false)]
    [InlineData("#3a7bd5\n", false)]
    public void Colours_are_six_hexadecimal_digits(string text, bool valid) => Colour.IsValid(text).ShouldBe(valid);
}
