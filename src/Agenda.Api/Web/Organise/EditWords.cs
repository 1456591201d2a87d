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

    // Kinds that people seldom meet are called as the API calls them.
    private static string KindOf(string kind) => kind switch
    {
        AuditKinds.Conference => OrganiseWords.KindConference,
        AuditKinds.Session => OrganiseWords.KindSession,
        AuditKinds.Room => OrganiseWords.KindRoom,
        AuditKinds.Person => OrganiseWords.KindPerson,
        AuditKinds.Track => OrganiseWords.KindTrack,
        AuditKinds.SessionType => OrganiseWords.KindType,
        AuditKinds.Release => OrganiseWords.KindRelease,
        _ => kind,
    };
}
