using System.Text;
using ExcelDataReader;

namespace Agenda.Api.Interchange.Tables.Workbooks;

/// <summary>The rows of a workbook that have something in them, as they would stand in a CSV file.</summary>
internal static class WorkbookLines
{
    private static readonly ExcelReaderConfiguration Plain = MakePlain();

    /// <summary>Whether a file is packed as workbooks are (.xlsx, and much else), and whether it is an old or locked one (.xls).</summary>
    public static bool IsZip(ReadOnlySpan<byte> file) => file is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public static bool IsOldWorkbook(ReadOnlySpan<byte> file) => file is [0xD0, 0xCF, 0x11, 0xE0, ..];

    /// <summary>Reads the sheet of that name, else the first, as far as one row beyond <paramref name="most"/>.</summary>
    /// <exception cref="RefusedWorkbookException">It is no workbook that can be read.</exception>
    public static List<TableLine> Read(ReadOnlyMemory<byte> file, string sheet, int most)
    {
        try
        {
            var (place, name, seen) = ScannedWorkbook.Of(file).Sheet(sheet);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(ScannedWorkbook.StreamOf(file), Plain);
            for (var i = 0; i < place; i++)
                reader.NextResult();
            if (reader.Name != name)
                throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());

            var lines = new List<TableLine>();
            for (var number = 1; number <= seen.LastRow && lines.Count <= most && reader.Read(); number++)
            {
                if (LineOf(reader, number, seen) is { } line)
                    lines.Add(line);
            }

            return lines;
        }
        catch (Exception wrong) when (wrong is not (RefusedWorkbookException or OutOfMemoryException))
        {
            // A damaged file makes unpacking, XML or reading fail in any way that they have.
            throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());
        }
    }

    // Its constructor asks for the encoding of old workbooks, which .NET has only once somebody has registered it.
    private static ExcelReaderConfiguration MakePlain()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new();
    }

    private static TableLine? LineOf(IExcelDataReader reader, int number, ScannedPart seen)
    {
        var (unread, last) = (seen.Unread, Math.Min(reader.FieldCount, seen.LastColumn) - 1);
        while (last >= 0 && reader.IsDBNull(last) && (unread.Count == 0 || !unread.ContainsKey((number, last + 1))))
            last--;
        if (last < 0)
            return null;

        var cells = new string[last + 1];
        Dictionary<int, string>? wrong = null;
        for (var i = 0; i <= last; i++)
        {
            var isWrong = unread.TryGetValue((number, i + 1), out var cell);
            cells[i] = isWrong ? cell!.Text : Http.FormulaText.Bare(WorkbookCell.Text(reader, i));
            if (isWrong)
                (wrong ??= [])[i] = cell!.Why;
        }

        return wrong is not null || Array.Exists(cells, cell => cell.Length > 0) ? new TableLine(number, cells, Broken: false, wrong) : null;
    }
}
