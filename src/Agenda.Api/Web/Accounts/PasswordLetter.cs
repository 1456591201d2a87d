using Agenda.Api.Mail;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Audit;

namespace Agenda.Api.Web.Accounts;

/// <summary>Gets a link for choosing a password to the owner of an account: by mail, or by the administrator, who is shown it.</summary>
internal sealed class PasswordLetter(AgendaDbContext db, PasswordLinks links, Mailing mailing)
{
    /// <summary>What the trace tells of a link: that there is one.</summary>
    public static AuditNote NoteOf(Account account) =>
        new(AuditKinds.Account, AuditAct.Changed) { Subject = account.Id.Value, Label = account.Name, Changes = [new("passwordLink", null, "(secret)")] };

    public async Task<IResult> SendAsync(HttpContext http, Account account, string next, CancellationToken cancellation)
    {
        var link = await links.MakeAsync(account.Id, cancellation);
        db.Note(NoteOf(account));
        account.ResetRequestedAt = null;
        Stamps.NoteEdit(account);
        await db.SaveChangesAsync(cancellation);
        return await mailing.TrySendAsync(Letters.Password(account, link), cancellation)
            ? new SeeOther($"{next}?{Done.Parameter}=letter-sent")
            : ShownSecret.Page(
                http, next, Phrases.Fill(AccountWords.LinkFor, account.Name), link, Phrases.Fill(AccountWords.PassItOn, account.Name, account.Email), AccountWords.LinkLasts);
    }
}
