using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Api.Resources;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using FromQueryAttribute = Microsoft.AspNetCore.Mvc.FromQueryAttribute;

namespace Agenda.Api.Releases;

/// <summary>One published session with everything public.</summary>
internal static class ReadPublishedSession
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/conferences/{slug}/agenda/sessions/{code}", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Read one session of the agenda")
        .Produces<SessionDetails>()
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, string code, [FromQuery] int? release, PublishedAgendas agendas, PublishedResources resources, PublicAddress address, TimeProvider clock, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;
        if (agenda.Session(code) is not { } session)
            return Problems.Missing("session", code);

        var details = SessionDetails.Of(session, slug, address);
        var ofConference = resources.Of(agenda.Conference.Id);
        // They belong to no release, so whoever asks for one by its number gets that and nothing else.
        if (release is null && ofConference.Of(session, clock.Now()) is { Count: > 0 } visible)
            details = details with { Files = PublicFile.Of(visible, slug, address), Links = PublicLink.Of(visible) };

        var bytes = JsonSerializer.SerializeToUtf8Bytes(details, json.Value.SerializerOptions);
        // Files and live links come and go without a release, and nothing tells when the last one went.
        return new Representation(new WholeContent(bytes), "application/json; charset=utf-8", ofConference.IsUntouched ? agenda.Document.ModifiedAt : null);
    }
}
