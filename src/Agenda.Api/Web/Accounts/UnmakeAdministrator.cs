using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>Lets an account administer the installation no more.</summary>
internal static class UnmakeAdministrator
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AdministeredAccount.Path + "/unmake-administrator", HandleAsync);

    private static Task<IResult> HandleAsync(Guid id, PostedForm form, HttpContext http, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation) =>
        AccountEdits.KeepingAnAdministratorAsync(
            id, form, http, db, clock, "no-administrator",
            (account, _) =>
            {
                account.Administrator = false;
                return Task.CompletedTask;
            },
            cancellation);
}
