namespace Agenda.Api.Web.Accounts;

/// <summary>What pages say after a form was taken. The address names the sentence, so that nobody can put words into a page's mouth.</summary>
internal static class Done
{
    public const string Parameter = "done";

    private static readonly Dictionary<string, Func<string>> Sentences = new(StringComparer.Ordinal)
    {
        ["signed-out"] = () => AccountWords.DoneSignedOut,
        ["signed-out-everywhere"] = () => AccountWords.DoneSignedOutEverywhere,
        ["password-chosen"] = () => AccountWords.DonePasswordChosen,
        ["name"] = () => AccountWords.DoneName,
        ["password"] = () => AccountWords.DonePassword,
        ["second-factor-off"] = () => AccountWords.DoneSecondFactorOff,
        ["token-revoked"] = () => AccountWords.DoneTokenRevoked,
        ["browser-signed-out"] = () => AccountWords.DoneBrowserSignedOut,
        ["joined"] = () => AccountWords.DoneJoined,
        ["invited"] = () => AccountWords.DoneInvited,
        ["withdrawn"] = () => AccountWords.DoneWithdrawn,
        ["member"] = () => AccountWords.DoneMember,
        ["member-removed"] = () => AccountWords.DoneMemberRemoved,
        ["letter-sent"] = () => AccountWords.DoneLetterSent,
        ["second-factor-removed"] = () => AccountWords.DoneSecondFactorRemoved,
        ["disabled"] = () => AccountWords.DoneAccountDisabled,
        ["enabled"] = () => AccountWords.DoneAccountEnabled,
        ["administrator"] = () => AccountWords.DoneAdministrator,
        ["no-administrator"] = () => AccountWords.DoneNoAdministrator,
    };

    public static string? Sentence(string? said) => said is null ? null : Sentences.GetValueOrDefault(said)?.Invoke();
}
