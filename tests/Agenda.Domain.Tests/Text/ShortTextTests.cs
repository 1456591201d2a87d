using Agenda.Domain.Text;

namespace Agenda.Domain.Tests.Text;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("Leading networks", 16, "Leading networks")]
    [InlineData("Leading networks", 15, "Leading")]
    [InlineData("Leading networks", 8, "Leading")]
    [InlineData("Leading   networks", 10, "Leading")]
    [InlineData("A networkofnetworks", 12, "A networkofn")]
    [InlineData("networks", 3, "net")]
    [InlineData("ab👩‍🔬cd", 5, "ab")]
    [InlineData("e\u0301e\u0301e\u0301", 5, "e\u0301e\u0301")]
    [InlineData("👩‍🔬", 3, "👩‍")]
    [InlineData("👩‍🔬", 4, "👩‍")]
    [InlineData("😀", 1, "")]
    [InlineData("", 1, "")]
    public void Ends_where_a_reader_would_end_it(string text, int most, string begun) => ShortText.Of(text, most).ShouldBe(begun);
}
