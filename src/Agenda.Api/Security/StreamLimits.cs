using System.Threading.RateLimiting;
using Agenda.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Security;

/// <summary>
/// How many streams may be open at the same time: <c>Limits:Streams</c> in the process, <c>Limits:StreamsPerAddress</c> by one address; 0 means no
/// limit. Each is a connection that stays.
/// </summary>
internal sealed class StreamLimits : IDisposable
{
    // A whole conference may sit behind one router.
    private const int UsualStreams = 4_000, UsualStreamsPerAddress = 1_000;

    // Those who are turned away come back one after the other.
    private const int RetrySeconds = 30;

    private readonly PartitionedRateLimiter<HttpContext> open;

    public StreamLimits(IConfiguration configuration)
    {
        var (all, each) = (Most(configuration, "Streams", UsualStreams), Most(configuration, "StreamsPerAddress", UsualStreamsPerAddress));
        open = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, UInt128>(http => RateLimitPartition.GetConcurrencyLimiter(RateLimits.Network(http.Connection.RemoteIpAddress), _ => each)),
            PartitionedRateLimiter.Create<HttpContext, bool>(_ => RateLimitPartition.GetConcurrencyLimiter(true, _ => all)));
    }

    /// <summary>Lets one more in until the answer ends; null then, and 429 when there are too many.</summary>
    public ProblemHttpResult? Refuses(HttpContext http)
    {
        var lease = open.AttemptAcquire(http);
        http.Response.RegisterForDispose(lease);
        if (lease.IsAcquired)
            return null;

        http.Response.Headers.RetryAfter = $"{RetrySeconds}";
        http.Response.Headers.CacheControl = "no-store";
        return Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-streams", $"Too many are listening. Try again in {RetrySeconds} s.");
    }

    public void Dispose() => open.Dispose();

    private static ConcurrencyLimiterOptions Most(IConfiguration configuration, string name, int usual)
    {
        var most = configuration.GetValue($"Limits:{name}", usual);
        return new() { PermitLimit = most <= 0 ? int.MaxValue : most, QueueLimit = 0 };
    }
}
