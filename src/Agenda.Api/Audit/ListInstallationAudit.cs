using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Audit;

/// <summary>Who changed what anywhere: accounts and conferences that were removed included.</summary>
internal static class ListInstallationAudit
{
    public static void Map(RouteGroupBuilder administrators) => administrators.MapGet("/audit", HandleAsync)
        .WithSummary("List who changed what anywhere")
        .WithDescription("What was done in all conferences, to accounts, and in conferences that are gone. Newest first.");

    private static async Task<Results<Ok<PageOf<AuditEntryResponse>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, [FromQuery(Name = "account"), Description("Only what was done by this account, by its id.")] Guid? account, AgendaDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await AuditEntryResponse.PageAsync(AuditQuery.By(account, db.Audit), page, cancellation));
}
