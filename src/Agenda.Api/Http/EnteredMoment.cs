using Agenda.Domain;
using NodaTime;

namespace Agenda.Api.Http;

/// <summary>The rule for entered moments.</summary>
internal static class EnteredMoment
{
    /// <summary>Whether it is within the years that can be entered, when one is said.</summary>
    public static bool IsPossible(Instant? moment) => moment is not { } at || (at.InUtc().Date >= Limits.Earliest && at.InUtc().Date <= Limits.Latest);
}
