using Agenda.Api.Web;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Tests.Web;

public sealed class WordingTests
{
    [Theory]
    [InlineData("en", false, "Monday 8 January 2024", "22:05", "8–11 January 2024")]
    [InlineData("en", true, "Monday 8 January 2024", "10:05 pm", "8–11 January 2024")]
    [InlineData("de", false, "Montag, 8. Januar 2024", "22:05", "8.–11. Januar 2024")]
    [InlineData("de", true, "Montag, 8. Januar 2024", "10:05 pm", "8.–11. Januar 2024")]
    public void Says_days_and_times_as_the_reader_does(string language, bool twelveHours, string day, string time, string days) =>
        Locale.Of(language, twelveHours)!.Make(() => (
            Wording.Day(new(2024, 1, 8)),
            Wording.Time(ConferenceZone.Of("Europe/Dublin").At(Instant.FromUtc(2024, 1, 8, 22, 5))),
            Wording.Days(new(2024, 1, 8), new(2024, 1, 11)))).ShouldBe((day, time, days));

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
