using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

/// <summary>What calendars are told of a session from one release to the next: SEQUENCE and LAST-MODIFIED.</summary>
public sealed class SessionHistoryTests
{
    private static readonly Instant First = Given.Morning, Second = Given.Morning + Duration.FromHours(1);

    private readonly Given given = new();
    private readonly Session session;

    public SessionHistoryTests()
    {
        given.Session("MC-Z", room: given.Rowan);
        session = given.Session("MC-A", facts => facts with { Track = given.Teaching, Chairs = [given.Niamh.Id] });
    }

    public static TheoryData<string, Action<Given, Session>> Moves => new()
    {
        { "another hour", (_, s) => s.Place(null, Given.At("2027-01-12 10:00", 60)) },
        { "another length", (g, s) => s.Place(g.Willow, Given.At("2027-01-12 09:00", 61)) },
        { "another room", (g, s) => s.Place(g.Rowan, Given.At("2027-01-12 09:00", 60)) },
        { "no room", (_, s) => s.Place(null, Given.At("2027-01-12 09:00", 60)) },
        { "no slot", (_, s) => s.Move(null) },
        { "cancelled", (g, s) => g.Revise(s, facts => facts with { Status = SessionStatus.Cancelled }) },
        { "other zone", (g, _) => g.Conference.Revise(Given.Facts("Europe/Paris")) },
    };

    public static TheoryData<string, Action<Given, Session>> Edits => new()
    {
        { "title", (g, s) => g.Revise(s, facts => facts with { Title = "Other" }) },
        { "code", (g, s) => g.Revise(s, facts => facts with { Code = "MC-Z" }) },
        { "type", (g, s) => g.Revise(s, facts => facts with { Type = g.Paper }) },
        { "abstract", (g, s) => g.Revise(s, facts => facts with { Abstract = "New" }) },
        { "track", (g, s) => g.Revise(s, facts => facts with { Track = null }) },
        { "language", (g, s) => g.Revise(s, facts => facts with { Language = "ga" }) },
        { "chairs", (g, s) => g.Revise(s, facts => facts with { Chairs = [] }) },
        { "discussants", (g, s) => g.Revise(s, facts => facts with { Discussants = [g.Okello.Id] }) },
        { "contributions", (g, s) => g.Revise(s, facts => Given.WithTalks(facts, new ContributionFacts("A", "Talk"))) },
        { "resources", (g, s) => g.Revise(s, facts => facts with { Resources = [new("Slides", "https://example.org/")] }) },
        { "name of the room", (g, _) => g.Willow.Revise("willow", new RoomFacts("Big Willow", g.Saint, 60, 0, false)) },
        { "name of the building", (g, _) => g.Saint.Revise("St. Bride's House", null, null) },
        { "where the building stands", (g, _) => g.Saint.Revise("St. Brigid's House", "1 Meadow Walk", new(53.3, -6.2)) },
        { "building of the room", (g, _) => g.Willow.Revise("willow", new RoomFacts("Willow Room", null, 60, 0, false)) },
        { "name of the type", (g, _) => g.Masterclass.Revise("MC", new("Workshop")) },
        { "name of the track", (g, _) => g.Teaching.Revise("teaching", "Teaching and talk", null) },
        { "name of a chair", (g, _) => g.Niamh.Revise(new("Niamh", "Roe")) },
    };

    public static TheoryData<string, Action<Given, Session>> NothingToSee => new()
    {
        { "nothing at all", (_, _) => { } },
        { "saved again", (g, s) => g.Revise(s, facts => facts) },
        { "moved away and back", (g, s) => { s.Move(null); s.Place(g.Willow, Given.At("2027-01-12 09:00", 60)); } },
        { "another session", (g, _) => g.Session("MC-B") },
        { "a room that it is not in", (g, _) => g.Loft.Revise("loft", new RoomFacts("Other", g.Saint, 40, 1, false)) },
        { "a person who is not in it", (g, _) => g.Okello.Revise(new("O.", "Lakwena")) },
        { "somebody's e-mail address", (g, _) => g.Niamh.Revise(new("Niamh", "Ní Thuathaláin") { Affiliation = "Meitheal Institute", Email = "new@example.org" }) },
    };

    [Fact]
    public void Begins_at_0_with_the_release_in_which_it_first_appears() => History(given.Publish()).ShouldBe((0, First));

    [Theory, MemberData(nameof(NothingToSee))]
    public void Stays_as_it_was_when_nothing_about_it_changes(string what, Action<Given, Session> change) => AfterSecondRelease(change).ShouldBe((0, First), what);

    [Theory, MemberData(nameof(Moves))]
    public void Counts_a_change_of_time_room_or_status(string what, Action<Given, Session> change) => AfterSecondRelease(change).ShouldBe((1, Second), what);

    [Theory, MemberData(nameof(Edits))]
    public void Notes_any_other_change_without_counting_it(string what, Action<Given, Session> change) => AfterSecondRelease(change).ShouldBe((0, Second), what);

    [Fact]
    public void Counts_all_changes_of_one_release_once() =>
        AfterSecondRelease((g, s) => g.Revise(s, facts => facts with { Status = SessionStatus.Cancelled }).Place(g.Rowan, Given.At("2027-01-13 09:00", 30))).ShouldBe((1, Second));

    [Fact]
    public void Counts_on_over_releases_in_which_nothing_changed()
    {
        var release = given.Publish();
        session.Place(given.Rowan, Given.At("2027-01-12 09:00", 60));
        release = given.Publish(given.Publish(given.Publish(release)));
        History(release).ShouldBe((1, Second));

        session.Place(given.Willow, Given.At("2027-01-12 09:00", 60));
        History(given.Publish(release)).ShouldBe((2, Given.Morning + Duration.FromHours(4)));
    }

    [Fact]
    public void Starts_anew_for_a_session_that_comes_later()
    {
        var later = given.Session("MC-B", facts => facts with { Status = SessionStatus.Draft });
        var release = given.Publish();
        given.Revise(later, facts => facts with { Status = SessionStatus.Confirmed });

        var second = given.Publish(release);
        second.Sessions.Select(s => (s.Code, s.Sequence, s.ChangedAt)).ShouldBe([("MC-A", 0, First), ("MC-B", 0, Second), ("MC-Z", 0, First)]);
    }

    private (int Sequence, Instant ChangedAt) AfterSecondRelease(Action<Given, Session> change)
    {
        var release = given.Publish();
        change(given, session);
        return History(given.Publish(release));
    }

    private (int Sequence, Instant ChangedAt) History(ReleaseDocument release) => release.Sessions.Where(s => s.Id == session.Id).Select(s => (s.Sequence, s.ChangedAt)).Single();
}
