using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using NodaTime;

namespace Agenda.Domain.Access;

/// <summary>That an account has a role in a conference: one at the most.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Membership(ConferenceId conference, AccountId account, ConferenceRole role, PersonId? person, Instant since)
    {
        (ConferenceId, AccountId, Since) = (conference, account, since);
        Set(role, person);
    }

    public ConferenceId ConferenceId { get; private set; }

    public AccountId AccountId { get; private set; }

    public ConferenceRole Role { get; private set; }

    /// <summary>Who the account is in the programme; a chair's sessions are those that this person chairs.</summary>
    public PersonId? PersonId { get; private set; }

    public Instant Since { get; private set; }

    /// <summary>Rises with every edit; the entity tag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Gives the member another role.</summary>
    public void Revise(ConferenceRole role, PersonId? person)
    {
        Set(role, person);
        Version++;
    }

    private void Set(ConferenceRole role, PersonId? person) => (Role, PersonId) = (role, person);

    /// <summary>Why there cannot be such a membership; null when there can.</summary>
    public static Refusal? WhyNot(Conference conference, ConferenceRole role, Person? person) => (role, person) switch
    {
        (ConferenceRole.Chair, null) => AccessRefusals.ChairWithoutPerson(),
        (_, { IsErased: true }) => PeopleRefusals.Erased(),
        (_, { } said) when said.ConferenceId != conference.Id => throw new ArgumentException("The person belongs to another conference.", nameof(person)),
        _ => null,
    };
}
