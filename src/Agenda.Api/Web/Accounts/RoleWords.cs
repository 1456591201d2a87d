using Agenda.Domain.Access;

namespace Agenda.Api.Web.Accounts;

/// <summary>Roles in the words of the pages.</summary>
internal static class RoleWords
{
    /// <summary>The most common ones to give first.</summary>
    public static IReadOnlyList<ConferenceRole> InOrder { get; } = [ConferenceRole.Editor, ConferenceRole.Organiser, ConferenceRole.Owner, ConferenceRole.Chair, ConferenceRole.Reader];

    public static string Name(ConferenceRole role) => role switch
    {
        ConferenceRole.Owner => AccountWords.RoleOwner,
        ConferenceRole.Organiser => AccountWords.RoleOrganiser,
        ConferenceRole.Editor => AccountWords.RoleEditor,
        ConferenceRole.Chair => AccountWords.RoleChair,
        ConferenceRole.Reader => AccountWords.RoleReader,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>"editor", for "as …": not every language writes it as it does alone.</summary>
    public static string InSentence(ConferenceRole role) => role switch
    {
        ConferenceRole.Owner => AccountWords.RoleOwnerInSentence,
        ConferenceRole.Organiser => AccountWords.RoleOrganiserInSentence,
        ConferenceRole.Editor => AccountWords.RoleEditorInSentence,
        ConferenceRole.Chair => AccountWords.RoleChairInSentence,
        ConferenceRole.Reader => AccountWords.RoleReaderInSentence,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>"an editor".</summary>
    public static string InLetter(ConferenceRole role) => role switch
    {
        ConferenceRole.Owner => AccountWords.RoleOwnerInLetter,
        ConferenceRole.Organiser => AccountWords.RoleOrganiserInLetter,
        ConferenceRole.Editor => AccountWords.RoleEditorInLetter,
        ConferenceRole.Chair => AccountWords.RoleChairInLetter,
        ConferenceRole.Reader => AccountWords.RoleReaderInLetter,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>What somebody with the role does, beginning with a verb.</summary>
    public static string Explanation(ConferenceRole role) => role switch
    {
        ConferenceRole.Owner => AccountWords.RoleOwnerDoes,
        ConferenceRole.Organiser => AccountWords.RoleOrganiserDoes,
        ConferenceRole.Editor => AccountWords.RoleEditorDoes,
        ConferenceRole.Chair => AccountWords.RoleChairDoes,
        ConferenceRole.Reader => AccountWords.RoleReaderDoes,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
