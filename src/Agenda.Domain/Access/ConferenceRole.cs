namespace Agenda.Domain.Access;

/// <summary>What somebody is in one conference.</summary>
public enum ConferenceRole
{
    /// <summary>Sees the programme with its drafts and changes nothing.</summary>
    Reader = 0,

    /// <summary>Looks after the sessions that they chair, and sees no others.</summary>
    Chair = 1,

    /// <summary>Edits everything and publishes nothing.</summary>
    Editor = 2,

    /// <summary>Edits and publishes.</summary>
    Organiser = 3,

    /// <summary>May do everything, and says who else may.</summary>
    Owner = 4,
}

/// <summary>What an operation on a conference asks of whoever calls it.</summary>
public enum Right
{
    /// <summary>To see what is entered: for a chair, the sessions that they chair and who is in them.</summary>
    See,

    /// <summary>To change the abstract, the notes and the contributions' order and minutes of a session: for a chair, of those that they chair.</summary>
    Chair,

    /// <summary>To change anything that is entered.</summary>
    Edit,

    /// <summary>To publish, to see who changed what, and to answer people who ask what is kept of them or want it erased.</summary>
    Publish,

    /// <summary>To say who may do what, and to remove the conference.</summary>
    Own,
}

/// <summary>Which role has which rights.</summary>
public static class Rights
{
    public static bool Has(this ConferenceRole role, Right right) => right switch
    {
        Right.See => true,
        Right.Chair => role >= ConferenceRole.Chair,
        Right.Edit => role >= ConferenceRole.Editor,
        Right.Publish => role >= ConferenceRole.Organiser,
        Right.Own => role >= ConferenceRole.Owner,
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };

    /// <summary>Whether the role sees what is meant for those who prepare the conference: e-mail addresses and, but for chairs in their own sessions, notes.</summary>
    public static bool SeesPrivate(this ConferenceRole role) => role.Has(Right.Edit);
}
