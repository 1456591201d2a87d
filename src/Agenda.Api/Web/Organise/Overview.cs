using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Organise;

/// <summary>The first page of a conference's console: what is missing, what is wrong, what is not public yet, and who did what last.</summary>
internal static class Overview
{
    private const int LastEdits = 12;

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, ConflictWatch watch, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var desk = await Desk.OfAsync(http, conference, db, cancellation);
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        return OrganisePages.Show<OverviewPage>(new()
        {
            [nameof(OverviewPage.Desk)] = desk,
            [nameof(OverviewPage.Entered)] = entered,
            [nameof(OverviewPage.Lines)] = entered.Sessions.Select(s => SessionLine.Of(s, entered)).ToList(),
            [nameof(OverviewPage.Conflicts)] = await ConflictList.AllAsync(conference, watch, db, cancellation),
            [nameof(OverviewPage.Unpublished)] = desk.MayPublish ? await UnpublishedAsync(conference, db, clock.Now(), cancellation) : null,
            [nameof(OverviewPage.Edits)] = desk.MayPublish ? await EditsAsync(conference, db, cancellation) : [],
        });
    }

    // Null where nothing could be published at all.
    private static async Task<IReadOnlyList<SessionChange>?> UnpublishedAsync(EditedConference conference, AgendaDbContext db, Instant now, CancellationToken cancellation)
    {
        var outcome = await ReleaseStore.PublishAsync(db, conference.Id, new PublishOrder(new Publication(now, "", null)) { Preview = true }, cancellation);
        return outcome.Release is not { } release ? null : ReleaseChanges.Between(outcome.Previous ?? release with { Sessions = [] }, release);
    }

    private static async Task<IReadOnlyList<AuditEntry>> EditsAsync(EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var id = conference.Id;
        return await db.Audit.AsNoTracking().Where(e => e.ConferenceId == id).OrderByDescending(e => e.Key).Take(LastEdits).ToListAsync(cancellation);
    }
}
