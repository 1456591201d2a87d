using Agenda.Infrastructure;

namespace Agenda.Api.Web.Accounts;

/// <summary>A link by which the owner of an account chooses a new password.</summary>
internal static class MakePasswordLink
{
    public static void Map(RouteGroupBuilder pages) => pages.MapPost(AdministeredAccount.Path + "/password-link", HandleAsync);

    private static async Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, PasswordLetter letter, CancellationToken cancellation) =>
        await AdministeredAccount.FindAsync(db, id, cancellation) is { } account
            ? await letter.SendAsync(http, account, AdministeredAccount.Of(account.Id), cancellation)
            : Missing.Page(http);
}
