using Agenda.Domain.MyAgendas;
using NodaTime;

namespace Agenda.Domain.Tests.MyAgendas;

public sealed class JoinLinkTests
{
    private static readonly Instant Chosen = Instant.FromUtc(2024, 1, 8, 12, 0), Earlier = Chosen - Duration.FromHours(1), Later = Chosen + Duration.FromHours(1);

    [Fact]
    public void The_own_link_comes_before_that_of_the_room_and_the_latest_change_of_any_counts()
    {
        JoinLink.Shown(true, Chosen, new("own", Earlier), new("room", Later)).ShouldBe(new JoinLink("own", Later));
        JoinLink.Shown(true, Chosen, new(null, Later), new("room", Earlier)).ShouldBe(new JoinLink("room", Later));
        JoinLink.Shown(true, Chosen, null, new("room", Earlier)).ShouldBe(new JoinLink("room", Chosen));
        JoinLink.Shown(true, Chosen, new(null, Earlier), null).ShouldBe(new JoinLink(null, Chosen));
    }

    [Fact]
    public void What_is_kept_back_changes_only_with_the_choice()
    {
        JoinLink.Shown(false, Chosen, new("own", Later), new("room", Later)).ShouldBe(new JoinLink(null, Chosen));
        JoinLink.Shown(false, null, new("own", Later), null).ShouldBeNull();
    }

    [Fact]
    public void Where_there_never_was_a_link_nothing_is_told() => JoinLink.Shown(true, Chosen, null, null).ShouldBeNull();
}
