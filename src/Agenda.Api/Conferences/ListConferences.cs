using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Conferences;

/// <summary>The conferences that are published; to organisers all of them.</summary>
internal static class ListConferences
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences", HandleAsync)
        .WithSummary("List conferences")
        .WithDescription("The published ones as their newest release has them; those in which the caller has a role as they are entered, published or not. By slug.")
        .WithMetadata(new TellsOrganisersMore());

    private static async Task<Results<Ok<PageOf<ConferenceSummary>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] Page page, PossibleCaller caller, AgendaDbContext db, PublishedAgendas agendas, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = caller.Caller is null ? "no-cache" : CallerRights.ForTheCallerAlone;
        response.Headers.Vary = "Authorization, Cookie";
        var own = caller.Caller is { } known ? await EnteredAsync(db, known, page, cancellation) : [];
        var found = own.Concat(await PublishedAsync(agendas, page, cancellation)).DistinctBy(c => c.Slug).OrderBy(c => c.Slug, StringComparer.Ordinal).Take(page.Size + 1);
        return TypedResults.Ok(page.Of([.. found], c => c.Slug));
    }

    private static Task<List<ConferenceSummary>> EnteredAsync(AgendaDbContext db, Caller caller, Page page, CancellationToken cancellation) =>
        caller.EnteredConferences(db).Where(c => page.After == null || string.Compare(c.Slug, page.After) > 0)
            .OrderBy(c => c.Slug).Take(page.Size + 1)
            .Select(c => new ConferenceSummary(c.Id.Value, c.Slug, c.Name, c.TimeZone, c.FirstDay, c.LastDay, db.Releases.Where(r => r.ConferenceId == c.Id).Max(r => (int?)r.Number)))
            .ToListAsync(cancellation);

    private static async Task<List<ConferenceSummary>> PublishedAsync(PublishedAgendas agendas, Page page, CancellationToken cancellation)
    {
        var found = new List<ConferenceSummary>();
        await agendas.EnsureKnownAsync(cancellation);
        foreach (var slug in agendas.Slugs.Where(slug => string.CompareOrdinal(slug, page.After) > 0).Take(page.Size + 1))
        {
            if (await agendas.NewestAsync(slug, cancellation) is { Document: var release, Conference: var c })
                found.Add(new(c.Id.Value, c.Slug, c.Name, c.TimeZone, c.FirstDay, c.LastDay, release.Number));
        }

        return found;
    }
}

/// <summary>A conference in a list.</summary>
public sealed record ConferenceSummary(Guid Id, string Slug, string Name, string TimeZone, LocalDate FirstDay, LocalDate LastDay, int? Release);
