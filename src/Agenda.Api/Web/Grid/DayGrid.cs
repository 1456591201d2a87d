using Agenda.Domain.Releases;
using NodaTime;

namespace Agenda.Api.Web.Grid;

/// <summary>A day as it is drawn: rooms are columns, five minutes are a row, and every session has its place in both.</summary>
public sealed class DayGrid
{
    // What ends later than six in the morning after is drawn to the end of the day's other sessions.
    private const int Longest = 30 * Steps.InAnHour;

    private DayGrid(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridStart> starts, int shortest) =>
        (Columns, Starts, Shortest) = (columns, starts, shortest);

    public IReadOnlyList<GridColumn> Columns { get; }

    /// <summary>In order of time, and the tiles of each in the order of the agenda.</summary>
    public IReadOnlyList<GridStart> Starts { get; }

    /// <summary>The steps of the shortest session: it decides how high a step is drawn.</summary>
    public int Shortest { get; }

    /// <summary>Lays out sessions that have a time on <paramref name="day"/>, in the order of the agenda.</summary>
    public static DayGrid Of(PublishedAgenda published, LocalDate day, IReadOnlyList<PublishedSession> sessions)
    {
        var timed = InSteps(sessions, sessions[0].Times!.Value.Start.Zone.AtStartOfDay(day).ToInstant());
        var forEverybody = timed.Where(t => IsForEverybody(t, timed)).ToList();
        var inColumns = timed.Except(forEverybody).ToList();

        List<GridColumn> columns = [.. published.Document.Rooms.Where(inColumns.Select(t => t.Session.Room).OfType<ReleasedRoom>().ToHashSet().Contains).Select(GridColumn.Of)];
        if (inColumns.Any(t => t.Session.Room is null))
            columns.Add(GridColumn.NoRoom);

        var (spanning, left) = Spread.Over(columns.Count, Taken(inColumns, columns), forEverybody, (columns.Count + 1) / 2);
        if (left.Count > 0)
        {
            columns.Insert(0, GridColumn.AllRooms);
            var taken = Taken(inColumns, columns).Concat(left.Select(t => (0, t.Span)));
            (spanning, _) = Spread.Over(columns.Count, [.. taken], forEverybody.Except(left), 1);
        }

        var axis = new TimeAxis(timed.Select(t => t.Span));
        var tiles = new List<GridTile>(timed.Count);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = i;
            var laned = Lanes.Of(columns[i] == GridColumn.AllRooms ? left : inColumns.Where(t => columns[column].Holds(t.Session))).ToList();
            tiles.AddRange(laned.SelectMany(l => GridTile.Of(l, columns[column], column, Rows(axis, l.Span))));
            columns[i] = columns[i] with { Lanes = laned.Max(l => l.Lanes) };
        }

        tiles.AddRange(spanning.Select(s => new GridTile([s.Timed.Session], new(null, s.From, s.Width, Rows(axis, s.Timed.Span)))));
        return new(columns, GridStart.Of(timed, tiles, axis), timed.Min(t => t.Span.Length));
    }

    private static List<Timed> InSteps(IEnumerable<PublishedSession> sessions, Instant midnight)
    {
        var timed = sessions.Select(s => new Timed(s, Steps.Of(s.Times!.Value, midnight))).ToList();
        var end = timed.Where(t => t.Span.To <= Longest).Select(t => t.Span.To).DefaultIfEmpty().Max();
        return timed.ConvertAll(t => t.Span.To <= Longest ? t : t with { Span = t.Span with { To = Math.Max(end, t.Span.From + Steps.InAnHour) } });
    }

    // A plenary or break that has a room keeps to it while something else goes on.
    private static bool IsForEverybody(Timed timed, List<Timed> all) =>
        WithoutWalls(timed) || (IsCommon(timed) && !all.Exists(other => other != timed && !WithoutWalls(other) && other.Span.Meets(timed.Span)));

    private static bool WithoutWalls(Timed timed) => IsCommon(timed) && timed.Session.Room is null;

    private static bool IsCommon(Timed timed) => timed.Session.Type is { Plenary: true } or { Break: true };

    private static List<(int Column, Steps Span)> Taken(List<Timed> inColumns, List<GridColumn> columns) =>
        inColumns.ConvertAll(t => (columns.FindIndex(column => column.Holds(t.Session)), t.Span));

    private static int Rows(TimeAxis axis, Steps span) => axis.RowOf(span.To - 1) + 1 - axis.RowOf(span.From);
}
