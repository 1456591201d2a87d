using Agenda.Infrastructure.Audit;

namespace Agenda.Api.Web.Organise;

/// <summary>What somebody did, in a few words: "session MC-C changed".</summary>
internal static class EditWords
{
    public static string Of(AuditEntry entry)
    {
        var what = entry.Label is { } label ? $"{KindOf(entry.Kind)} {label}" : KindOf(entry.Kind);
        return entry.Act switch
        {
            "added" => Phrases.Fill(OrganiseWords.EditAdded, what),
            "changed" => Phrases.Fill(OrganiseWords.EditChanged, what),
            "removed" => Phrases.Fill(OrganiseWords.EditRemoved, what),
            _ => what,
        };
    }

    /// <summary>The kinds of things that the trace of a conference tells of.</summary>
    public static IReadOnlyList<Choice> Kinds => [.. new[]
    {
        AuditKinds.Session, AuditKinds.Person, AuditKinds.Room, AuditKinds.Building, AuditKinds.SessionType, AuditKinds.Track, AuditKinds.SessionFile, AuditKinds.SessionLink,
        AuditKinds.Release, AuditKinds.Acknowledgement, AuditKinds.ConflictPolicy, AuditKinds.SessionConstraint, AuditKinds.Membership, AuditKinds.Invitation, AuditKinds.Conference,
    }.Select(kind => new Choice(kind, KindOf(kind)))];

    /// <summary>How somebody proved who they are.</summary>
    public static string Via(string via) => via switch
    {
        "sign-in" => OrganiseWords.ViaSignIn,
        "bootstrap key" => OrganiseWords.ViaBootstrapKey,
        "command line" => OrganiseWords.ViaCommandLine,
        "service" => OrganiseWords.ViaService,
        _ => via,
    };

    private static string KindOf(string kind) => kind switch
    {
        AuditKinds.Conference => OrganiseWords.KindConference,
        AuditKinds.Building => OrganiseWords.Building,
        AuditKinds.Room => OrganiseWords.KindRoom,
        AuditKinds.Track => OrganiseWords.KindTrack,
        AuditKinds.SessionType => OrganiseWords.KindType,
        AuditKinds.Person => OrganiseWords.KindPerson,
        AuditKinds.Session => OrganiseWords.KindSession,
        AuditKinds.SessionFile => OrganiseWords.KindFile,
        AuditKinds.SessionLink => OrganiseWords.KindLink,
        AuditKinds.ConflictPolicy => OrganiseWords.CopyPolicy,
        AuditKinds.SessionConstraint => OrganiseWords.KindConstraint,
        AuditKinds.Acknowledgement => OrganiseWords.KindAcknowledgement,
        AuditKinds.Release => OrganiseWords.KindRelease,
        AuditKinds.Membership => OrganiseWords.KindMembership,
        AuditKinds.Invitation => OrganiseWords.KindInvitation,
        _ => kind,
    };
}
