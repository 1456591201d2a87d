using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure.Accounts;

namespace Agenda.Api.Mail;

/// <summary>What the service writes to people.</summary>
internal static class Letters
{
    public static Letter Invitation(Invitation invitation, Conference conference, string link) => new(
        invitation.Email,
        $"Invitation to prepare {conference.Name}",
        $"""
        {invitation.InvitedBy} invites you to prepare the programme of {conference.Name} as {RoleName(invitation.Role)}.

        To accept, open this address until {invitation.ExpiresAt:uuuu-MM-dd HH:mm} UTC; it works once:

        {link}

        If you do not know what this is about, leave it alone: nothing happens.
        """);

    public static Letter Password(Account account, string link) => new(
        account.Email!,
        "Choose a password",
        $"""
        To choose a new password for your account ({account.Name}), open this address within a day; it works once:

        {link}

        If you did not ask for it, leave it alone: your password stays as it is.
        """);

    private static string RoleName(ConferenceRole role) => role is ConferenceRole.Organiser or ConferenceRole.Owner or ConferenceRole.Editor
        ? $"an {role}".ToLowerInvariant()
        : $"a {role}".ToLowerInvariant();
}
