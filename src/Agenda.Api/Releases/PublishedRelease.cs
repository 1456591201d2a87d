using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Releases;

/// <summary>Finds the release that a public operation is about.</summary>
internal static class PublishedRelease
{
    /// <summary>The newest release, or the numbered one; otherwise the 404 to answer with.</summary>
    public static async ValueTask<(PublishedAgenda? Agenda, ProblemHttpResult? Missing)> FindAsync(string slug, int? number, PublishedAgendas agendas, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } newest)
            return (null, Problems.Missing("conference", slug));
        if (number is not { } asked)
            return (newest, null);

        return await agendas.ReleaseAsync(slug, asked, cancellation) is { } release ? (release, null) : (null, Problems.Missing("release", asked));
    }
}
