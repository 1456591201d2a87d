using Agenda.Domain.Conferences;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Scheduling;

/// <summary>An edit that its author can take back: which sessions it touched, and how they were before.</summary>
public sealed class ProgrammeEdit
{
    private readonly List<EditedSession> sessions = [];

    private ProgrammeEdit()
    {
    }

    public ProgrammeEdit(Conference conference, string author, string operation, Instant at)
    {
        Id = ProgrammeEditId.New();
        ConferenceId = conference.Id;
        Author = author;
        Operation = operation;
        At = at;
    }

    public ProgrammeEditId Id { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    /// <summary>Whose edit it is, in a form that names the account or key and is shown to nobody.</summary>
    public string Author { get; private set; } = "";

    /// <summary>The operation of the contract, such as <c>moveSessions</c>.</summary>
    public string Operation { get; private set; } = "";

    public Instant At { get; private set; }

    /// <summary>When it was taken back; null for one that stands.</summary>
    public Instant? UndoneAt { get; private set; }

    public IReadOnlyList<EditedSession> Sessions => sessions;

    /// <summary>Whether it changed nothing but where and when sessions are.</summary>
    public bool IsOfPlacements => sessions.TrueForAll(s => s is { Content: null, IsAdded: false });

    /// <summary>Notes how a session is, before it is edited; afterwards <see cref="EditedSession.Done"/> belongs to it.</summary>
    public EditedSession Take(Session session)
    {
        var edited = new EditedSession(Id, session);
        sessions.Add(edited);
        return edited;
    }

    public void Undo(Instant at) => UndoneAt = at;
}

/// <summary>How a session was before an edit, and its versions around it.</summary>
public sealed class EditedSession
{
    private EditedSession()
    {
    }

    internal EditedSession(ProgrammeEditId edit, Session session)
    {
        EditId = edit;
        SessionId = session.Id;
        VersionBefore = VersionAfter = session.Version;
        RoomId = session.RoomId;
        LocalStart = session.LocalStart;
        Minutes = session.Minutes;
        StartOffset = session.StartOffset;
    }

    public ProgrammeEditId EditId { get; private set; }

    public SessionId SessionId { get; private set; }

    /// <summary>0 for a session that the edit added.</summary>
    public int VersionBefore { get; private set; }

    /// <summary>What the version of the session is as long as nothing touched it since.</summary>
    public int VersionAfter { get; private set; }

    public RoomId? RoomId { get; private set; }

    public LocalDateTime? LocalStart { get; private set; }

    public int? Minutes { get; private set; }

    public Offset? StartOffset { get; private set; }

    /// <summary>All else that the session was, as JSON, where the edit changed more than its placement.</summary>
    public string? Content { get; private set; }

    /// <summary>Where the session was before.</summary>
    public Placement? Before => LocalStart is { } start && Minutes is { } minutes ? new Placement(RoomId, new TimeSlot(start, minutes, StartOffset)) : null;

    public bool IsAdded => VersionBefore == 0;

    /// <summary>The edit is done: this is the session now.</summary>
    public void Done(Session session) => VersionAfter = session.Version;

    /// <summary>Keeps all that the session was.</summary>
    public void Keep(string content) => Content = content;

    /// <summary>The edit adds the session.</summary>
    public void Add() => VersionBefore = 0;

    /// <summary>A later edit was taken back, so that the session is again as this one left it, in another version.</summary>
    public void Follow(Session session) => VersionAfter = session.Version;
}
