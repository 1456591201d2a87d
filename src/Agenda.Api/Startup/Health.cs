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
        app.MapGet("/health/ready", ReadyAsync).WithName("ready").WithTags("Health").WithSummary("Tell whether the database answers, which zone rules are in use, and what they move")
            .Produces<ReadyResponse>().Produces<ReadyResponse>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(AgendaDbContext db, PublishedAgendas agendas, MovedByZoneRules moved, CancellationToken cancellation)
    {
        var reachable = await db.Database.CanConnectAsync(cancellation);
        return TypedResults.Json(
            new ReadyResponse(reachable ? "ready" : "database unreachable", ConferenceZone.RulesVersion, agendas.Slugs.Count, ZoneRulesResponse.Of(moved)),
            statusCode: reachable ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>The process lives.</summary>
public sealed record LiveResponse(string Status);

/// <summary>Whether the service can do its work, the version of the time zone rules in use, how many conferences are published, and what the rules move.</summary>
public sealed record ReadyResponse(string Status, string Tzdb, int PublishedConferences, ZoneRulesResponse ZoneRules);

/// <summary>What the time zone rules in use do to what is published.</summary>
/// <param name="Tzdb">Their version.</param>
/// <param name="Moved">The conferences of whose newest release sessions start at another moment than when it was published; looked at once after the start and after each release.</param>
public sealed record ZoneRulesResponse(string Tzdb, IReadOnlyList<MovedSessionsResponse> Moved)
{
    internal static ZoneRulesResponse Of(MovedByZoneRules moved) => new(ConferenceZone.RulesVersion, [.. moved.Found.Select(MovedSessionsResponse.Of)]);
}

/// <summary>Published sessions that start at another moment.</summary>
/// <param name="PublishedWith">The version of the rules by which the release was published.</param>
/// <param name="Sessions">The codes of the first 50.</param>
/// <param name="Count">How many there are.</param>
public sealed record MovedSessionsResponse(string Conference, int Release, string PublishedWith, IReadOnlyList<string> Sessions, int Count)
{
    private const int Told = 50;

    internal static MovedSessionsResponse Of(MovedSessions moved) => new(moved.Conference, moved.Release, moved.PublishedWith, [.. moved.Sessions.Take(Told)], moved.Count);
}
