using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Domain.Tests.Scheduling;

public sealed class TimeSlotTests
{
    private static readonly LocalDateTime Start = new(2027, 1, 12, 23, 30);

    [Fact]
    public void Belongs_to_the_day_on_which_it_starts() => new TimeSlot(Start, 120).Day.ShouldBe(new LocalDate(2027, 1, 12));

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(TimeSlot.LongestMinutes + 1)]
    public void Cannot_have_a_length_that_makes_no_sense(int minutes) => Should.Throw<ArgumentOutOfRangeException>(() => new TimeSlot(Start, minutes));

    [Fact]
    public void Cannot_be_outside_of_the_years_that_zones_know()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeSlot(new LocalDateTime(1899, 12, 31, 23, 59), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeSlot(new LocalDateTime(9999, 12, 31, 23, 59), 1));
        new TimeSlot(new LocalDateTime(1900, 1, 1, 0, 0), TimeSlot.LongestMinutes).Minutes.ShouldBe(10_080);
    }
}
