namespace Agenda.Domain.People;

/// <summary>Everything that editing people can be refused for.</summary>
public static class PeopleRefusals
{
    public static Refusal InUse(string name, int sessions) =>
        new("in-use", $"{name} has a role in {sessions} {(sessions == 1 ? "session" : "sessions")}.");

    public static Refusal Erased() => new("person-erased", "This person was erased. A placeholder stands where the name was, and nothing can be entered for it.");

    public static Refusal Unknown(Guid id) => new("unknown-person", $"The conference has no person {id}.");

    public static Refusal SamePerson() => new("same-person", "This is one person already: say another one who is the same.");

    public static Refusal TooManyTogether(string what, int most) => new("too-many-together", $"Together they have more than {most} {what}. Leave out those of the other, or remove some first.");

    public static Refusal HasAccess(string name) => new("in-use", $"{name} is a member of the conference, or invited to be one.");
}
