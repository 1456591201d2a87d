using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;
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
        string slug, string code, [FromQuery] int? release, PublishedAgendas agendas, PublicAddress address, IOptions<JsonOptions> json, CancellationToken cancellation)
    {
        var (agenda, missing) = await PublishedRelease.FindAsync(slug, release, agendas, cancellation);
        if (agenda is null)
            return missing!;
        if (agenda.Session(code) is not { } session)
            return Problems.Missing("session", code);

        var bytes = JsonSerializer.SerializeToUtf8Bytes(SessionDetails.Of(session, slug, address), json.Value.SerializerOptions);
        return new Representation(new WholeContent(bytes), "application/json; charset=utf-8", agenda.Document.ModifiedAt);
    }
}
