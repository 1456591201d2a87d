using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Tests.Interchange.Tables;

/// <summary>A cell as it is written in the XML of a sheet.</summary>
internal sealed record RawCell(string Attributes, string Content)
{
    public static RawCell Number(double number, int style) => new($"s=\"{style}\"", string.Create(CultureInfo.InvariantCulture, $"<v>{number:R}</v>"));
}

/// <summary>Workbooks, written part by part.</summary>
internal static class Workbooks
{
    public const int Date = 1, Time = 2, Moment = 3, GermanDate = 4, Duration = 5, HalfDays = 6, Quoted = 7;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Numbers = ["version", "seats", "minutes", "order", "capacity"];

    /// <summary>A table as a spreadsheet keeps it that knows what is a number, a day, a time and a mark.</summary>
    public static byte[] Typed(Sheet sheet) => Of([[.. sheet.Columns], .. sheet.Rows.Select(row => sheet.Columns.Select(column => Typed(column, row[column])).ToArray())]);

    public static byte[] Of(IEnumerable<object?[]> rows, string name = "Sheet1") => Zip(Parts(rows, name));

    public static byte[] With(string sheet) => Zip(Parts([], "Sheet1").Select(part => part.Name == "xl/worksheets/sheet1.xml" ? (part.Name, sheet) : part));

    public static (string Name, string Content)[] Parts(IEnumerable<object?[]> rows, string name)
    {
        var strings = new List<string>();
        var sheet = Sheet(rows, strings);
        return
        [
            ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""),
            ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", Book(name)),
            ("xl/_rels/workbook.xml.rels", Relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId8", "styles", "styles.xml"), ("rId9", "sharedStrings", "/xl/sharedStrings.xml"))),
            ("xl/styles.xml", Styles),
            ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{string.Concat(strings.Select(text => $"<si>{Text(text)}</si>"))}</sst>"""),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
    }

    public static string Book(params string[] names) =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(names.Select((name, i) => $"""<sheet name="{name}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""))}</sheets></workbook>""";

    public static string Relations(params (string Id, string Type, string Target)[] all) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(all.Select(r => $"""<Relationship Id="{r.Id}" Type="{Office}/{r.Type}" Target="{r.Target}"/>"""))}</Relationships>""";

    /// <summary>Rows of null are left out, as spreadsheets do.</summary>
    public static string Sheet(IEnumerable<object?[]> rows, List<string> strings) => Sheet(string.Concat(rows.Select((cells, row) =>
        cells.Length == 0 ? "" : $"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, column) => Cell($"{Letters(column)}{row + 1}", cell, strings)))}</row>")));

    public static string Sheet(string rows) => $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    public static byte[] Zip(IEnumerable<(string Name, string Content)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    public static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    public static double DayNumber(string day) => Period.DaysBetween(new LocalDate(1899, 12, 30), LocalDatePattern.Iso.Parse(day).Value);

    public static double TimeNumber(string time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value.TickOfDay / (double)NodaConstants.TicksPerDay;

    private static string Styles => $"""
        <styleSheet xmlns="{Main}"><numFmts count="4"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="[$-409]h:mm\ AM/PM;@"/><numFmt numFmtId="167" formatCode="hh:mm&quot; today&quot;"/></numFmts>
        <cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>
        """;

    private static object? Typed(string column, string text) => column switch
    {
        _ when text.Length == 0 => null,
        "day" => RawCell.Number(DayNumber(text), Date),
        "start" => RawCell.Number(TimeNumber(text), Time),
        "virtual" => text == "true",
        _ when Numbers.Contains(column) => int.Parse(text.TrimStart('\''), CultureInfo.InvariantCulture),
        _ => text,
    };

    // Every other text is shared between cells, as Excel does; the rest stands in its cell, as other programs do.
    private static string Cell(string place, object? cell, List<string> strings)
    {
        switch (cell)
        {
            case null:
                return "";
            case RawCell raw:
                return $"<c r=\"{place}\" {raw.Attributes}>{raw.Content}</c>";
            case bool mark:
                return $"<c r=\"{place}\" t=\"b\"><v>{(mark ? 1 : 0)}</v></c>";
            case string text when text.Length % 2 == 0:
                strings.Add(text);
                return $"<c r=\"{place}\" t=\"s\"><v>{strings.Count - 1}</v></c>";
            case string text:
                return $"<c r=\"{place}\" t=\"inlineStr\"><is>{Text(text)}</is></c>";
            default:
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\"><v>{cell}</v></c>");
        }
    }

    private static string Text(string text) => $"<t xml:space=\"preserve\">{SecurityElement.Escape(text).Replace("\r", "_x000D_", StringComparison.Ordinal)}</t>";
}
