using Agenda.Infrastructure.Interchange;

namespace Agenda.Api.Tests.Interchange;

public sealed class FileLengthsTests
{
    [Theory]
    [InlineData("00:45", 45)]
    [InlineData("1:30", 90)]
    [InlineData("30:00", 1800)]
    [InlineData("45", 45)]
    [InlineData("2:03:00", 3060, "00:45")]
    [InlineData("2:03:00", 123, "0:45:00")]
    [InlineData("00:45:00", 45, "00:45")]
    [InlineData("00:00:50", 1)]
    [InlineData("PT1H30M", 90)]
    [InlineData("P1DT2H", 1560)]
    [InlineData("half an hour", 15)]
    [InlineData("00:00", 15)]
    [InlineData("-1:00", 15)]
    [InlineData("9999:00", 10080)]
    public void Reads_a_length_among_others(string length, int minutes, string other = "PT5M")
    {
        var schedule = new SaidSchedule { Format = "frab-xml", TimeslotDuration = new("00:15", default) };
        foreach (var said in (string[])[length, other])
            schedule.Events.Add(new SaidEvent(default) { Duration = new(said, default) });

        new FileLengths(schedule, new ImportNotes()).Of(schedule.Events[0], null).ShouldBe(minutes);
    }
}
