using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Lets a disabled account sign in again.</summary>
internal static class EnableAccount
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AdministeredAccount.Path + "/enable", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await AdministeredAccount.FindAsync(db, id, cancellation) is not { } account)
            return Missing.Page(http);

        account.Disabled = false;
        AccountEdits.Note(account);
        await db.SaveChangesAsync(cancellation);
        return new SeeOther($"{AdministeredAccount.Of(account.Id)}?{Done.Parameter}=enabled");
    }
}
