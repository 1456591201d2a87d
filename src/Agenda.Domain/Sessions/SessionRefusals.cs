namespace Agenda.Domain.Sessions;

/// <summary>Everything that editing sessions can be refused for.</summary>
public static class SessionRefusals
{
    public static Refusal CodeTaken(string code) => new("code-taken", $"There is already a session \"{code}\".");

    public static Refusal UnknownType(string code) => new("unknown-type", $"The conference has no session type \"{code}\".");

    public static Refusal UnknownTrack(string slug) => new("unknown-track", $"The conference has no track \"{slug}\".");

    public static Refusal UnknownPeople(IEnumerable<Guid> ids) => new("unknown-person", $"The conference has no person {string.Join(", ", ids)}.");

    public static Refusal UnknownContribution(Guid id) => new("unknown-contribution", $"The session has no contribution {id}.");

    public static Refusal ContributionsDiffer() => new("contributions-differ", "Name each contribution of the session once, and no others.");
}
