namespace Agenda.Domain.Scheduling.Conflicts;

/// <summary>Stretches of time, half-open, in seconds of Unix time, those that meet joined.</summary>
internal sealed class Stretches
{
    private readonly List<(long From, long Until)> joined = [];

    public Stretches(IEnumerable<(long From, long Until)> stretches)
    {
        foreach (var (from, until) in stretches.Order())
        {
            if (joined.Count > 0 && from <= joined[^1].Until)
                joined[^1] = (joined[^1].From, Math.Max(until, joined[^1].Until));
            else
                joined.Add((from, until));
        }
    }

    /// <summary>Whether any of them has time in common with this one.</summary>
    public bool Meet(long from, long until)
    {
        // The last that begins before the end is the only one that can still be going on.
        var (low, high) = (0, joined.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (joined[middle].From < until)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && joined[low - 1].Until > from;
    }
}
