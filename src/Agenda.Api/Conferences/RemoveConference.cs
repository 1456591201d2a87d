using System.Data;
using Agenda.Api.Http;
using Agenda.Domain.Conferences;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Conferences;

/// <summary>Removes a conference with everything that it owns, its releases included.</summary>
internal static class RemoveConference
{
    public static void Map(RouteGroupBuilder organisers) => organisers.MapDelete("/conferences/{slug}", HandleAsync)
        .WithSummary("Remove a conference")
        .WithDescription("With everything that it owns: programme, people, and its releases, so that its pages and feeds are gone. It cannot be undone.");

    private static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        string slug, IfMatch ifMatch, AgendaDbContext db, PublishedAgendas agendas, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Conferences.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellation) is not { } conference)
            return Problems.Missing("conference", slug);

        var current = await ConferenceResponse.ReadAsync(db, conference, clock.Now(), cancellation);
        if (ifMatch.Refuses(conference.Version, () => current) is { } stale)
            return stale;

        await db.Database.CreateExecutionStrategy().ExecuteAsync(async stop =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
            await RemoveAsync(db, conference, stop);
            await transaction.CommitAsync(stop);
        }, cancellation);
        await agendas.RefreshAsync(cancellation);
        return TypedResults.NoContent();
    }

    // What points at something goes before it.
    private static async Task RemoveAsync(AgendaDbContext db, Conference conference, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var id = conference.Id;
        await db.Stars.Where(s => s.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Memberships.Where(m => m.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(i => i.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.ApiTokens.Where(t => t.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Acknowledgements.Where(a => a.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.ProgrammeEdits.Where(e => e.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.SessionConstraints.Where(c => c.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.ConflictPolicies.Where(p => p.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        var files = await db.SessionFiles.Where(f => f.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        var links = await db.SessionLinks.Where(l => l.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.ResourcesStates.Where(s => s.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        var releases = await db.Releases.Where(r => r.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        var sessions = await db.Sessions.Where(s => s.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        var people = await db.People.Where(p => p.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Rooms.Where(r => r.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Buildings.Where(b => b.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Tracks.Where(t => t.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.SessionTypes.Where(t => t.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        if (await db.Conferences.Where(c => c.Id == id).ExecuteDeleteAsync(cancellation) == 0)
            return;

        db.Note(new AuditNote(AuditKinds.Conference, AuditAct.Removed)
        {
            Conference = id,
            Subject = id.Value,
            Label = conference.Slug,
            Changes =
            [
                new("name", conference.Name, null), new("timeZone", conference.TimeZone, null), new("firstDay", conference.FirstDay, null), new("lastDay", conference.LastDay, null),
                new("sessions", sessions, null), new("people", people, null), new("releases", releases, null), new("files", files, null), new("liveLinks", links, null),
            ],
        });
        await db.SaveChangesAsync(cancellation);
    }
}
