using System.Globalization;
using Agenda.Domain;

namespace Agenda.Api.Interchange.Tables;

/// <summary>Everything that a table can be refused for as a whole.</summary>
internal static class TableRefusals
{
    public static Refusal Workbook() => new("workbook", "This is a workbook. Save it as CSV (in Excel \"CSV UTF-8\") and take that file.");

    public static Refusal UnknownEncoding() => new("unknown-encoding", "The file is no text in UTF-8, UTF-16 or Windows-1252; save it as CSV in UTF-8.");

    public static Refusal NotATable(IEnumerable<string> names) => new("not-a-table", $"The first line names no column of this table. There are {string.Join(", ", names)}.");

    public static Refusal ColumnTwice(string name) => new("column-twice", $"The column \"{name}\" is there twice.");

    public static Refusal NotWellFormed(int line) => new("not-well-formed", $"In row {line} the quotation marks do not match, or the file breaks off there.");

    public static Refusal TooManyCells(int line, int cells, int columns) =>
        new("too-many-cells", string.Create(CultureInfo.InvariantCulture, $"Row {line} has {cells:N0} cells, and the first line {columns:N0}: something that separates cells must stand in quotation marks."));

    public static Refusal TooManyColumns(int most) => new("too-many-columns", $"The file has more than {most} columns.");

    public static Refusal TooManyLines() => new("too-many-rows", string.Create(CultureInfo.InvariantCulture, $"The file has more than {Limits.ImportSessions:N0} rows."));

    public static Refusal CellTooLong(int most) => new("cell-too-long", string.Create(CultureInfo.InvariantCulture, $"A cell of the file has more than {most:N0} characters."));

    public static Refusal RowsRefused(int places) => new("rows-refused", $"{(places == 1 ? "One place" : $"{places} places")} of the file cannot be taken as it is. Nothing was changed.");
}
