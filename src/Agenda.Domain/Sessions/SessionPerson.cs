namespace Agenda.Domain.Sessions;

public enum SessionRole
{
    Chair = 0,
    Discussant = 1,
}

/// <summary>Somebody's role in a session.</summary>
public sealed class SessionPerson(SessionId sessionId, PersonId personId, SessionRole role, int position)
{
    public SessionId SessionId { get; private set; } = sessionId;

    public PersonId PersonId { get; private set; } = personId;

    public SessionRole Role { get; private set; } = role;

    /// <summary>From 0, in the order in which the people of this role are named.</summary>
    public int Position { get; internal set; } = position;
}
