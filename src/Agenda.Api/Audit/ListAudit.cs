using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Audit;

/// <summary>Who changed what in a conference, newest first.</summary>
internal static class ListAudit
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/audit", HandleAsync)
        .WithSummary("List who changed what")
        .WithDescription("Every write leaves an entry for each thing that it added, changed or removed. Newest first.");

    private static async Task<Results<Ok<PageOf<AuditEntryResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, [AsParameters] AuditQuery query, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await AuditEntryResponse.PageAsync(query.Of(conference.Id, db.Audit), page, cancellation));
}
