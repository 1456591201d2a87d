using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Conferences;

/// <summary>A conference: its newest release to the public, what is entered to organisers.</summary>
internal static class ReadConference
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}", HandleAsync)
        .WithSummary("Read a conference")
        .WithDescription("Without a key as its newest release has it; with the organisers' key as it is entered, with an ETag.")
        .WithMetadata(new TellsOrganisersMore());

    private static async Task<Results<Ok<ConferenceResponse>, TaggedOk<ConferenceResponse>, ProblemHttpResult>> HandleAsync(
        string slug, ClaimsPrincipal caller, AgendaDbContext db, PublishedAgendas agendas, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Authorization";
        if (caller.IsInRole(BearerKey.Organiser))
        {
            return await db.Conferences.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancellation) is { } conference
                ? Tagged.Ok(conference.Version, await ConferenceResponse.ReadAsync(db, conference, clock.Now(), cancellation))
                : Problems.Missing("conference", slug);
        }

        return await agendas.NewestAsync(slug, cancellation) is { } agenda
            ? TypedResults.Ok(ConferenceResponse.Of(agenda, clock.Now()))
            : Problems.Missing("conference", slug);
    }
}
