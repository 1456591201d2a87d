using Agenda.Api.Http;
using Agenda.Api.Releases;
using Agenda.Api.Security;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Conferences;

/// <summary>A conference: its newest release, or the numbered one, to the public; what is entered to organisers.</summary>
internal static class ReadConference
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}", HandleAsync)
        .WithSummary("Read a conference")
        .WithDescription("To the public as its newest release has it; to whoever has a role in it as it is entered, with an ETag, unless they ask for a release.")
        .WithMetadata(new TellsOrganisersMore());

    private static async Task<Results<Ok<ConferenceResponse>, TaggedOk<ConferenceResponse>, ProblemHttpResult>> HandleAsync(
        string slug, [FromQuery] int? release, PossibleCaller caller, EditedConference edited, AgendaDbContext db, PublishedAgendas agendas, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = caller.Caller is null ? "no-cache" : CallerRights.ForTheCallerAlone;
        response.Headers.Vary = "Authorization, Cookie";
        if (release is null && await caller.EntersAsync(edited, slug, cancellation))
            return Tagged.Ok(edited.Conference.Version, await ConferenceResponse.ReadAsync(db, edited.Conference, clock.Now(), cancellation));

        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        return agenda is null ? missing! : TypedResults.Ok(ConferenceResponse.Of(agenda, clock.Now()));
    }
}
