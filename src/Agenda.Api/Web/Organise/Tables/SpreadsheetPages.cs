using Agenda.Api.Http;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The tables that go to a spreadsheet and come back; both is done by the API.</summary>
internal static class SpreadsheetPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/spreadsheets", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        OrganisePages.Show<SpreadsheetsPage>(new() { [nameof(SpreadsheetsPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation) });
}
