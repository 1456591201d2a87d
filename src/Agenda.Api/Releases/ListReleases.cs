using System.Globalization;
using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Releases;

/// <summary>What was published when, the newest first.</summary>
internal static class ListReleases
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}/releases", HandleAsync).WithSummary("List the releases, the newest first");

    private static async Task<Results<Ok<PageOf<ReleaseResponse>>, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] Page page, PublishedAgendas agendas, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } agenda)
            return Problems.Missing("conference", slug);

        var before = int.MaxValue;
        if (page.After is { } after && !int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before))
            return Problems.Invalid("after", "is not where a page of this list ended. Start again without it.");

        var releases = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == agenda.Conference.Id && r.Number < before)
            .OrderByDescending(r => r.Number).Take(page.Size + 1).Select(ReleaseResponse.Of).ToListAsync(cancellation);
        return TypedResults.Ok(page.Of(releases, r => $"{r.Number}"));
    }
}
