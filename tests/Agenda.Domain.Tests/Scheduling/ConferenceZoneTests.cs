using Agenda.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Domain.Tests.Scheduling;

public sealed class ConferenceZoneTests
{
    [Theory]
    [InlineData("Europe/Dublin", "2027-01-12T14:00", 150, "2027-01-12T14:00Z", "2027-01-12T16:30 +00")]
    [InlineData("Europe/Dublin", "2027-07-12T14:00", 150, "2027-07-12T13:00Z", "2027-07-12T16:30 +01")]
    [InlineData("Asia/Kolkata", "2027-01-12T00:30", 60, "2027-01-11T19:00Z", "2027-01-12T01:30 +05:30")]
    [InlineData("America/St_Johns", "2027-01-12T09:00", 60, "2027-01-12T12:30Z", "2027-01-12T10:00 -03:30")]
    [InlineData("Pacific/Chatham", "2027-01-12T09:00", 60, "2027-01-11T19:15Z", "2027-01-12T10:00 +13:45")]
    [InlineData("UTC", "2027-01-12T23:30", 60, "2027-01-12T23:30Z", "2027-01-13T00:30 +00")]
    public void Gives_wall_time_its_instant(string zone, string start, int minutes, string utc, string end) => Resolved(zone, start, minutes, null).ShouldBe((utc, end));

    [Theory]
    [InlineData("an hour is skipped while it runs", "Europe/Dublin", "2027-03-28T00:30", 60, "2027-03-28T00:30Z", "2027-03-28T02:30 +01")]
    [InlineData("an hour is repeated while it runs", "Europe/Dublin", "2027-10-31T00:30", 120, "2027-10-30T23:30Z", "2027-10-31T01:30 +00")]
    [InlineData("half an hour is skipped while it runs", "Australia/Lord_Howe", "2027-10-03T01:45", 30, "2027-10-02T15:15Z", "2027-10-03T02:45 +11")]
    public void Ends_after_the_minutes_that_pass_not_those_on_the_clock(string because, string zone, string start, int minutes, string utc, string end) =>
        Resolved(zone, start, minutes, null).ShouldBe((utc, end), because);

    [Theory]
    [InlineData("Europe/Dublin", "2027-10-31T01:30", "+01", "2027-10-31T00:30Z")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30", "+00", "2027-10-31T01:30Z")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:45", "+11", "2027-04-03T14:45Z")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:45", "+10:30", "2027-04-03T15:15Z")]
    public void Tells_the_two_hours_of_autumn_apart_by_the_offset(string zone, string start, string offset, string utc) =>
        Resolved(zone, start, 30, offset).Utc.ShouldBe(utc);

    [Theory]
    [InlineData("Europe/Dublin", "2027-03-28T01:30", null, "time-skipped")]
    [InlineData("Europe/Dublin", "2027-03-28T01:00", null, "time-skipped")]
    [InlineData("Europe/Dublin", "2027-03-28T01:30", "+01", "time-skipped")]
    [InlineData("Australia/Lord_Howe", "2027-10-03T02:15", null, "time-skipped")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", null, "time-skipped")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30", null, "time-repeated")]
    [InlineData("Europe/Dublin", "2027-10-31T01:00", null, "time-repeated")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:45", null, "time-repeated")]
    [InlineData("Europe/Dublin", "2027-10-31T01:30", "+02", "offset-does-not-apply")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:45", "+10", "offset-does-not-apply")]
    [InlineData("Europe/Dublin", "2027-01-12T14:00", "+01", "offset-does-not-apply")]
    public void Refuses_a_start_that_is_not_exactly_one_instant(string zone, string start, string? offset, string code)
    {
        var asked = Ask(zone, start, 60, offset);
        asked.Slot.ShouldBeNull();
        asked.Refusal!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("2027-03-28T00:59")]
    [InlineData("2027-03-28T02:00")]
    [InlineData("2027-10-31T00:59")]
    [InlineData("2027-10-31T02:00")]
    public void Takes_the_minutes_around_a_change_of_the_clocks(string start)
    {
        var asked = Ask("Europe/Dublin", start, 60, null);
        asked.Refusal.ShouldBeNull();
        asked.Slot.ShouldBe(new TimeSlot(Local(start), 60));
    }

    [Fact]
    public void Keeps_the_offset_only_where_it_decides()
    {
        Ask("Europe/Dublin", "2027-01-12T14:00", 60, "+00").Slot.ShouldBe(new TimeSlot(Local("2027-01-12T14:00"), 60));
        Ask("Europe/Dublin", "2027-10-31T01:30", 60, "+00").Slot.ShouldBe(new TimeSlot(Local("2027-10-31T01:30"), 60, Offset.Zero));
    }

    [Theory]
    [InlineData("2027-03-28T01:30", null, "time-skipped")]
    [InlineData("2027-10-31T01:30", null, "time-repeated")]
    [InlineData("2027-10-31T01:30", 2, "time-repeated")]
    public void Says_why_a_slot_that_was_placed_before_is_no_instant_any_more(string start, int? offset, string code)
    {
        var zone = ConferenceZone.Of("Europe/Dublin");
        var slot = new TimeSlot(Local(start), 60, offset is { } hours ? Offset.FromHours(hours) : null);
        zone.Resolve(slot).ShouldBeNull();
        zone.WhyUnresolved(slot)!.Code.ShouldBe(code);
    }

    [Fact]
    public void Has_no_reason_where_there_is_an_instant() =>
        ConferenceZone.Of("Europe/Dublin").WhyUnresolved(new TimeSlot(Local("2027-01-12T14:00"), 60)).ShouldBeNull();

    [Theory]
    [InlineData("2027-01-12T12:00:00Z", "GMT", "2027-01-12T12:00 +00")]
    [InlineData("2024-07-27T06:04:58Z", "IST", "2024-07-27T07:04 +01")]
    public void Names_the_time_as_people_in_Dublin_do(string instant, string abbreviation, string wall)
    {
        var zone = ConferenceZone.Of("Europe/Dublin");
        var now = InstantPattern.General.Parse(instant).Value;
        zone.Abbreviation(now).ShouldBe(abbreviation);
        Said(zone.At(now)).ShouldBe(wall);
    }

    [Theory]
    [InlineData("Europe/Dublin", true)]
    [InlineData("Asia/Calcutta", true)]
    [InlineData("UTC", true)]
    [InlineData("europe/dublin", false)]
    [InlineData("GMT Standard Time", false)]
    [InlineData("IST", false)]
    [InlineData("+01:00", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Knows_zones_by_their_IANA_names(string? name, bool known) => (ConferenceZone.Find(name)?.Id).ShouldBe(known ? name : null);

    [Fact]
    public void Says_which_rules_it_goes_by() => ConferenceZone.RulesVersion.ShouldStartWith("TZDB: 20");

    private static (string Utc, string End) Resolved(string zone, string start, int minutes, string? offset)
    {
        var times = ConferenceZone.Of(zone).Resolve(Ask(zone, start, minutes, offset).Slot!.Value)!.Value;
        return (InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Format(times.Start.ToInstant()), Said(times.End));
    }

    private static ConferenceZone.Asked Ask(string zone, string start, int minutes, string? offset) =>
        ConferenceZone.Of(zone).Slot(Local(start), minutes, offset is null ? null : OffsetPattern.GeneralInvariant.Parse(offset).Value);

    private static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    private static string Said(ZonedDateTime time) => ZonedDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm o<g>", null).Format(time);
}
