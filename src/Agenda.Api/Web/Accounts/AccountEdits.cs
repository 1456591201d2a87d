using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>What edits by administrators have in common.</summary>
internal static class AccountEdits
{
    public static void Note(Account account)
    {
        account.Version++;
        Stamps.NoteEdit(account);
    }

    /// <summary>An edit after which there must still be an administrator who can sign in.</summary>
    public static async Task<IResult> KeepingAnAdministratorAsync(
        Guid id, PostedForm form, HttpContext http, AgendaDbContext db, TimeProvider clock, string done, Func<Account, CancellationToken, Task> edit, CancellationToken cancellation)
    {
        var isSaved = await AllOrNothing.RunAsync(
            db,
            async stop =>
            {
                if (await AdministeredAccount.FindAsync(db, id, stop) is not { } account)
                    return false;

                Note(account);
                await edit(account, stop);
                await db.SaveChangesAsync(stop);
                return await db.Accounts.AnyAsync(a => a.Administrator && !a.Disabled && a.PasswordHash != null, stop);
            },
            cancellation);
        if (isSaved)
            return new SeeOther($"{AdministeredAccount.Of(new(id))}?{Done.Parameter}={done}");

        form.Wrong(AccessRefusals.LastAdministrator());
        return await AdministeredAccount.ShowAsync(id, http, db, clock, form, cancellation);
    }
}
