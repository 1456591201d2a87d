using NodaTime;

namespace Agenda.Api.Http;

/// <summary>The one place that asks what time it is.</summary>
internal static class Clock
{
    public static Instant Now(this TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
