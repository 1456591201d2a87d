namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>The rules that a programme can break. Each says what it means; how much it matters is the conference's <see cref="ConflictPolicy"/>.</summary>
public enum ConflictRule
{
    /// <summary>Two sessions are in one room, or in a combined room and one of its parts, at the same time. Parallel sessions share rooms, and a break takes none.</summary>
    RoomDoubleBooked,

    /// <summary>Somebody has a role in two sessions at the same time; which roles decides how bad it is. Two plenary sessions are one in several rooms.</summary>
    PersonDoubleBooked,

    /// <summary>A chair, discussant or presenter has said that they cannot be there.</summary>
    PersonUnavailable,

    /// <summary>A session is not, or not all of it, on the days of the conference.</summary>
    OutsideConference,

    /// <summary>The room is not open for all of the session.</summary>
    RoomClosed,

    /// <summary>The room has fewer seats than the session needs.</summary>
    RoomTooSmall,

    /// <summary>A confirmed session has a slot but no room. A break needs none.</summary>
    NoRoom,

    /// <summary>A confirmed session has no slot.</summary>
    NoSlot,

    /// <summary>A confirmed session has no chair and its type wants one.</summary>
    NoChair,

    /// <summary>The zone of the conference skips the start, or has it twice and it is not said which.</summary>
    TimeUnresolved,

    /// <summary>The contributions of a session take longer than the session.</summary>
    ContributionsTooLong,

    /// <summary>Less time lies between two sessions in a room than it takes to change over.</summary>
    ChangeOverTooShort,

    /// <summary>Somebody has less time to get from one building to another than it takes to walk.</summary>
    WalkTooShort,

    /// <summary>Two sessions that must not run at the same time do.</summary>
    NotTogether,

    /// <summary>A session that must follow another one begins before that has ended.</summary>
    MustFollow,

    /// <summary>By the zone rules in use now, a published session starts at another moment than when it was published.</summary>
    ZoneRulesChanged,
}

/// <summary>How much a conflict matters.</summary>
public enum Severity
{
    /// <summary>The rule is not looked at.</summary>
    Off,

    Information,

    Warning,

    /// <summary>Nothing is published while it stands, unless it is acknowledged.</summary>
    Error,
}

/// <summary>What somebody does in a session; a presenter is an author who presents.</summary>
public enum ProgrammeRole
{
    Chair,
    Discussant,
    Presenter,
    Author,
}

/// <summary>All that somebody does in one session.</summary>
[Flags]
public enum ProgrammeRoles
{
    None = 0,
    Chair = 1,
    Discussant = 2,
    Presenter = 4,
    Author = 8,

    /// <summary>Those who must be there: an author who does not present need not.</summary>
    Present = Chair | Discussant | Presenter,
}
