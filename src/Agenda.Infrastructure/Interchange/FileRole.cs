namespace Agenda.Infrastructure.Interchange;

/// <summary>What somebody does in a session of a file.</summary>
internal enum FileRole
{
    /// <summary>Gives the session.</summary>
    Speaker,

    /// <summary>Had a part in it without presenting.</summary>
    Contributor,

    /// <summary>Leads through it.</summary>
    Chair,
}

internal static class FileRoles
{
    /// <summary>The role of an entry; without one, the people of a session are those who give it.</summary>
    public static FileRole Of(SaidPerson said, ImportNotes notes)
    {
        switch (said.Role.Text?.Trim().ToUpperInvariant())
        {
            case null or "" or "SPEAKER" or "PRESENTER" or "PERFORMER" or "ARTIST":
                return FileRole.Speaker;
            case "CONTRIBUTOR" or "AUTHOR" or "COAUTHOR" or "CO-AUTHOR" or "COORDINATOR" or "SUPPORTER":
                return FileRole.Contributor;
            case "MODERATOR" or "HOST" or "CHAIR" or "HERALD":
                return FileRole.Chair;
            default:
                notes.Mend(said.Role.Where, $"role \"{said.Role.Text}\"", "It is not known; taken as a contributor who does not present.");
                return FileRole.Contributor;
        }
    }
}
