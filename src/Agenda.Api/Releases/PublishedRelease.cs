using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Releases;

/// <summary>Finds the release that a public operation is about.</summary>
internal static class PublishedRelease
{
    /// <summary>The newest release, or the numbered one; otherwise what to answer: 404 for one that never was, 410 for one that was not kept.</summary>
    public static async ValueTask<(PublishedAgenda? Agenda, ProblemHttpResult? Missing)> FindAsync(string slug, int? number, PublishedAgendas agendas, CancellationToken cancellation)
    {
        if (await agendas.NewestAsync(slug, cancellation) is not { } newest)
            return (null, Problems.Missing("conference", slug));
        if (number is not { } asked)
            return (newest, null);
        if (await agendas.ReleaseAsync(slug, asked, cancellation) is { } release)
            return (release, null);

        // Numbers have no gaps: one below the newest was published, and only its document can be gone.
        return (null, asked >= 1 && asked < newest.Document.Number
            ? NotKept(asked)
            : Problems.Missing("release", asked));
    }

    public static ProblemHttpResult NotKept(int number) => Problems.Of(StatusCodes.Status410Gone, "release-not-kept", $"Release {number} is not kept any more.");
}
