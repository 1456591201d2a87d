using Agenda.Api.Web;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Tests.Web;

public sealed class WordingTests
{
    [Theory]
    [InlineData("Europe/Dublin", "2024-07-27T06:04:58Z", "27th July 2024, 07:04:58am IST")]
    [InlineData("Europe/Dublin", "2024-01-01T00:00:00Z", "1st January 2024, 12:00:00am GMT")]
    [InlineData("America/New_York", "2024-03-02T17:00:01Z", "2nd March 2024, 12:00:01pm EST")]
    [InlineData("Asia/Kolkata", "2024-05-22T18:00:00Z", "22nd May 2024, 11:30:00pm IST")]
    [InlineData("Asia/Tokyo", "2024-05-12T18:00:00Z", "13th May 2024, 03:00:00am JST")]
    [InlineData("America/Sao_Paulo", "2024-05-03T12:00:00Z", "3rd May 2024, 09:00:00am UTC-3")]
    [InlineData("Asia/Kathmandu", "2024-05-11T00:00:00Z", "11th May 2024, 05:45:00am UTC+5:45")]
    public void Tells_the_conference_time_as_conferences_know_it(string zone, string instant, string said) =>
        Wording.Now(ConferenceZone.Of(zone).At(NodaTime.Text.InstantPattern.General.Parse(instant).Value)).ShouldBe(said);

    [Theory]
    [InlineData("2024-01-08", "2024-01-08", "8 January 2024")]
    [InlineData("2024-01-08", "2024-01-11", "8–11 January 2024")]
    [InlineData("2024-01-30", "2024-02-02", "30 January – 2 February 2024")]
    [InlineData("2024-12-30", "2025-01-02", "30 December 2024 – 2 January 2025")]
    public void Says_the_days_of_a_conference_once(string first, string last, string said) =>
        Wording.Days(NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value, NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value).ShouldBe(said);

    [Theory]
    [InlineData(45, "45 min", null)]
    [InlineData(60, "1 h", null)]
    [InlineData(150, "2 h 30 min", "+1 day")]
    [InlineData(2940, "49 h", "+2 days")]
    public void Says_how_long_and_on_which_later_day(int minutes, string length, string? later)
    {
        var times = ConferenceZone.Of("Europe/Dublin").Resolve(new TimeSlot(new LocalDateTime(2024, 1, 8, 22, 30), minutes))!.Value;

        Wording.Length(times).ShouldBe(length);
        Wording.DaysLater(times).ShouldBe(later);
    }

    [Theory]
    [InlineData("Europe/Dublin", "GMT (UTC+0)")]
    [InlineData("America/Sao_Paulo", "UTC-3")]
    [InlineData("Asia/Kolkata", "IST (UTC+5:30)")]
    public void Says_what_the_clocks_show(string zone, string said) => Wording.Offsets(In(zone, new(2024, 1, 8), new(2024, 1, 10))).ShouldBe(said);

    [Fact]
    public void Says_when_the_clocks_change_during_the_conference() =>
        Wording.Offsets(In("Europe/Dublin", new(2024, 3, 29), new(2024, 4, 1))).ShouldBe("GMT (UTC+0); from 31 March IST (UTC+1)");

    private static Domain.Releases.PublishedAgenda In(string zone, LocalDate first, LocalDate last)
    {
        var document = Harbour.Document([]);
        return new(document with { Conference = document.Conference with { TimeZone = zone, FirstDay = first, LastDay = last } });
    }
}
