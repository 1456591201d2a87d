using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Api.Web.Accounts;

namespace Agenda.Api.Security;

/// <summary>
/// Keeps one address, or one token, from taking more than its share: requests per address, uses per token, and tries to sign in and
/// new agendas of attendees per address.
/// Each is a number per minute (<c>Limits:RequestsPerMinute</c>, <c>Limits:TokenRequestsPerMinute</c>, <c>Limits:SignInsPerMinute</c>,
/// <c>Limits:MyAgendasPerMinute</c>), of which
/// some may come at once; 0 means no limit. A process counts for itself.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    // A whole conference may come from one address, when it stands behind one router.
    private const int UsualRequests = 60_000, UsualTokenRequests = 6_000, UsualSignIns = 30, UsualMyAgendas = 600;

    // What may come at once: so many seconds' worth.
    private const int RequestBurstSeconds = 10, SignInBurstSeconds = 60;

    private readonly RequestDelegate next;
    private readonly PartitionedRateLimiter<HttpContext>? requests, tokens, signIns, myAgendas;

    public RateLimits(RequestDelegate next, IConfiguration configuration)
    {
        this.next = next;
        requests = Limiter(configuration, "RequestsPerMinute", UsualRequests, RequestBurstSeconds, http => Network(http.Connection.RemoteIpAddress));
        tokens = Limiter(configuration, "TokenRequestsPerMinute", UsualTokenRequests, RequestBurstSeconds, TokenOf);
        signIns = Limiter(configuration, "SignInsPerMinute", UsualSignIns, SignInBurstSeconds, http => Network(http.Connection.RemoteIpAddress));
        myAgendas = Limiter(configuration, "MyAgendasPerMinute", UsualMyAgendas, SignInBurstSeconds, http => Network(http.Connection.RemoteIpAddress));
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (Refuses(requests, context, out var after)
            || (context.Request.Headers.Authorization.Count > 0 && Refuses(tokens, context, out after))
            || (context.GetEndpoint()?.Metadata.GetMetadata<SignInTry>() is not null && Refuses(signIns, context, out after))
            || (context.GetEndpoint()?.Metadata.GetMetadata<MakesMyAgenda>()?.IsMadeBy(context) == true && Refuses(myAgendas, context, out after)))
            return RefuseAsync(context, after);

        return next(context);
    }

    public void Dispose()
    {
        requests?.Dispose();
        tokens?.Dispose();
        signIns?.Dispose();
        myAgendas?.Dispose();
    }

    /// <summary>What counts as one reader: an IPv4 address, or the network of an IPv6 address, of which a household has 2^64.</summary>
    internal static UInt128 Network(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !(address.AddressFamily == AddressFamily.InterNetwork ? address.MapToIPv6() : address).TryWriteBytes(bytes, out _))
            return 0;
        return address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6
            ? BinaryPrimitives.ReadUInt128BigEndian(bytes)
            : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    // Its hash, so that no list of tokens stands in memory.
    private static UInt128 TokenOf(HttpContext http) => BinaryPrimitives.ReadUInt128BigEndian(Secret.HashOf(http.Request.Headers.Authorization.ToString()));

    private static bool Refuses(PartitionedRateLimiter<HttpContext>? limiter, HttpContext context, out TimeSpan after)
    {
        after = default;
        if (limiter is null)
            return false;

        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
            return false;

        lease.TryGetMetadata(MetadataName.RetryAfter, out after);
        return true;
    }

    private static Task RefuseAsync(HttpContext context, TimeSpan after)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return context.GetEndpoint()?.Metadata.GetMetadata<IsAccountPage>() is not null ? DeniedPages.HurryAsync(context, seconds) : Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", $"That was too much at once. Try again in {seconds} s.").ExecuteAsync(context);
    }

    private static PartitionedRateLimiter<HttpContext>? Limiter(IConfiguration configuration, string name, int usual, int burstSeconds, Func<HttpContext, UInt128> partition)
    {
        var perMinute = configuration.GetValue($"Limits:{name}", usual);
        if (perMinute <= 0)
            return null;

        // Given back in small pieces, so that whoever waits does not wait long.
        var (pieces, seconds) = perMinute >= 60 ? (perMinute / 60, 1) : (1, 60 / perMinute);
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perMinute * burstSeconds / 60),
            TokensPerPeriod = pieces,
            ReplenishmentPeriod = TimeSpan.FromSeconds(seconds),
            QueueLimit = 0,
        };
        return PartitionedRateLimiter.Create<HttpContext, UInt128>(http => RateLimitPartition.GetTokenBucketLimiter(partition(http), _ => options));
    }
}

/// <summary>Marks what somebody could guess with: passwords, codes, links.</summary>
internal sealed class SignInTry;
