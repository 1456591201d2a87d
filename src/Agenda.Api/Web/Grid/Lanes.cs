using Agenda.Domain.Releases;

namespace Agenda.Api.Web.Grid;

/// <summary>
/// Sessions of one column side by side: those that meet in time share its width. Up to three stand beside each other; where there are more,
/// two do, and the others are one stack with their number.
/// </summary>
internal static class Lanes
{
    private const int Most = 3;

    public static IEnumerable<Laned> Of(IEnumerable<Timed> column) => Groups([.. column.OrderBy(t => t.Span.From)]).SelectMany(Beside);

    private static IEnumerable<Laned> Beside(List<Timed> group)
    {
        var ends = new List<int>();
        var lanes = group.ConvertAll(timed =>
        {
            var lane = ends.FindIndex(end => end <= timed.Span.From);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }

            ends[lane] = timed.Span.To;
            return lane;
        });
        if (ends.Count <= Most)
            return group.Select((timed, i) => new Laned([timed], timed.Span, lanes[i], ends.Count));

        var shown = group.Where((_, i) => lanes[i] < Most - 1).Select(timed => new Laned([timed], timed.Span, lanes[group.IndexOf(timed)], Most));
        var stacked = Groups([.. group.Where((_, i) => lanes[i] >= Most - 1)]).Select(stack => new Laned(stack, new(stack[0].Span.From, stack.Max(t => t.Span.To)), Most - 1, Most));
        return shown.Concat(stacked);
    }

    /// <summary>Sessions that meet, directly or by others in between.</summary>
    private static IEnumerable<List<Timed>> Groups(List<Timed> byStart)
    {
        var group = new List<Timed>();
        var end = int.MinValue;
        foreach (var timed in byStart)
        {
            if (group.Count > 0 && timed.Span.From >= end)
            {
                yield return group;
                (group, end) = ([], int.MinValue);
            }

            group.Add(timed);
            end = Math.Max(end, timed.Span.To);
        }

        if (group.Count > 0)
            yield return group;
    }
}

/// <summary>A session and when it is.</summary>
internal sealed record Timed(PublishedSession Session, Steps Span);

/// <summary>A session, or a stack of several, in one of the lanes of its column.</summary>
internal sealed record Laned(IReadOnlyList<Timed> Sessions, Steps Span, int Lane, int Lanes);
