using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Web.Accounts;

/// <summary>One account, as administrators see it.</summary>
internal static class AdministeredAccount
{
    /// <summary>Below <see cref="Administration.Path"/>.</summary>
    public const string Path = "/accounts/{id:guid}";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet(Path, HandleAsync);

    public static string Of(AccountId id) => $"{Administration.Path}/accounts/{id.Value}";

    public static Task<Account?> FindAsync(AgendaDbContext db, Guid id, CancellationToken cancellation)
    {
        var wanted = new AccountId(id);
        return db.Accounts.SingleOrDefaultAsync(a => a.Id == wanted, cancellation);
    }

    private static Task<IResult> HandleAsync(Guid id, HttpContext http, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation) => ShowAsync(id, http, db, clock, null, cancellation);

    /// <summary>The page; with a form when it is shown again.</summary>
    public static async Task<IResult> ShowAsync(Guid id, HttpContext http, AgendaDbContext db, TimeProvider clock, PostedForm? posted, CancellationToken cancellation)
    {
        var wanted = new AccountId(id);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == wanted, cancellation) is not { } account)
            return Missing.Page(http);

        var roles = await db.Memberships.Where(m => m.AccountId == wanted).Join(db.Conferences, m => m.ConferenceId, c => c.Id, (m, c) => new { c.Slug, c.Name, m.Role })
            .OrderBy(r => r.Name).ThenBy(r => r.Slug).ToListAsync(cancellation);
        return Pages.Show<AdministeredAccountPage>(
            http,
            new()
            {
                [nameof(AdministeredAccountPage.Account)] = account,
                [nameof(AdministeredAccountPage.Roles)] = roles.Select(r => new RoleIn(r.Slug, r.Name, r.Role)).ToList(),
                [nameof(AdministeredAccountPage.Now)] = clock.Now(),
            },
            posted);
    }
}
