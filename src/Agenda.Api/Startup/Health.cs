using Agenda.Domain.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Startup;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new LiveResponse("alive"))).WithName("live").WithTags("Health").WithSummary("Tell that the process lives");
        app.MapGet("/health/ready", ReadyAsync).WithName("ready").WithTags("Health").WithSummary("Tell whether the database answers, and which zone rules are in use")
            .Produces<ReadyResponse>().Produces<ReadyResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(AgendaDbContext db, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var reachable = await db.Database.CanConnectAsync(cancellation);
        return TypedResults.Json(
            new ReadyResponse(reachable ? "ready" : "database unreachable", ConferenceZone.RulesVersion, agendas.Slugs.Count),
            statusCode: reachable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>The process lives.</summary>
public sealed record LiveResponse(string Status);

/// <summary>Whether the service can do its work, the version of the time zone rules in use, and how many conferences are published.</summary>
public sealed record ReadyResponse(string Status, string Tzdb, int PublishedConferences);
