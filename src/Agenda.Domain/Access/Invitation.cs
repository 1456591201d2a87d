using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using NodaTime;

namespace Agenda.Domain.Access;

/// <summary>An offer of a role in a conference, to whoever has its link: once, and until it expires.</summary>
public sealed class Invitation
{
    /// <summary>How many days an invitation lasts at the most, and unless said otherwise.</summary>
    public const int LongestDays = 90, UsualDays = 14;

    private Invitation()
    {
    }

    public Invitation(Conference conference, string email, ConferenceRole role, PersonId? person, byte[] hash, string invitedBy, Instant now, int days)
    {
        Id = InvitationId.New();
        ConferenceId = conference.Id;
        (Email, Role, PersonId, Hash, InvitedBy, CreatedAt) = (email, role, person, hash, invitedBy, now);
        ExpiresAt = now + Duration.FromDays(days);
    }

    public InvitationId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>To whom it was sent; a new account gets this address.</summary>
    public string Email { get; private set; } = "";

    public ConferenceRole Role { get; private set; }

    /// <summary>Who the invited is in the programme; never null for a chair.</summary>
    public PersonId? PersonId { get; private set; }

    /// <summary>The SHA-256 of the secret in the link.</summary>
    public byte[] Hash { get; private set; } = [];

    public string InvitedBy { get; private set; } = "";

    public Instant CreatedAt { get; private set; }

    public Instant ExpiresAt { get; private set; }

    public Instant? UsedAt { get; private set; }

    /// <summary>Rises when it is used: two who use it at once meet in the database, and one of them wins.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen(Instant now) => UsedAt is null && now < ExpiresAt;

    /// <summary>Makes it an offer to be another person, who turned out to be the same.</summary>
    public void Revise(Person person)
    {
        PersonId = person.Id;
        Version++;
    }

    /// <summary>Turns the offer into a role of the account; afterwards the invitation is spent.</summary>
    public (Membership? Membership, Refusal? Refusal) Accept(AccountId account, Membership? present, Instant now)
    {
        if (!IsOpen(now))
            return (null, AccessRefusals.InvitationSpent());
        if (present is not null)
            return (null, AccessRefusals.MemberAlready());

        UsedAt = now;
        Version++;
        return (new Membership(ConferenceId, account, Role, PersonId, now), null);
    }
}
