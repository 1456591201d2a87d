using Agenda.Api.Web;
using Agenda.Api.Web.Accounts;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure.Accounts;

namespace Agenda.Api.Mail;

/// <summary>What the service writes to people: in the language of whoever has it written, who is often the one that reads it.</summary>
internal static class Letters
{
    public static Letter Invitation(Invitation invitation, Conference conference, string link) => new(
        invitation.Email,
        Phrases.Fill(AccountWords.LetterInvitation, conference.Name),
        $"""
        {Phrases.Fill(AccountWords.LetterInvites, invitation.InvitedBy, conference.Name, RoleWords.InLetter(invitation.Role))}

        {Phrases.Fill(AccountWords.LetterToAccept, $"{invitation.ExpiresAt:uuuu-MM-dd HH:mm}")}

        {link}

        {AccountWords.LetterIfUnknown}
        """);

    public static Letter Password(Account account, string link) => new(
        account.Email!,
        AccountWords.ChooseAPassword,
        $"""
        {Phrases.Fill(AccountWords.LetterToChoose, account.Name)}

        {link}

        {AccountWords.LetterIfUnasked}
        """);
}
