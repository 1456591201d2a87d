using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Tests.Releases;

public sealed class ReleaseChangesTests
{
    private readonly Given given = new();
    private readonly Session session;

    public ReleaseChangesTests()
    {
        given.Session("MC-Z", room: given.Rowan);
        session = given.Session("MC-B", facts => facts with { Chairs = [given.Niamh.Id], Contributions = [new("1", "Talk") { Minutes = 20, Authors = [new(given.Okello.Id, false)] }] });
    }

    public static TheoryData<Action<Given, Session>, ChangeKind[]> Edits => new()
    {
        { (_, _) => { }, [] },
        { (g, s) => g.Revise(s, f => f with { Status = SessionStatus.Cancelled }), [ChangeKind.Cancelled] },
        { (g, s) => s.Place(g.Willow, Given.At("2027-01-12 09:30", 60)), [ChangeKind.Moved] },
        { (g, s) => s.Place(g.Willow, Given.At("2027-01-12 09:00", 90)), [ChangeKind.Moved] },
        { (g, s) => s.Place(g.Rowan, Given.At("2027-01-12 09:00", 60)), [ChangeKind.RoomChanged] },
        { (_, s) => s.Move(null), [ChangeKind.Moved, ChangeKind.RoomChanged] },
        { (g, _) => g.Conference.Revise(Given.Facts("Europe/Paris")), [ChangeKind.Moved] },
        { (g, s) => g.Revise(s, f => f with { Title = "Other" }), [ChangeKind.Retitled] },
        { (g, s) => g.Revise(s, f => f with { Code = "MC-X" }), [ChangeKind.Retitled] },
        { (g, s) => g.Revise(s, f => f with { Chairs = [g.Lucja.Id] }), [ChangeKind.PeopleChanged] },
        { (g, s) => g.Revise(s, f => f with { Discussants = [g.Lucja.Id] }), [ChangeKind.PeopleChanged] },
        { (g, s) => g.Revise(s, f => f with { Abstract = "New" }), [ChangeKind.AbstractChanged] },
        { (g, s) => g.Revise(s, f => f with { Contributions = [f.Contributions[0] with { Minutes = 25 }] }), [ChangeKind.ContributionsChanged] },
        { (g, s) => g.Revise(s, f => f with { Contributions = [f.Contributions[0] with { Authors = [new(g.Okello.Id, true)] }] }), [ChangeKind.ContributionsChanged] },
        { (g, s) => g.Revise(s, f => f with { Contributions = [] }), [ChangeKind.ContributionsChanged] },
        { (g, s) => g.Revise(s, f => f with { Resources = [new("Slides", "https://example.org/")] }), [ChangeKind.ResourceChanged] },
        { (g, s) => g.Revise(s, f => f with { Type = g.Paper, Track = g.Teaching, Language = "ga" }), [ChangeKind.Reclassified] },
        { (g, s) => g.Revise(s, f => f with { Title = "Other", Abstract = "New" }).Place(g.Rowan, Given.At("2027-01-13 09:00", 60)),
            [ChangeKind.Moved, ChangeKind.RoomChanged, ChangeKind.Retitled, ChangeKind.AbstractChanged] },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Tells_what_changed(Action<Given, Session> edit, ChangeKind[] kinds)
    {
        var before = given.Publish();
        edit(given, session);
        var after = given.Publish(before);
        ReleaseChanges.Between(before, after).Where(c => c.Session.Id == session.Id).SelectMany(c => c.Kinds).ShouldBe(kinds);
    }

    [Fact]
    public void Tells_of_sessions_that_come_and_go_in_the_order_of_their_codes()
    {
        var before = given.Publish();
        given.Remove(session);
        given.Session("MC-C");
        given.Session("MC-A");
        var after = given.Publish(before);

        ReleaseChanges.Between(before, after).Select(c => (c.Session.Code, c.Kinds.Single(), c.Before is null, c.After is null)).ShouldBe([
            ("MC-A", ChangeKind.Added, true, false), ("MC-B", ChangeKind.Removed, false, true), ("MC-C", ChangeKind.Added, true, false)]);
    }

    [Fact]
    public void Tells_that_a_cancelled_session_takes_place_after_all()
    {
        given.Revise(session, facts => facts with { Status = SessionStatus.Cancelled });
        var before = given.Publish();
        given.Revise(session, facts => facts with { Status = SessionStatus.Confirmed });
        ReleaseChanges.Between(before, given.Publish(before)).Single().Kinds.ShouldBe([ChangeKind.Reinstated]);
    }

    [Fact]
    public void Tells_of_names_that_a_session_shows_and_that_others_changed()
    {
        var before = given.Publish();
        var after = before with { Rooms = [.. before.Rooms.Select(r => r with { Capacity = 7 })], People = [.. before.People.Select(p => p with { Affiliation = "Other" })] };

        ReleaseChanges.Between(before, after).Select(c => c.Kinds).ShouldBe([[ChangeKind.Relabelled], [ChangeKind.Relabelled]]);
        ReleaseChanges.Between(before, before with { Rooms = [.. before.Rooms.Select(r => r with { Order = 99, Address = "Elsewhere" })] }).ShouldBeEmpty();
    }

    [Fact]
    public void Before_the_first_release_there_is_nothing()
    {
        var release = given.Publish();
        ReleaseChanges.Between(null, release).Select(c => c.Kinds.Single()).ShouldBe([ChangeKind.Added, ChangeKind.Added]);
        ReleaseChanges.Between(release, null).Select(c => c.Kinds.Single()).ShouldBe([ChangeKind.Removed, ChangeKind.Removed]);
    }

    [Fact]
    public void Reads_backwards_as_well()
    {
        var before = given.Publish();
        given.Remove(session);
        var after = given.Publish(before);
        ReleaseChanges.Between(after, before).Single().Kinds.ShouldBe([ChangeKind.Added]);
    }
}
