using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using NodaTime;

namespace Agenda.Domain.Tests.Access;

public sealed class InvitationTests
{
    private static readonly Instant Now = Instant.FromUtc(2024, 1, 8, 13, 0);
    private static readonly Conference Conference = new Given().Conference;

    [Fact]
    public void Accepting_gives_the_role_and_uses_the_invitation_up()
    {
        var (invitation, account) = (Invited(days: 14), AccountId.New());

        var (membership, refusal) = invitation.Accept(account, null, Now);

        refusal.ShouldBeNull();
        (membership!.ConferenceId, membership.AccountId, membership.Role, membership.Since).ShouldBe((Conference.Id, account, ConferenceRole.Editor, Now));
        invitation.Accept(AccountId.New(), null, Now).Refusal!.Code.ShouldBe("invitation-spent");
        (invitation.UsedAt, invitation.Version).ShouldBe((Now, 2));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    [InlineData(25, false)]
    public void It_is_open_until_its_last_moment(int hours, bool open) =>
        (Invited(days: 1).Accept(AccountId.New(), null, Now + Duration.FromHours(hours)).Refusal is null).ShouldBe(open);

    [Fact]
    public void A_member_keeps_the_role_that_they_have()
    {
        var (invitation, account) = (Invited(days: 1), AccountId.New());
        var present = new Membership(Conference.Id, account, ConferenceRole.Owner, null, Now);

        invitation.Accept(account, present, Now).Refusal!.Code.ShouldBe("member-already");

        invitation.IsOpen(Now).ShouldBeTrue();
        present.Role.ShouldBe(ConferenceRole.Owner);
    }

    [Fact]
    public void A_chair_is_somebody_of_the_programme()
    {
        var person = new Person(Conference, new PersonFacts("Maja", "Łódzka"));

        Membership.WhyNot(Conference, ConferenceRole.Chair, null)!.Code.ShouldBe("chair-needs-person");
        Membership.WhyNot(Conference, ConferenceRole.Chair, person).ShouldBeNull();
        Membership.WhyNot(Conference, ConferenceRole.Editor, null).ShouldBeNull();
        Should.Throw<ArgumentException>(() => Membership.WhyNot(new Given().Conference, ConferenceRole.Chair, person));
    }

    [Fact]
    public void A_token_ends_at_its_last_moment()
    {
        var token = new ApiToken(AccountId.New(), "Screen", null, TokenAccess.Read, [1], Now, days: 2);

        token.IsExpired(Now + Duration.FromDays(2) - Duration.Epsilon).ShouldBeFalse();
        token.IsExpired(Now + Duration.FromDays(2)).ShouldBeTrue();
    }

    private static Invitation Invited(int days) => new(Conference, "a@example.org", ConferenceRole.Editor, null, [1], "Ada", Now, days);
}
