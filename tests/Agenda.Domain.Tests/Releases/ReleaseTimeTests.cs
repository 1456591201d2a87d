using NodaTime;

namespace Agenda.Domain.Tests.Releases;

public sealed class ReleaseTimeTests
{
    private readonly Given given = new();

    public ReleaseTimeTests() => given.Session("MC-A");

    [Fact]
    public void Has_whole_seconds_as_calendars_and_HTTP_have() =>
        given.Publish(at: Given.Morning + Duration.FromMilliseconds(999)).PublishedAt.ShouldBe(Given.Morning);

    [Theory]
    [InlineData("the same instant", 0)]
    [InlineData("within the second", 900)]
    [InlineData("a clock set back an hour", -3_600_000)]
    public void Rises_by_a_second_at_least(string because, int later)
    {
        var first = given.Publish();
        var second = given.Publish(first, Given.Morning + Duration.FromMilliseconds(later));
        var third = given.Publish(second, Given.Morning + Duration.FromMilliseconds(later));

        new[] { second, third }.Select(r => (r.Number, r.PublishedAt)).ShouldBe([
            (2, Given.Morning + Duration.FromSeconds(1)), (3, Given.Morning + Duration.FromSeconds(2))], because);
    }

    [Fact]
    public void Is_the_clock_s_again_when_the_clock_is_ahead()
    {
        var later = Given.Morning + Duration.FromDays(1);
        given.Publish(given.Publish(), later).PublishedAt.ShouldBe(later);
    }
}
