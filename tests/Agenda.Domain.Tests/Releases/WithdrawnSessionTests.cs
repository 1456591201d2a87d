using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Tests.Releases;

public sealed class WithdrawnSessionTests
{
    private static readonly Instant Second = Given.Morning + Duration.FromHours(1);

    private readonly Given given = new();
    private readonly Session session;

    public WithdrawnSessionTests()
    {
        given.Session("MC-Z");
        session = given.Session("MC-A", minutes: 90);
    }

    public static TheoryData<string, Action<Given, Session>> WaysOut => new()
    {
        { "removed", (given, session) => given.Remove(session) },
        { "a draft again", (given, session) => given.Revise(session, facts => facts with { Status = SessionStatus.Draft }) },
    };

    [Theory, MemberData(nameof(WaysOut))]
    public void Is_remembered_with_what_a_calendar_needs_to_cancel_it(string how, Action<Given, Session> takeOut)
    {
        var release = given.Publish();
        takeOut(given, session);
        release = given.Publish(release);

        release.Sessions.Select(s => s.Code).ShouldBe(["MC-Z"], how);
        release.Withdrawn.ShouldBe([new WithdrawnSession(
            session.Id, "MC-A", "Title of MC-A", "Willow Room, St. Brigid's House", new LocalDateTime(2027, 1, 12, 9, 0), 90, null, 1, Second)], how);
    }

    [Fact]
    public void Stays_as_it_was_in_later_releases_even_when_its_room_is_renamed()
    {
        var release = given.Publish();
        given.Remove(session);
        release = given.Publish(release);
        var withdrawn = release.Withdrawn;
        given.Willow.Revise("other", new RoomFacts("Other", null, null, 5, Virtual: true));

        given.Publish(given.Publish(release)).Withdrawn.ShouldBe(withdrawn);
    }

    [Fact]
    public void Counts_on_when_it_comes_back_and_goes_again()
    {
        var release = given.Publish();
        var sequences = new List<int>();
        foreach (var status in (SessionStatus[])[SessionStatus.Draft, SessionStatus.Confirmed, SessionStatus.Draft, SessionStatus.Draft, SessionStatus.Confirmed])
        {
            given.Revise(session, facts => facts with { Status = status });
            release = given.Publish(release);
            sequences.Add(release.Sessions.Where(s => s.Id == session.Id).Select(s => s.Sequence).Concat(release.Withdrawn.Where(s => s.Id == session.Id).Select(s => s.Sequence)).Single());
        }

        sequences.ShouldBe([1, 2, 3, 3, 4]);
    }

    [Fact]
    public void Counts_nothing_more_when_it_was_cancelled_before()
    {
        var release = given.Publish();
        given.Revise(session, facts => facts with { Status = SessionStatus.Cancelled });
        release = given.Publish(release);
        given.Remove(session);
        given.Publish(release).Withdrawn.ShouldHaveSingleItem().Sequence.ShouldBe(1);
    }

    [Fact]
    public void Leaves_its_code_to_another_session()
    {
        var release = given.Publish();
        given.Remove(session);
        var other = given.Session("MC-A");
        release = given.Publish(release);

        release.Sessions.Select(s => (s.Id, s.Sequence)).ShouldContain((other.Id, 0));
        release.Withdrawn.Select(s => s.Id).ShouldBe([session.Id]);
    }

    [Fact]
    public void Is_remembered_without_room_and_time_when_it_had_none()
    {
        var unplaced = given.Unplaced("MC-B");
        var release = given.Publish();
        given.Remove(unplaced);
        given.Publish(release).Withdrawn.ShouldBe([new WithdrawnSession(unplaced.Id, "MC-B", "Title of MC-B", null, null, null, null, 1, Second)]);
    }
}
