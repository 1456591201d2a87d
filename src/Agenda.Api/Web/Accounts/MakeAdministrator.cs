using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Lets an account administer the installation.</summary>
internal static class MakeAdministrator
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AdministeredAccount.Path + "/make-administrator", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await AdministeredAccount.FindAsync(db, id, cancellation) is not { } account)
            return Missing.Page(http);

        account.Administrator = true;
        AccountEdits.Note(account);
        await db.SaveChangesAsync(cancellation);
        return new SeeOther($"{AdministeredAccount.Of(account.Id)}?{Done.Parameter}=administrator");
    }
}
