namespace Agenda.Api.Web.Accounts;

/// <summary>What pages say after a form was taken. The address names the sentence, so that nobody can put words into a page's mouth.</summary>
internal static class Done
{
    public const string Parameter = "done";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["signed-out"] = "You are signed out.",
        ["signed-out-everywhere"] = "You are signed out in every browser.",
        ["password-chosen"] = "The password is set. Sign in with it.",
        ["name"] = "Your name is saved.",
        ["password"] = "Your password is changed. Every other browser is signed out.",
        ["second-factor-off"] = "The second factor is turned off. Every other browser is signed out.",
        ["token-revoked"] = "The token is revoked.",
        ["browser-signed-out"] = "That browser is signed out.",
        ["joined"] = "You have joined the conference.",
        ["invited"] = "The invitation is on its way.",
        ["withdrawn"] = "The invitation is withdrawn.",
        ["member"] = "The role is saved.",
        ["member-removed"] = "The member is removed.",
        ["letter-sent"] = "The link is on its way by e-mail.",
        ["second-factor-removed"] = "The second factor is taken off, and the account is signed out everywhere.",
        ["disabled"] = "The account is disabled, and signed out everywhere.",
        ["enabled"] = "The account is enabled.",
        ["administrator"] = "The account administers the installation now.",
        ["no-administrator"] = "The account does not administer the installation any more.",
    };

    public static string? Sentence(string? said) => said is null ? null : Sentences.GetValueOrDefault(said);
}
