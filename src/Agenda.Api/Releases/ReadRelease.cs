using Agenda.Api.Http;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Releases;

/// <summary>One release: when it came out and with which words.</summary>
internal static class ReadRelease
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}/releases/{number:int}", HandleAsync).WithSummary("Read what a release is");

    private static async Task<Results<Ok<ReleaseResponse>, ProblemHttpResult>> HandleAsync(
        string slug, int number, PublishedAgendas agendas, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } agenda)
            return Problems.Missing("conference", slug);

        return await db.Releases.AsNoTracking().Where(r => r.ConferenceId == agenda.Conference.Id && r.Number == number).Select(ReleaseResponse.Of).SingleOrDefaultAsync(cancellation) is { } release
            ? TypedResults.Ok(release)
            : Problems.Missing("release", number);
    }
}
