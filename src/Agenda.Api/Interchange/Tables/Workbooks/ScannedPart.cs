using System.Globalization;
using System.Xml;

namespace Agenda.Api.Interchange.Tables.Workbooks;

/// <summary>A cell that shows something else than a value: an error, or a formula that was never calculated.</summary>
internal sealed record UnreadCell(string Text, string Why);

/// <summary>
/// One file of a workbook, looked through before it is read: that it is XML without a document type, in which everything is within bounds and in its
/// order, and what no reader of values tells, which are the errors in it.
/// </summary>
internal sealed class ScannedPart
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly XmlReader xml;
    private readonly char[] chunk = new char[4_096];
    private int row, column, others, length;
    private long copied;
    private string? type;
    private string said = "";
    private bool isCell, isText, hasFormula, hasValue;

    private ScannedPart(XmlReader xml) => this.xml = xml;

    /// <summary>How many texts it has for cells to share, and the last of them that its cells use.</summary>
    public int Strings { get; private set; }

    public int LastString { get; private set; } = -1;

    /// <summary>The last row and the last column with something in it; what is only formatted goes on for a million rows.</summary>
    public int LastRow { get; private set; }

    public int LastColumn { get; private set; }

    public Dictionary<(int Row, int Column), UnreadCell> Unread { get; } = [];

    /// <summary>The sheets that it names, and where the parts are that it refers to.</summary>
    public List<(string Name, string Id)> Sheets { get; } = [];

    public Dictionary<string, (string Type, string Target)> Targets { get; } = new(StringComparer.Ordinal);

    public static ScannedPart Of(Stream part)
    {
        using var xml = XmlReader.Create(part, Settings);
        var scanned = new ScannedPart(xml);
        while (xml.Read())
            scanned.Take();
        return scanned;
    }

    private void Take()
    {
        if (xml.NodeType == XmlNodeType.Element)
            Begin(xml.LocalName);
        else if (xml.NodeType == XmlNodeType.EndElement)
            End(xml.LocalName);
        else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            Measure();
    }

    private void Begin(string name)
    {
        Hold(xml.Depth <= WorkbookBounds.Depth, TableRefusals.DamagedWorkbook());
        if (!isText)
            (length, said) = (0, "");
        switch (name)
        {
            case "row":
                var next = xml.GetAttribute("r") is { } written ? Number(written) : row + 1;
                Hold(next > row && next <= WorkbookBounds.Rows, TableRefusals.DamagedWorkbook());
                (row, column) = (next, 0);
                break;
            case "c":
                var place = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                Hold(place > column && place <= WorkbookBounds.Columns, TableRefusals.DamagedWorkbook());
                (column, type, isCell, hasFormula, hasValue) = (place, xml.GetAttribute("t"), !xml.IsEmptyElement, false, false);
                break;
            case "f":
                hasFormula = true;
                break;
            case "v":
                hasValue = true;
                break;
            case "si" or "is":
                (isText, length) = (!xml.IsEmptyElement, 0);
                Hold((Strings += name == "si" ? 1 : 0) <= WorkbookBounds.Strings, TableRefusals.WorkbookTooLarge());
                break;
            case "t":
                break;
            default:
                Other(name);
                break;
        }
    }

    private void Other(string name)
    {
        Hold(++others <= WorkbookBounds.Others, TableRefusals.WorkbookTooLarge());
        if (name == "sheet")
        {
            Hold(Sheets.Count < WorkbookBounds.Sheets, TableRefusals.WorkbookTooLarge());
            var title = xml.GetAttribute("name") ?? "";
            for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                if (xml is { LocalName: "id", NamespaceURI.Length: > 0 })
                    Sheets.Add((title, xml.Value));
            }

            xml.MoveToElement();
        }
        else if (name == "Relationship")
        {
            Hold(Targets.TryAdd(xml.GetAttribute("Id") ?? "", (xml.GetAttribute("Type") ?? "", xml.GetAttribute("Target") ?? "")), TableRefusals.DamagedWorkbook());
            Hold(Targets.Count <= WorkbookBounds.Parts, TableRefusals.WorkbookTooLarge());
        }
        else if (name == "numFmt")
        {
            Hold(xml.GetAttribute("formatCode") is not { Length: > WorkbookBounds.FormatCode }, TableRefusals.DamagedWorkbook());
        }
    }

    private void End(string name)
    {
        if (name is "si" or "is")
            isText = false;
        else if (name == "v" && isCell && type == "s")
            LastString = Math.Max(LastString, Number(said));
        else if (name == "v" && isCell && type == "e")
            Note(new UnreadCell(said, "The spreadsheet shows an error here."));
        else if (name == "c" && hasFormula && !hasValue)
            Note(new UnreadCell("", "It is a formula that was never calculated: open the file in a spreadsheet and save it there."));
        isCell &= name != "c";
    }

    private void Note(UnreadCell cell)
    {
        Hold(Unread.Count < WorkbookBounds.UnreadCells, TableRefusals.WorkbookTooLarge());
        Unread[(row, column)] = cell;
        (LastRow, LastColumn) = (row, Math.Max(column, LastColumn));
    }

    private void Measure()
    {
        int read;
        while ((read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            if (said.Length == 0)
                said = new string(chunk, 0, Math.Min(read, 20));
            Hold((length += read) <= TableFile.LongestCell, TableRefusals.CellTooLong(TableFile.LongestCell));
        }

        if (isCell)
            (LastRow, LastColumn) = (row, Math.Max(column, LastColumn));
        Hold(!isText || (copied += length) <= WorkbookBounds.Copied, TableRefusals.WorkbookTooLarge());
    }

    private static void Hold(bool holds, Domain.Refusal otherwise)
    {
        if (!holds)
            throw new RefusedWorkbookException(otherwise);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new RefusedWorkbookException(TableRefusals.DamagedWorkbook());

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            column = (column * 26) + (letter & 0x1F);
        return column;
    }
}
