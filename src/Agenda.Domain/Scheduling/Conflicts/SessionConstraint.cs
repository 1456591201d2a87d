using Agenda.Domain.Conferences;
using Agenda.Domain.Privacy;
using Agenda.Domain.Sessions;

namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>A rule between two named sessions. Whoever wants another one removes it and makes that.</summary>
public sealed class SessionConstraint
{
    private SessionConstraint()
    {
    }

    public SessionConstraint(Conference conference, SessionConstraintKind kind, Session first, Session second, string? note)
    {
        Id = SessionConstraintId.New();
        ConferenceId = conference.Id;
        Kind = kind;
        First = first.Id;
        Second = second.Id;
        Note = note;
    }

    public SessionConstraintId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    public SessionConstraintKind Kind { get; private set; }

    public SessionId First { get; private set; }

    public SessionId Second { get; private set; }

    /// <summary>Why, for those who prepare the programme.</summary>
    public string? Note { get; private set; }

    /// <summary>Takes somebody who is erased out of what is said here.</summary>
    public void Reword(Erasure erasure) => Note = erasure.Text(Note, own: false, Limits.Note);
}

public enum SessionConstraintKind
{
    /// <summary>The two must not run at the same time.</summary>
    NotTogether = 0,

    /// <summary>The second must not begin before the first has ended.</summary>
    Follows = 1,
}
