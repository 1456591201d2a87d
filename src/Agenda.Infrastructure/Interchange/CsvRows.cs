using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Agenda.Domain;
using CsvHelper;
using CsvHelper.Configuration;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// A table as text (RFC 4180, as spreadsheets write it): comma, semicolon or tab between the fields, whichever the first line has. Columns are known by
/// their names; of those that are there twice the first counts.
/// </summary>
internal sealed class CsvRows
{
    // No abstract has more; a field that never ends is a quote that was never closed.
    private const int LongestField = 1_000_000, MostColumns = 5_000;

    private CsvRows(IReadOnlyList<string> columns, IReadOnlyList<CsvRow> rows) => (Columns, Rows) = (columns, rows);

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>The table.</summary>
    /// <exception cref="TooMuchException">It has more rows, columns or characters than any programme.</exception>
    public static CsvRows Read(ReadOnlyMemory<byte> utf8)
    {
        using var text = new StreamReader(AsStream(utf8), Encoding.UTF8);
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(utf8.Span).ToString(),
            MaxFieldSize = LongestField,
            BadDataFound = null,
            DetectColumnCountChanges = false,
            CacheFields = false,
        });
        try
        {
            return Read(parser);
        }
        catch (MaxFieldSizeException)
        {
            throw new TooMuchException();
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> text) =>
        MemoryMarshal.TryGetArray(text, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(text.ToArray(), writable: false);

    private static CsvRows Read(CsvParser parser)
    {
        if (!parser.Read())
            return new([], []);
        if (parser.Count > MostColumns)
            throw new TooMuchException();

        var columns = Enumerable.Range(0, parser.Count).Select(i => parser[i].Trim()).ToList();
        var rows = new List<CsvRow>();
        while (true)
        {
            var line = parser.RawRow + 1;
            if (!parser.Read())
                return new(columns, rows);
            if (rows.Count > Limits.ImportSessions)
                throw new TooMuchException();

            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < Math.Min(columns.Count, parser.Count); i++)
            {
                if (columns[i].Length > 0 && !string.IsNullOrWhiteSpace(parser[i]))
                    values.TryAdd(columns[i], parser[i]);
            }

            if (values.Count > 0)
                rows.Add(new(line, values));
        }
    }

    // Of the first line, outside of quotes.
    private static char DelimiterOf(ReadOnlySpan<byte> text)
    {
        var (quoted, commas, semicolons, tabs) = (false, 0, 0, 0);
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == '\n' && !quoted)
                break;
            else if (!quoted)
                (commas, semicolons, tabs) = (commas + (c == ',' ? 1 : 0), semicolons + (c == ';' ? 1 : 0), tabs + (c == '\t' ? 1 : 0));
        }

        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }
}

/// <summary>A row that has anything in it.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Values">By the names of the columns, without blank ones.</param>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Values);
