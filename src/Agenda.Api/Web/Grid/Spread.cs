namespace Agenda.Api.Web.Grid;

/// <summary>
/// Finds place across the columns for what is for everybody: the longest run of columns that are free meanwhile, if that is at least half of them.
/// </summary>
internal static class Spread
{
    /// <summary>What found a run of columns, and what needs a column for itself.</summary>
    public static (List<Spanning> Spanning, List<Timed> Left) Over(int columns, IReadOnlyList<(int Column, Steps Span)> taken, IEnumerable<Timed> forEverybody, int least)
    {
        var (spanning, left) = (new List<Spanning>(), new List<Timed>());
        // A plenary goes before a registration desk that is open meanwhile.
        foreach (var timed in forEverybody.OrderBy(t => !t.Session.Type.Plenary).ThenBy(t => t.Span.From))
        {
            var free = new bool[columns];
            Array.Fill(free, true);
            foreach (var (column, span) in taken)
                free[column] &= !span.Meets(timed.Span);
            foreach (var other in spanning.Where(other => other.Timed.Span.Meets(timed.Span)))
                Array.Fill(free, false, other.From, other.Width);

            var (from, width) = LongestRun(free);
            if (width == 0 || width < least)
                left.Add(timed);
            else
                spanning.Add(new(timed, from, width));
        }

        return (spanning, left);
    }

    private static (int From, int Width) LongestRun(bool[] free)
    {
        var best = (From: 0, Width: 0);
        for (int i = 0, from = 0; i < free.Length; i++)
        {
            if (!free[i])
                from = i + 1;
            else if (i + 1 - from > best.Width)
                best = (from, i + 1 - from);
        }

        return best;
    }
}

/// <summary>A session across several columns.</summary>
internal sealed record Spanning(Timed Timed, int From, int Width);
