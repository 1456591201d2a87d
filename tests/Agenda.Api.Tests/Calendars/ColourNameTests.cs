using System.Globalization;
using Agenda.Api.Calendars;

namespace Agenda.Api.Tests.Calendars;

public sealed class ColourNameTests
{
    [Theory]
    [InlineData("#ff0000", "red")]
    [InlineData("#FF0000", "red")]
    [InlineData("#fe0101", "red")]
    [InlineData("#00ffff", "aqua")]
    [InlineData("#ff00ff", "fuchsia")]
    [InlineData("#808080", "gray")]
    [InlineData("#2f4f4f", "darkslategray")]
    [InlineData("#000000", "black")]
    [InlineData("#ffffff", "white")]
    [InlineData("#336699", "steelblue")]
    [InlineData("#1f6f8b", "teal")]
    [InlineData("#aa3311", "firebrick")]
    [InlineData("#663399", "darkslateblue")]
    public void Finds_the_colour_that_looks_most_alike(string colour, string name) => ColourName.Nearest(colour).ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#f00")]
    [InlineData("#ff00000")]
    [InlineData("ff0000")]
    [InlineData("# f0000")]
    [InlineData("#+f0000")]
    [InlineData("#gg0000")]
    [InlineData("#ff00\uff10\uff10")]
    public void Has_no_name_for_what_is_no_colour(string? colour) => ColourName.Nearest(colour).ShouldBeNull();

    [Fact]
    public void Has_the_colours_of_the_platform() =>
        CssColours.All.Where(c => (System.Drawing.Color.FromName(c.Name).ToArgb() & 0xffffff) != c.Rgb).ShouldBeEmpty();

    [Fact]
    public void Knows_every_name_by_its_own_colour()
    {
        CssColours.All.Count.ShouldBe(140);
        CssColours.All.Select(c => c.Name).ShouldBeUnique();
        foreach (var colour in CssColours.All)
        {
            var first = CssColours.All.Where(c => c.Rgb == colour.Rgb).Min(c => c.Name);
            ColourName.Nearest(string.Create(CultureInfo.InvariantCulture, $"#{colour.Rgb:x6}")).ShouldBe(first);
        }
    }
}
