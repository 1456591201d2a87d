using Agenda.Api.Http;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Organise;

/// <summary>The form for a schedule file of another system; what becomes of it is told by the API.</summary>
internal static class ImportPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/import", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        OrganisePages.Show<ImportPage>(new() { [nameof(ImportPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation) });
}
