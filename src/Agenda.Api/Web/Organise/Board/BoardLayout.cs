using Agenda.Api.Rooms;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;

namespace Agenda.Api.Web.Organise.Board;

/// <summary>Where everything of a day stands on the board: rooms side by side, time downwards and true to its length.</summary>
public sealed class BoardLayout
{
    private const int UsualFirst = 8, UsualEnd = 20, Latest = 30, MinutesOfHour = 60;

    // Two sessions beside each other can still be read in one column; more widen it.
    private const int InOneColumn = 2, WidestColumn = 8;

    private BoardLayout(int firstHour, int hours, int shortest, IReadOnlyList<BoardColumn> columns, IReadOnlyList<BoardTile> tiles) =>
        (FirstHour, Hours, Shortest, Columns, Tiles) = (firstHour, hours, shortest, columns, tiles);

    public int FirstHour { get; }

    /// <summary>How many are drawn.</summary>
    public int Hours { get; }

    /// <summary>The minutes of the shortest session: it decides how high a minute is drawn.</summary>
    public int Shortest { get; }

    public IReadOnlyList<BoardColumn> Columns { get; }

    /// <summary>In order of time, and then of rooms.</summary>
    public IReadOnlyList<BoardTile> Tiles { get; }

    public int Width => Columns.Sum(c => c.Width);

    /// <param name="placed">The sessions of the day.</param>
    /// <param name="rooms">In the order of the programme.</param>
    /// <param name="types">By code.</param>
    public static BoardLayout Of(IReadOnlyList<SessionResponse> placed, IReadOnlyList<RoomResponse> rooms, IReadOnlyDictionary<string, SessionTypeResponse> types)
    {
        var spans = placed.Select(s => Span.Of(s, types[s.Type])).OrderBy(s => s.From).ToList();
        var ends = spans.Select(s => s.To).Where(to => to <= Latest * MinutesOfHour).DefaultIfEmpty(0).Max();
        // An hour before and after are free, so that something can be put there.
        var first = Math.Min(UsualFirst, spans.Select(s => Math.Max(0, (s.From / MinutesOfHour) - 1)).DefaultIfEmpty(UsualFirst).Min());
        var last = (Math.Max(ends, spans.Select(s => s.From + 1).DefaultIfEmpty(0).Max()) + MinutesOfHour - 1) / MinutesOfHour;
        var end = Math.Clamp(last + 1, UsualEnd, Latest);
        spans = spans.ConvertAll(s => s.To <= end * MinutesOfHour ? s : s with { To = end * MinutesOfHour });

        // What is for everybody goes across, unless something else goes on: then it keeps to its room, or to a column for such things.
        var across = spans.Where(s => s.IsForEverybody && !spans.Exists(other => other != s && !other.IsWithoutWalls && other.Meets(s))).ToHashSet();
        var inColumns = spans.Where(s => !across.Contains(s)).ToList();
        List<(string? Room, string Name, string? Around, List<Span> Spans)> held = [];
        if (inColumns.Exists(s => s.IsWithoutWalls))
            held.Add((null, OrganiseWords.ForEverybody, null, [.. inColumns.Where(s => s.IsWithoutWalls)]));
        held.AddRange(rooms.Select(r => ((string?)r.Slug, r.Name, AroundOf(r), inColumns.Where(s => s.Room == r.Slug).ToList())));
        if (rooms.Count == 0 || inColumns.Exists(s => s.Room is null && !s.IsWithoutWalls))
            held.Add((null, OrganiseWords.NoRoomYet, null, [.. inColumns.Where(s => s.Room is null && !s.IsWithoutWalls)]));

        var (columns, tiles, x) = (new List<BoardColumn>(), new List<BoardTile>(), 0);
        foreach (var (room, name, around, own) in held)
        {
            var laned = LanesOf(own);
            var width = Math.Clamp((laned.Select(l => l.Lanes).DefaultIfEmpty(1).Max() + InOneColumn - 1) / InOneColumn, 1, WidestColumn);
            columns.Add(new(room, name, around, x, width));
            tiles.AddRange(laned.Select(l => new BoardTile(l.Span.Session, new(l.Span.From - (first * MinutesOfHour), l.Span.To - l.Span.From, x, width, l.Lane, l.Lanes))));
            x += width;
        }

        tiles.AddRange(LanesOf([.. across]).Select(l => new BoardTile(l.Span.Session, new(l.Span.From - (first * MinutesOfHour), l.Span.To - l.Span.From, 0, x, l.Lane, l.Lanes) { Across = true })));
        return new(
            first, end - first, spans.Select(s => s.To - s.From).DefaultIfEmpty(MinutesOfHour).Min(), columns,
            [.. tiles.OrderBy(t => t.Place.From).ThenBy(t => t.Place.X).ThenBy(t => t.Place.Lane).ThenBy(t => t.Session.Code, StringComparer.Ordinal)]);
    }

    private static string? AroundOf(RoomResponse room) => room switch
    {
        { Capacity: { } seats } => Phrases.Count(OrganiseWords.SeatsCount, seats),
        { Virtual: true } => OrganiseWords.VirtualRoom,
        _ => room.Building,
    };

    // Each goes into the first lane that is free; those that meet, directly or by others in between, share the width.
    private static List<(Span Span, int Lane, int Lanes)> LanesOf(List<Span> byStart)
    {
        var (all, group, ends) = (new List<(Span, int, int)>(), new List<(Span Span, int Lane)>(), new List<int>());
        foreach (var span in byStart)
        {
            if (ends.TrueForAll(end => end <= span.From))
                Close();
            var lane = ends.FindIndex(end => end <= span.From);
            if (lane < 0)
            {
                lane = ends.Count;
                ends.Add(0);
            }

            ends[lane] = span.To;
            group.Add((span, lane));
        }

        Close();
        return all;

        void Close()
        {
            all.AddRange(group.Select(g => (g.Span, Math.Min(g.Lane, BoardPlacement.Lanes - 1), Math.Min(ends.Count, BoardPlacement.Lanes))));
            group.Clear();
            ends.Clear();
        }
    }

    // Minutes since midnight by the clocks of the conference.
    private sealed record Span(SessionResponse Session, int From, int To, string? Room, bool IsForEverybody, bool IsWithoutWalls)
    {
        public static Span Of(SessionResponse session, SessionTypeResponse type)
        {
            var placement = session.Placement!;
            var from = (placement.Start.Hour * MinutesOfHour) + placement.Start.Minute;
            var isCommon = type.Plenary || type.Break;
            return new(session, from, from + placement.Minutes, placement.Room, isCommon, isCommon && placement.Room is null);
        }

        public bool Meets(Span other) => From < other.To && other.From < To;
    }
}

/// <summary>A room; null for what has none.</summary>
public sealed record BoardColumn(string? Room, string Name, string? Around, int X, int Width);

public sealed record BoardTile(SessionResponse Session, BoardPlace Place);

/// <param name="From">Minutes below the head.</param>
/// <param name="X">How many columns are before it.</param>
public sealed record BoardPlace(int From, int Minutes, int X, int Width, int Lane, int Lanes)
{
    /// <summary>Whether it goes across all rooms.</summary>
    public bool Across { get; init; }
}
