using Agenda.Domain.Conferences;
using NodaTime;

namespace Agenda.Domain.Tests.Conferences;

public sealed class ConferenceCopyTests
{
    [Fact]
    public void Dates_move_by_the_whole_number_of_weeks_that_is_nearest()
    {
        var from = new LocalDate(2024, 1, 8);
        foreach (var days in Enumerable.Range(-800, 1_601))
        {
            var weeks = ConferenceCopy.WeeksBetween(from, from.PlusDays(days));

            Math.Abs((weeks * 7) - days).ShouldBeLessThanOrEqualTo(3, $"{days} days are {weeks} weeks");
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(-3, 0)]
    [InlineData(-4, -1)]
    [InlineData(364, 52)]
    public void Half_a_week_is_the_limit(int days, int weeks) => ConferenceCopy.WeeksBetween(new LocalDate(2024, 1, 8), new LocalDate(2024, 1, 8).PlusDays(days)).ShouldBe(weeks);
}
