using System.Globalization;
using System.Text;

namespace Agenda.Api.Web.Organise.Board;

/// <summary>
/// The classes that put tiles in their places, as pages may not style single elements: <c>h6 m30</c> is six and a half hours below the head,
/// <c>dh1 dm15</c> is as long as one and a quarter, <c>x3 w2</c> begins after three columns and is two wide, <c>i1 k2</c> is the second of two lanes.
/// </summary>
internal static class BoardPlacement
{
    /// <summary>More sessions than this at one time and in one room are drawn over each other.</summary>
    public const int Lanes = 16;

    private const int MostColumns = 200, MostHours = 30, MinutesOfHour = 60;

    public static string Of(BoardPlace place) =>
        string.Create(CultureInfo.InvariantCulture, $"h{place.From / MinutesOfHour} m{place.From % MinutesOfHour} dh{place.Minutes / MinutesOfHour} dm{place.Minutes % MinutesOfHour}")
        + (place.Across ? " across" : string.Create(CultureInfo.InvariantCulture, $" x{place.X} w{place.Width}"))
        + (place.Lanes > 1 ? string.Create(CultureInfo.InvariantCulture, $" i{place.Lane} k{place.Lanes}") : "");

    public static string Of(BoardColumn column) => string.Create(CultureInfo.InvariantCulture, $"x{column.X} w{column.Width}");

    public static string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"h{hour}");

    /// <summary>The frame: how wide and how high all is, and how high a minute.</summary>
    public static string Of(BoardLayout layout) => string.Create(CultureInfo.InvariantCulture, $"w{layout.Width} dh{layout.Hours} scale{Scale(layout.Shortest)}");

    /// <summary>By how many lines of text fit.</summary>
    public static string Height(int minutes, int shortest) => (minutes * RemOfMinute[Scale(shortest) - 1] / 1.2) switch
    {
        < 2 => " tiny",
        < 3.4 => " short",
        _ => "",
    };

    /// <summary>The rules for all of them. A class sets a number, and the style sheet of the board says what becomes of it.</summary>
    public static string Rules()
    {
        var rules = new StringBuilder();
        Add("h", 0, MostHours);
        Add("m", 0, MinutesOfHour - 1);
        Add("dh", 0, MostHours);
        Add("dm", 0, MinutesOfHour - 1);
        Add("x", 0, MostColumns);
        Add("w", 1, MostColumns);
        Add("i", 0, Lanes - 1);
        Add("k", 2, Lanes);
        for (var scale = 1; scale <= RemOfMinute.Length; scale++)
            rules.Append(CultureInfo.InvariantCulture, $".scale{scale}{{--min:{RemOfMinute[scale - 1]:0.###}rem}}");
        return rules.ToString();

        void Add(string name, int first, int last)
        {
            for (var number = first; number <= last; number++)
                rules.Append(CultureInfo.InvariantCulture, $".{name}{number}{{--{name}:{number}}}");
            rules.Append('\n');
        }
    }

    private static readonly double[] RemOfMinute = [0.2, 0.14, 0.1, 0.08];

    // One line of text has to fit into the shortest session, though hardly into one of a minute.
    private static int Scale(int shortest) => shortest switch { < 8 => 1, < 12 => 2, < 20 => 3, _ => 4 };
}
