namespace Agenda.Domain;

/// <summary>Identifies a conference.</summary>
public readonly record struct ConferenceId(Guid Value)
{
    public static ConferenceId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a building of a conference.</summary>
public readonly record struct BuildingId(Guid Value)
{
    public static BuildingId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a room of a conference.</summary>
public readonly record struct RoomId(Guid Value)
{
    public static RoomId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a track of a conference.</summary>
public readonly record struct TrackId(Guid Value)
{
    public static TrackId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a session type of a conference.</summary>
public readonly record struct SessionTypeId(Guid Value)
{
    public static SessionTypeId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a person within a conference.</summary>
public readonly record struct PersonId(Guid Value)
{
    public static PersonId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a session; also the left part of its UID in every calendar, so it never changes.</summary>
public readonly record struct SessionId(Guid Value)
{
    public static SessionId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a contribution of a session.</summary>
public readonly record struct ContributionId(Guid Value)
{
    public static ContributionId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a rule between two named sessions.</summary>
public readonly record struct SessionConstraintId(Guid Value)
{
    public static SessionConstraintId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an acknowledgement of a conflict.</summary>
public readonly record struct AcknowledgementId(Guid Value)
{
    public static AcknowledgementId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an edit that its author can take back; later ones are greater.</summary>
public readonly record struct ProgrammeEditId(Guid Value)
{
    public static ProgrammeEditId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an account of the installation.</summary>
public readonly record struct AccountId(Guid Value)
{
    public static AccountId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an invitation to a conference.</summary>
public readonly record struct InvitationId(Guid Value)
{
    public static InvitationId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a personal API token.</summary>
public readonly record struct ApiTokenId(Guid Value)
{
    public static ApiTokenId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies an attendee's own agenda; never shown to anybody else.</summary>
public readonly record struct MyAgendaId(Guid Value)
{
    public static MyAgendaId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a file that belongs to a session or to one of its contributions.</summary>
public readonly record struct SessionFileId(Guid Value)
{
    public static SessionFileId New() => new(Guid.CreateVersion7());
}

/// <summary>Identifies a link that belongs to a session or to one of its contributions, and to no release.</summary>
public readonly record struct SessionLinkId(Guid Value)
{
    public static SessionLinkId New() => new(Guid.CreateVersion7());
}
