using NodaTime;

namespace Agenda.Api.Web.Grid;

/// <summary>
/// What starts at one moment, and in which row. <see cref="IsClose"/> when the row is too near to the time that is written above it;
/// <see cref="FoldedBefore"/> is how many minutes without a session are folded right above.
/// </summary>
public sealed record GridStart(ZonedDateTime Start, int Row, bool IsClose, int FoldedBefore, IReadOnlyList<GridTile> Tiles)
{
    internal static List<GridStart> Of(List<Timed> timed, List<GridTile> tiles, TimeAxis axis)
    {
        var byFirst = tiles.ToLookup(tile => tile.Sessions[0]);
        var starts = new List<GridStart>();
        var written = int.MinValue;
        foreach (var start in timed.GroupBy(t => t.Session.Times!.Value.Start))
        {
            var row = axis.RowOf(start.First().Span.From);
            var isClose = starts.Count > 0 && row - written < 2;
            starts.Add(new(start.Key, row, isClose, axis.FoldedBefore(start.First().Span.From), [.. start.SelectMany(t => byFirst[t.Session])]));
            written = isClose ? written : row;
        }

        return starts;
    }
}
