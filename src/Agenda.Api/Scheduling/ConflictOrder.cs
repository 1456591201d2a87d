using System.Globalization;
using Agenda.Domain.Scheduling.Conflicts;

namespace Agenda.Api.Scheduling;

/// <summary>The order in which conflicts are told: the worst first, then by time, rule and session; those without a time stand last of their severity.</summary>
internal static class ConflictOrder
{
    private const long NoTime = 99_999_999_999;

    // Unix time begins after the first day that may be entered.
    private const long Shift = 10_000_000_000;

    /// <summary>A key that orders conflicts as text and is unique among them.</summary>
    public static string Of(Conflict conflict)
    {
        var start = conflict.First.Times is { } times ? times.Start.ToInstant().ToUnixTimeSeconds() + Shift : NoTime;
        return string.Create(
            CultureInfo.InvariantCulture, $"{(int)Severity.Error - (int)conflict.Severity} {start:D11} {(int)conflict.Rule:D2} {conflict.First.Code} {conflict.Second?.Code} {conflict.Person?.Value}");
    }
}
