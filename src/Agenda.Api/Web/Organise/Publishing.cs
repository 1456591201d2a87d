using Agenda.Api.Http;
using Agenda.Api.Releases.Changes;
using Agenda.Api.Scheduling;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Web.Organise;

/// <summary>What would be published now, what stands in its way, and the releases so far.</summary>
internal static class Publishing
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/publish", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        var id = conference.Id;
        var outcome = await ReleaseStore.PublishAsync(db, id, new PublishOrder(new Publication(clock.Now(), "", null)) { Preview = true }, cancellation);
        var releases = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == id).OrderByDescending(r => r.Number)
            .Select(r => new ListedRelease(r.Number, r.PublishedAt, r.PublishedBy, r.Note)).ToListAsync(cancellation);
        return OrganisePages.Show<PublishPage>(new()
        {
            [nameof(PublishPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(PublishPage.Planned)] = outcome is { Release: { } release, Gate: { } gate } ? await PlannedAsync(outcome.Previous, release, gate, conference, db, cancellation) : null,
            [nameof(PublishPage.Refusal)] = outcome.Release is null ? outcome.Refusal?.Reason : null,
            [nameof(PublishPage.Releases)] = releases,
        });
    }

    private static async Task<PlannedRelease> PlannedAsync(
        ReleaseDocument? previous, ReleaseDocument release, ReleaseGate gate, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var standing = (await ConflictTelling.OfAsync(db, conference, gate.Standing, cancellation)).Tell(gate.Standing, conference);
        var older = previous is null ? null : new PublishedAgenda(previous);
        return new(release.Number, release.Sessions.Count, [.. ToldChange.Between(older, new PublishedAgenda(release))], standing, gate.Of(Severity.Warning), gate.Of(Severity.Information));
    }
}

/// <summary>The release that there would be.</summary>
/// <param name="Standing">The errors that nobody acknowledged.</param>
public sealed record PlannedRelease(int Number, int Sessions, IReadOnlyList<ToldChange> Changes, IReadOnlyList<ConflictResponse> Standing, int Warnings, int Information);

/// <summary>A release in the list of all.</summary>
public sealed record ListedRelease(int Number, Instant At, string By, string? Note);
