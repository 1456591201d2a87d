using System.Globalization;
using System.Text;
using Agenda.Api.Http;
using Agenda.Domain;
using CsvHelper;
using CsvHelper.Configuration;

namespace Agenda.Api.Interchange.Tables;

/// <summary>A table that came back from a spreadsheet: its columns by name, and its lines as they are written.</summary>
internal sealed class TableFile
{
    // Beyond what any cell of a table can hold, and beyond what a person would write.
    private const int LongestCell = 250_000, MostColumns = 500;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly Dictionary<string, int> columns;
    private readonly TableText text;

    private TableFile(TableText text, char separator, Dictionary<string, int> columns, IReadOnlyList<string> unknown, IReadOnlyList<TableLine> lines) =>
        (this.text, Separator, this.columns, Unknown, Lines) = (text, separator, columns, unknown, lines);

    public char Separator { get; }

    public string Encoding => text.Encoding;

    /// <summary>Columns that the table does not have.</summary>
    public IReadOnlyList<string> Unknown { get; }

    public IReadOnlyList<TableLine> Lines { get; }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>What stands there; null for an empty cell and for a column that the file does not have.</summary>
    public string? Cell(TableLine line, string column) => columns.TryGetValue(column, out var place) && place < line.Cells.Length && line.Cells[place] is { Length: > 0 } cell ? cell : null;

    /// <summary>Whether the cell is what is left of the text after it was saved in an encoding that lacks some of its letters.</summary>
    public bool IsRestOf(string? cell, string? shown) => cell is not null && shown is not null && text.IsRestOf(cell, shown);

    /// <summary>Reads a file of which only the columns of these names count, or says why it is no such table.</summary>
    public static (TableFile? File, Refusal? Refusal) Read(ReadOnlyMemory<byte> file, IReadOnlyList<string> names)
    {
        if (file.Span is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
            return (null, TableRefusals.Workbook());
        if (TableText.Of(file) is not { } text)
            return (null, TableRefusals.UnknownEncoding());

        try
        {
            // The separator is that which makes most of the first line known.
            var heads = Separators.Select(separator => (Separator: separator, Head: HeadOf(text, separator))).ToList();
            var (chosen, (head, line)) = heads.MaxBy(h => h.Head.Cells.Count(cell => names.Contains(cell, StringComparer.OrdinalIgnoreCase)));
            return ReadLines(text, chosen, head, line, names);
        }
        catch (Exception wrong) when (wrong is MaxFieldSizeException or DecoderFallbackException)
        {
            return (null, wrong is MaxFieldSizeException ? TableRefusals.CellTooLong(LongestCell) : TableRefusals.UnknownEncoding());
        }
    }

    private static (TableFile? File, Refusal? Refusal) ReadLines(TableText text, char separator, string[] head, int headLine, IReadOnlyList<string> names)
    {
        var (columns, unknown) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        for (var i = 0; i < head.Length; i++)
        {
            if (names.FirstOrDefault(name => name.Equals(head[i], StringComparison.OrdinalIgnoreCase)) is not { } name)
            {
                if (head[i].Length > 0)
                    unknown.Add(head[i]);
            }
            else if (!columns.TryAdd(name, i))
            {
                return (null, TableRefusals.ColumnTwice(name));
            }
        }

        if (columns.Count == 0)
            return (null, TableRefusals.NotATable(names));
        if (head.Length > MostColumns)
            return (null, TableRefusals.TooManyColumns(MostColumns));

        var lines = new List<TableLine>();
        foreach (var line in LinesOf(text, separator).Where(line => line.Number > headLine && Array.Exists(line.Cells, cell => cell.Length > 0)))
        {
            if (line.Broken)
                return (null, TableRefusals.NotWellFormed(line.Number));
            if (line.Cells.Length > head.Length && line.Cells[head.Length..].Any(cell => cell.Length > 0))
                return (null, TableRefusals.TooManyCells(line.Number, line.Cells.Length, head.Length));
            if (lines.Count == Limits.ImportSessions)
                return (null, TableRefusals.TooManyLines());
            lines.Add(line);
        }

        return (new TableFile(text, separator, columns, unknown, lines), null);
    }

    private static (string[] Cells, int Line) HeadOf(TableText text, char separator)
    {
        try
        {
            var head = LinesOf(text, separator).Take(10).FirstOrDefault(line => Array.Exists(line.Cells, cell => cell.Length > 0));
            return head is null ? ([], 0) : ([.. head.Cells.Select(cell => cell.Trim())], head.Number);
        }
        catch (MaxFieldSizeException)
        {
            return ([], 0);
        }
    }

    // Excel may be told the separator in a line of its own, which it does not show.
    private static IEnumerable<TableLine> LinesOf(TableText text, char separator)
    {
        var (broken, number) = (false, 0);
        using var reader = text.Open();
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            BadDataFound = _ => broken = true,
        });
        while (parser.Read())
        {
            broken = false;
            var cells = new string[parser.Count];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = FormulaText.Bare(parser[i]);
            if (number > 0 || !cells.FirstOrDefault("").StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
                yield return new TableLine(++number, cells, broken);
        }
    }
}

/// <summary>One row of a table: its number as the spreadsheet shows it, and its cells without the apostrophes before formulas.</summary>
/// <param name="Broken">Whether quotes in it do not match.</param>
internal sealed record TableLine(int Number, string[] Cells, bool Broken);
