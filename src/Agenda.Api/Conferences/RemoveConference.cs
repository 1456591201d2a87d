using System.Data;
using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;
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
            await RemoveAsync(db, conference.Id, stop);
            await transaction.CommitAsync(stop);
        }, cancellation);
        await agendas.RefreshAsync(cancellation);
        return TypedResults.NoContent();
    }

    // What points at something goes before it.
    private static async Task RemoveAsync(AgendaDbContext db, ConferenceId id, CancellationToken cancellation)
    {
        await db.Releases.Where(r => r.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Memberships.Where(m => m.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(i => i.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.ApiTokens.Where(t => t.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Sessions.Where(s => s.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.People.Where(p => p.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Rooms.Where(r => r.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Buildings.Where(b => b.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Tracks.Where(t => t.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.SessionTypes.Where(t => t.ConferenceId == id).ExecuteDeleteAsync(cancellation);
        await db.Conferences.Where(c => c.Id == id).ExecuteDeleteAsync(cancellation);
    }
}
