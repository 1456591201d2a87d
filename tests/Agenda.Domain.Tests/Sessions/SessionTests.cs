using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;

namespace Agenda.Domain.Tests.Sessions;

public sealed class SessionTests
{
    private readonly Given given = new();

    [Fact]
    public void Knows_contributions_by_their_code_when_no_id_is_said()
    {
        var session = given.Session("PS-1", facts => Given.WithTalks(facts, new("A", "First"), new("B", "Second"), new("C", "Third")));
        var before = session.Contributions.ToDictionary(c => c.Code, c => c.Id);

        session.Revise(Given.WithTalks(given.Now(session), new("C", "Third, revised"), new("A", "First"), new("D", "Fourth")));

        session.Contributions.Select(c => (c.Code, c.Title, c.Position)).ShouldBe([("C", "Third, revised", 0), ("A", "First", 1), ("D", "Fourth", 2)]);
        session.Contributions[0].Id.ShouldBe(before["C"]);
        session.Contributions[1].Id.ShouldBe(before["A"]);
        before.Values.ShouldNotContain(session.Contributions[2].Id);
    }

    [Fact]
    public void Knows_contributions_by_their_id_when_their_codes_change()
    {
        var session = given.Session("PS-1", facts => Given.WithTalks(facts, new("A", "First"), new("B", "Second")));
        var (a, b) = (session.Contributions[0].Id, session.Contributions[1].Id);

        session.Revise(Given.WithTalks(given.Now(session), new("B", "First") { Id = a }, new("A", "Second") { Id = b }));

        session.Contributions.Select(c => (c.Id, c.Code, c.Title)).ShouldBe([(a, "B", "First"), (b, "A", "Second")]);
    }

    [Fact]
    public void Does_not_give_a_new_contribution_the_identity_that_another_claims()
    {
        var session = given.Session("PS-1", facts => Given.WithTalks(facts, new ContributionFacts("A", "First")));
        var first = session.Contributions[0].Id;

        session.Revise(Given.WithTalks(given.Now(session), new("A", "New"), new("B", "First") { Id = first }));

        session.Contributions[1].Id.ShouldBe(first);
        session.Contributions[0].Id.ShouldNotBe(first);
        session.Contributions.Select(c => (c.Code, c.Title)).ShouldBe([("A", "New"), ("B", "First")]);
    }

    [Fact]
    public void Keeps_authors_in_the_order_said()
    {
        var session = given.Session("PS-1", facts => Given.WithTalks(facts, Talk(given.Lucja.Id, given.Niamh.Id)));
        session.Revise(Given.WithTalks(given.Now(session), Talk(given.Okello.Id, given.Niamh.Id, given.Lucja.Id)));

        session.Contributions[0].Authors.OrderBy(a => a.Position).Select(a => (a.PersonId, a.Position, a.Presenting))
            .ShouldBe([(given.Okello.Id, 0, true), (given.Niamh.Id, 1, false), (given.Lucja.Id, 2, false)]);
    }

    [Fact]
    public void Keeps_chairs_and_discussants_apart_and_in_the_order_said()
    {
        var session = given.Session("SY-1", facts => facts with { Chairs = [given.Lucja.Id, given.Niamh.Id], Discussants = [given.Niamh.Id] });
        session.Revise(given.Now(session) with { Chairs = [given.Niamh.Id], Discussants = [given.Okello.Id, given.Niamh.Id] });

        session.People.OrderBy(p => p.Role).ThenBy(p => p.Position).Select(p => (p.Role, p.PersonId, p.Position)).ShouldBe(
            [(SessionRole.Chair, given.Niamh.Id, 0), (SessionRole.Discussant, given.Okello.Id, 0), (SessionRole.Discussant, given.Niamh.Id, 1)]);
    }

    [Fact]
    public void Stays_where_it_is_when_it_is_revised()
    {
        var session = given.Session("MC-A", start: "2027-10-31 01:30", offset: 1);
        session.Revise(given.Now(session) with { Title = "Other" });
        session.Placement.ShouldBe(new Placement(given.Willow.Id, Given.At("2027-10-31 01:30", 60, 1)));
    }

    [Fact]
    public void Can_be_in_a_slot_without_a_room_and_back_in_none()
    {
        var session = given.Session("MC-A");
        session.Place(null, Given.At("2027-01-13 10:00", 30));
        session.Placement.ShouldBe(new Placement(null, Given.At("2027-01-13 10:00", 30)));

        session.Move(null);
        (session.Placement, session.Slot, session.RoomId, session.LocalStart, session.Minutes, session.StartOffset).ShouldBe((null, null, null, null, null, null));
    }

    [Fact]
    public void Counts_every_edit()
    {
        var session = given.Unplaced("MC-A");
        session.Version.ShouldBe(1);
        session.Place(given.Willow, Given.At("2027-01-12 09:00", 60));
        session.Version.ShouldBe(2);
        session.Revise(given.Now(session));
        session.Version.ShouldBe(3);
        session.Move(null);
        session.Version.ShouldBe(4);
    }

    [Fact]
    public void Takes_every_fact_over()
    {
        var session = given.Unplaced("MC-A");
        session.Revise(new SessionFacts("PS-9", "Other", given.Paper)
        {
            Track = given.Leading,
            Language = "ga",
            Abstract = "*New*",
            Status = SessionStatus.Cancelled,
            Resources = [new Link("Slides", "https://example.org/slides")],
        });

        (session.Code, session.Title, session.TypeId, session.TrackId, session.Language, session.Abstract, session.Status)
            .ShouldBe(("PS-9", "Other", given.Paper.Id, given.Leading.Id, "ga", "*New*", SessionStatus.Cancelled));
        session.Resources.ShouldBe([new Link("Slides", "https://example.org/slides")]);
    }

    private static ContributionFacts Talk(params PersonId[] authors) => new("A", "Talk") { Authors = [.. authors.Select((id, i) => new AuthorFacts(id, Presenting: i == 0))] };
}
