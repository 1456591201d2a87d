using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

public sealed class PublishingTests
{
    private readonly Given given = new();

    [Fact]
    public void Copies_everything_public_of_a_session()
    {
        var session = given.Session("MC-A", facts => facts with
        {
            Track = given.Teaching,
            Language = "en",
            Abstract = "*Text*",
            Chairs = [given.Niamh.Id, given.Lucja.Id],
            Discussants = [given.Okello.Id],
            Contributions = [new("MC-A.1", "Talk") { Minutes = 20, Abstract = "More", Authors = [new(given.Lucja.Id, true), new(given.Okello.Id, false)] }],
            Resources = [new Link("Slides", "https://example.org/slides")],
        });

        var release = given.Publish();

        var released = release.Sessions.ShouldHaveSingleItem();
        (released.Id, released.Code, released.Title, released.Type, released.Track, released.Language, released.Abstract, released.Status)
            .ShouldBe((session.Id, "MC-A", "Title of MC-A", given.Masterclass.Id, given.Teaching.Id, "en", "*Text*", SessionStatus.Confirmed));
        (released.Room, released.LocalStart, released.Minutes, released.Offset, released.PublishedStart)
            .ShouldBe((given.Willow.Id, new LocalDateTime(2027, 1, 12, 9, 0), 60, null, Instant.FromUtc(2027, 1, 12, 9, 0)));
        released.Chairs.ShouldBe([given.Niamh.Id, given.Lucja.Id]);
        released.Discussants.ShouldBe([given.Okello.Id]);
        released.Resources.ShouldBe([new Link("Slides", "https://example.org/slides")]);
        var talk = released.Contributions.ShouldHaveSingleItem();
        (talk.Id, talk.Code, talk.Title, talk.Abstract, talk.Minutes).ShouldBe((session.Contributions[0].Id, "MC-A.1", "Talk", "More", 20));
        talk.Authors.ShouldBe([new ReleasedAuthor(given.Lucja.Id, true), new ReleasedAuthor(given.Okello.Id, false)]);
    }

    [Fact]
    public void Is_complete_in_itself()
    {
        given.Session("MC-A", facts => facts with { Chairs = [given.Niamh.Id] });
        var release = given.Publish();

        (release.Format, release.Number, release.PublishedAt, release.PublishedBy, release.Note, release.TzdbVersion)
            .ShouldBe((1, 1, Given.Morning, "Niamh", "Note", ConferenceZone.RulesVersion));
        (release.Conference.Id, release.Conference.Slug, release.Conference.Name, release.Conference.TimeZone, release.Conference.FirstDay, release.Conference.LastDay, release.Conference.Contact)
            .ShouldBe((given.Conference.Id, "meitheal-2027", "Meitheal 2027", "Europe/Dublin", Given.Tuesday, Given.Tuesday.PlusDays(2), "The office"));
        release.Rooms.Select(r => (r.Slug, r.Name, r.Building, r.Address, r.Capacity, r.Location)).ShouldBe([
            ("willow", "Willow Room", "St. Brigid's House", "1 Meadow Walk", 60, "Willow Room, St. Brigid's House"),
            ("rowan", "Rowan Room", "St. Brigid's House", "1 Meadow Walk", 40, "Rowan Room, St. Brigid's House"),
            ("loft", "Loft", null, null, null, "Loft")]);
        release.Types.Select(t => t.Code).ShouldBe(["MC", "PS"]);
        release.Tracks.Select(t => t.Slug).ShouldBe(["leading", "teaching"]);
        release.People.Select(p => (p.Id, p.GivenName, p.FamilyName, p.Affiliation)).ShouldBe([(given.Niamh.Id, "Niamh", "Ní Thuathaláin", "Meitheal Institute")]);
        release.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_drafts_and_their_people_out_and_cancelled_and_unplaced_sessions_in()
    {
        given.Session("MC-A");
        given.Session("MC-B", facts => facts with { Status = SessionStatus.Cancelled, Chairs = [given.Niamh.Id] });
        given.Unplaced("MC-C");
        given.Session("MC-D", facts => facts with { Status = SessionStatus.Draft, Chairs = [given.Okello.Id] });

        var release = given.Publish();

        release.Sessions.Select(s => (s.Code, s.Status, s.LocalStart is not null)).ShouldBe([
            ("MC-A", SessionStatus.Confirmed, true), ("MC-B", SessionStatus.Cancelled, true), ("MC-C", SessionStatus.Confirmed, false)]);
        release.People.Select(p => p.Id).ShouldBe([given.Niamh.Id]);
    }

    [Fact]
    public void Orders_rooms_as_the_organisers_do()
    {
        given.Session("MC-A");
        given.Willow.Revise("willow", new RoomFacts("Willow Room", given.Saint, 60, 9, Virtual: false));
        given.Publish().Rooms.Select(r => r.Slug).ShouldBe(["rowan", "loft", "willow"]);
    }

    [Fact]
    public void Does_not_follow_the_programme_afterwards()
    {
        var session = given.Session("MC-A", facts => facts with { Resources = [new Link("Slides", "https://example.org/slides")] });
        var release = given.Publish();

        given.Revise(session, facts => facts with { Title = "Other", Resources = [], Chairs = [given.Okello.Id] });
        session.Move(null);
        given.Conference.Revise(Given.Facts("Asia/Kolkata"));

        var released = release.Sessions.Single();
        (released.Title, released.LocalStart, released.Resources.Count, released.Chairs.Count, release.Conference.TimeZone)
            .ShouldBe(("Title of MC-A", new LocalDateTime(2027, 1, 12, 9, 0), 1, 0, "Europe/Dublin"));
    }

    [Fact]
    public void Refuses_a_programme_without_a_confirmed_session()
    {
        given.Session("MC-A", facts => facts with { Status = SessionStatus.Draft });
        given.Session("MC-B", facts => facts with { Status = SessionStatus.Cancelled });
        Refusal().Code.ShouldBe("nothing-to-publish");
    }

    [Theory]
    [InlineData("2027-03-28 01:30", "time-skipped")]
    [InlineData("2027-10-31 01:30", "time-repeated")]
    public void Refuses_a_session_whose_time_is_no_instant_and_names_it(string start, string code)
    {
        given.Session("MC-A");
        given.Session("MC-B", start: start);
        var refusal = Refusal();
        refusal.Code.ShouldBe(code);
        refusal.Reason.ShouldContain("MC-B");
        refusal.Reason.ShouldNotContain("MC-A");
    }

    [Fact]
    public void Does_not_mind_the_time_of_a_draft()
    {
        given.Session("MC-A");
        given.Session("MC-B", facts => facts with { Status = SessionStatus.Draft }, start: "2027-03-28 01:30");
        given.Publish().Sessions.Select(s => s.Code).ShouldBe(["MC-A"]);
    }

    private Refusal Refusal()
    {
        var outcome = Publishing.NextRelease(given.Programme, null, new Publication(Given.Morning, "Niamh", null));
        outcome.Release.ShouldBeNull();
        return outcome.Refusal!;
    }
}
