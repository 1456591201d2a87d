using Agenda.Domain.Access;

namespace Agenda.Api.Web.Accounts;

/// <summary>What somebody is refused, in the reader's language. The rules say it in English, as programs get it; its code is what pages know it by.</summary>
internal static class AccountRefusalWords
{
    private static readonly Dictionary<string, Func<string>> ByCode = new(StringComparer.Ordinal)
    {
        ["chair-needs-person"] = () => AccountWords.RefusedChairNeedsPerson,
        ["unknown-person"] = () => AccountWords.RefusedUnknownPerson,
        ["unknown-account"] = () => AccountWords.RefusedUnknownAccount,
        ["invitation-spent"] = () => AccountWords.RefusedInvitationSpent,
        ["member-already"] = () => AccountWords.RefusedMemberAlready,
        ["last-owner"] = () => AccountWords.RefusedLastOwner,
        ["last-administrator"] = () => AccountWords.RefusedLastAdministrator,
        ["email-taken"] = () => AccountWords.RefusedEmailTaken,
        ["too-many-tokens"] = () => Phrases.Fill(AccountWords.RefusedTooManyTokens, ApiToken.Most),
        ["token-reads-only"] = () => AccountWords.RefusedTokenReadsOnly,
        ["token-scope"] = () => AccountWords.RefusedTokenScope,
        ["account-needed"] = () => AccountWords.RefusedAccountNeeded,
        ["sign-in-needed"] = () => AccountWords.RefusedSignInNeeded,
        ["not-allowed"] = () => AccountWords.RefusedAdministratorsOnly,
    };

    // What pages tell in a place of its own, with what it is about.
    private static readonly string[] Elsewhere = [RefusedPage.Forged, RefusedPage.TooMany, "no-role"];

    /// <summary>The codes that pages have words for.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys.Concat(Elsewhere);

    /// <summary>The refusal in the reader's language; what the rule says where there are no words for it.</summary>
    public static string Of(string code, string reason) => ByCode.GetValueOrDefault(code)?.Invoke() ?? reason;

    /// <summary>The refusal of a role, or of having none, in a conference.</summary>
    public static string Of(string code, string reason, string slug, ConferenceRole? role) => (code, role) switch
    {
        ("not-allowed", { } present) => Phrases.Fill(AccountWords.RefusedRole, RoleWords.InSentence(present)),
        ("no-role", _) => Phrases.Fill(AccountWords.RefusedNoRole, slug),
        _ => Of(code, reason),
    };
}
