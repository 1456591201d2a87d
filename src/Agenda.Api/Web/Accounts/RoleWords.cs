using Agenda.Domain.Access;

namespace Agenda.Api.Web.Accounts;

/// <summary>Roles in the words of the pages.</summary>
internal static class RoleWords
{
    /// <summary>The most common ones to give first.</summary>
    public static IReadOnlyList<ConferenceRole> InOrder { get; } = [ConferenceRole.Editor, ConferenceRole.Organiser, ConferenceRole.Owner, ConferenceRole.Chair, ConferenceRole.Reader];

    public static string Name(ConferenceRole role) => role.ToString();

    public static string Explanation(ConferenceRole role) => role switch
    {
        ConferenceRole.Owner => "may do everything, and says who else may",
        ConferenceRole.Organiser => "edits and publishes the programme",
        ConferenceRole.Editor => "edits the programme and publishes nothing",
        ConferenceRole.Chair => "looks after the sessions that they chair",
        ConferenceRole.Reader => "reads the programme with its drafts",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
