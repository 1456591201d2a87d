using System.Globalization;
using System.Text;

namespace Agenda.Api.Web.Grid;

/// <summary>
/// The classes that put things in their places, as pages may not style single elements: <c>h2 m30</c> is two and a half hours down the grid,
/// <c>dh1 dm15</c> is as long as one and a quarter, <c>c3 w2</c> is the third column and the next, <c>i1 k2</c> the second of two lanes.
/// </summary>
internal static class Placement
{
    /// <summary>A day with more columns than this is not drawn as a grid.</summary>
    public const int MostColumns = 96;

    /// <summary>So many columns can fit into a page.</summary>
    public const int MostThatFit = 8;

    private const int Hours = 32, Lanes = 3;

    public static string Of(GridStart start) => Length("h", "m", start.Row) + (start.IsClose ? " close" : "");

    public static string Of(GridColumn column, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"c{place + 1}") + (column.Lanes > 1 ? string.Create(CultureInfo.InvariantCulture, $" k{column.Lanes}") : "");

    public static string Fits(int columns) => string.Create(CultureInfo.InvariantCulture, $"fits{columns}");

    public static string Of(TilePlace place) => Length("dh", "dm", place.Rows)
        + string.Create(CultureInfo.InvariantCulture, $" c{place.From + 1}")
        + (place.Width > 1 ? string.Create(CultureInfo.InvariantCulture, $" w{place.Width}") : "")
        + (place.Lanes > 1 ? string.Create(CultureInfo.InvariantCulture, $" i{place.Lane} k{place.Lanes}") : "");

    /// <summary>The rules for all of them. A class sets a number, and the style sheet of the grid says what becomes of it.</summary>
    public static string Rules()
    {
        var rules = new StringBuilder();
        Add("h", 0, Hours - 1, 1);
        Add("m", Steps.Minutes, 55, Steps.Minutes);
        Add("dh", 0, Hours - 1, 1);
        Add("dm", Steps.Minutes, 55, Steps.Minutes);
        Add("c", 1, MostColumns, 1);
        Add("w", 2, MostColumns, 1);
        Add("i", 0, Lanes - 1, 1);
        Add("k", 2, Lanes, 1);
        Add("n", 1, MostColumns, 1);
        for (var columns = 1; columns <= MostThatFit; columns++)
            rules.Append(CultureInfo.InvariantCulture, $"@container (inline-size >= {4 + (columns * 8.7):0.#}rem){{.scroll.{Fits(columns)}{{overflow:visible;max-height:none}}}}\n");
        return rules.ToString();

        void Add(string name, int first, int last, int step)
        {
            for (var number = first; number <= last; number += step)
                rules.Append(CultureInfo.InvariantCulture, $".{name}{number}{{--{name}:{number}}}");
            rules.Append('\n');
        }
    }

    private static string Length(string hours, string minutes, int rows) =>
        string.Create(CultureInfo.InvariantCulture, $"{hours}{rows / Steps.InAnHour}")
        + (rows % Steps.InAnHour is > 0 and var rest ? string.Create(CultureInfo.InvariantCulture, $" {minutes}{rest * Steps.Minutes}") : "");
}
