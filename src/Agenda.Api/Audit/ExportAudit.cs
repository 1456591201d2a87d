using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Audit;

/// <summary>Who changed what in a conference, as a table.</summary>
internal static class ExportAudit
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/audit.csv", HandleAsync)
        .WithSummary("Export who changed what as CSV")
        .WithDescription(
            "All entries under the filters, newest first, as RFC 4180 in UTF-8 with a byte order mark: one line for each field that changed, and one for an entry without any. "
            + "What a spreadsheet could take for a formula has an apostrophe before it.")
        .Produces<string>(StatusCodes.Status200OK, CsvTable.MediaType);

    private static Results<PushStreamHttpResult, ProblemHttpResult> HandleAsync(
        [AsParameters] AuditQuery query, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var entries = query.Of(conference.Id, db.Audit);
        return CsvTable.Download($"audit-{conference.Slug}.csv", table => AuditCsv.WriteAsync(entries, table, cancellation));
    }
}
