using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Agenda.Api.Tests.Web.Grid;

/// <summary>Where the classes of a page put its tiles.</summary>
internal static partial class DrawnGrid
{
    /// <summary>Each tile in the order of the page: its words, "row+rows" in steps of five minutes, its columns, and its lane.</summary>
    public static IReadOnlyList<string> Places(this IParentNode page) => [.. page.QuerySelectorAll(".tile").Select(Place)];

    public static IReadOnlyList<string> Rooms(this IParentNode page) => page.Texts(".heads b");

    public static (int Row, int Rows, int Column, int Columns, int Lane, int Lanes) Box(this IElement tile)
    {
        var (at, of) = (Numbers(tile.Closest(".start")!), Numbers(tile));
        return (Steps(at, "h", "m"), Steps(of, "dh", "dm"), of["c"], of.GetValueOrDefault("w", 1), of.GetValueOrDefault("i"), of.GetValueOrDefault("k", 1));
    }

    private static string Place(IElement tile)
    {
        var name = tile.QuerySelector(".code")?.TextContent ?? tile.QuerySelector("h4 a")!.TextContent;
        if (tile.ClassList.Contains("stacked"))
            return $"{name} stacked";

        var (row, rows, column, columns, lane, lanes) = tile.Box();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {row}+{rows} {(columns > 1 ? $"c{column}-{column + columns - 1}" : $"c{column}")}{(lanes > 1 ? $" {lane + 1}/{lanes}" : "")}");
    }

    private static int Steps(Dictionary<string, int> numbers, string hours, string minutes) => (numbers[hours] * 12) + (numbers.GetValueOrDefault(minutes) / 5);

    private static Dictionary<string, int> Numbers(IElement element) =>
        element.ClassList.Select(name => Numbered().Match(name)).Where(match => match.Success).ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("^([a-z]+)([0-9]+)$")]
    private static partial Regex Numbered();
}
