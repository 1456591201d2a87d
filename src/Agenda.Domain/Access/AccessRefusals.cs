namespace Agenda.Domain.Access;

/// <summary>Everything that giving and taking access can be refused for.</summary>
public static class AccessRefusals
{
    public static Refusal ChairWithoutPerson() => new("chair-needs-person", "A chair is somebody of the programme: say which person.");

    public static Refusal UnknownPerson(Guid id) => new("unknown-person", $"The conference has no person {id}.");

    public static Refusal UnknownAccount(Guid id) => new("unknown-account", $"There is no account {id}.");

    public static Refusal InvitationSpent() => new("invitation-spent", "The invitation was used, withdrawn or has expired.");

    public static Refusal MemberAlready() => new("member-already", "This account has a role in the conference already.");

    public static Refusal LastOwner() => new("last-owner", "The conference would be left without an owner. Name another one first.");

    public static Refusal LastAdministrator() => new("last-administrator", "The installation would be left without an administrator. Name another one first.");

    public static Refusal EmailTaken() => new("email-taken", "There is already an account with this e-mail address.");

    public static Refusal TooManyTokens() => new("too-many-tokens", $"An account has {ApiToken.Most} tokens at the most. Revoke one first.");

    public static Refusal UnknownConference(string slug) => new("no-role", $"You have no role in a conference \"{slug}\".");
}
