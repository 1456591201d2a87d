using Agenda.Api.Web;

namespace Agenda.Api.Tests.Web;

public sealed class TrackHueTests
{
    [Theory]
    [InlineData("#ff0000", 1)]
    [InlineData("#FF8000", 2)]
    [InlineData("#ffdd00", 3)]
    [InlineData("#00cc00", 5)]
    [InlineData("#00aacc", 7)]
    [InlineData("#0000ff", 9)]
    [InlineData("#8000ff", 10)]
    [InlineData("#ff0080", 12)]
    [InlineData("#808080", null)]
    [InlineData("#000000", null)]
    [InlineData("red", null)]
    [InlineData(null, null)]
    public void Draws_a_colour_in_the_nearest_of_twelve_hues(string? colour, int? hue) => TrackHue.Nearest(colour).ShouldBe(hue);
}
