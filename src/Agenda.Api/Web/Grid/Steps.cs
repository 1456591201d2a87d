using Agenda.Domain.Scheduling;
using NodaTime;

namespace Agenda.Api.Web.Grid;

/// <summary>A stretch of a day in steps of five minutes since its midnight, as they pass: an hour that the clocks repeat counts twice.</summary>
public readonly record struct Steps(int From, int To)
{
    public const int Minutes = 5, InAnHour = 60 / Minutes;

    public int Length => To - From;

    /// <summary>Times between two steps go to the nearer one, and nothing is shorter than a step.</summary>
    public static Steps Of(SlotTimes times, Instant midnight)
    {
        var from = Nearest(times.Start.ToInstant() - midnight);
        return new(from, Math.Max(from + 1, Nearest(times.End.ToInstant() - midnight)));
    }

    public bool Meets(Steps other) => From < other.To && other.From < To;

    private static int Nearest(Duration passed) => (int)Math.Round(passed.TotalMinutes / Minutes, MidpointRounding.AwayFromZero);
}
