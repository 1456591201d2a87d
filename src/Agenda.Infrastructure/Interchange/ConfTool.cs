using System.Globalization;
using System.Xml;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Reads what ConfTool exports: sessions, papers and people, as XML or as a table with comma or semicolon. Which of them it is, the names of the columns say;
/// their order says nothing.
/// </summary>
internal static class ConfTool
{
    /// <summary>How the ids of a ConfTool site are told from those of other sources.</summary>
    public static Said Id(Said id) => id.IsBlank ? default : id with { Text = $"conftool {id.Text!.Trim()}" };

    /// <summary>Whether a table has columns of ConfTool's.</summary>
    public static bool Knows(IReadOnlyList<string> columns) => Any(columns, "session_ID") || Any(columns, "session_title") || Any(columns, "paperID") || Any(columns, "personID");

    public static Reading Read(CsvRows table, ImportNotes notes) =>
        Read(table.Columns, [.. table.Rows.Select(r => new ConfToolRow(r.Line, r.Values))], notes);

    /// <summary>Reads the export whose root element the reader stands at.</summary>
    /// <exception cref="XmlException">The text is no XML.</exception>
    /// <exception cref="TooMuchException">It is nested too deeply or has more in it than any programme.</exception>
    public static Reading Read(XmlReader reader, ImportNotes notes)
    {
        var rows = new List<ConfToolRow>();
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (reader.LocalName == "rest")
            return new(ImportRefusals.ConfToolSays(FileXml.Read(reader).Said("message").Text));

        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (rows.Count > Limits.ImportSessions)
                throw new TooMuchException();

            var element = FileXml.Read(reader);
            var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            Flatten(element, "", values, columns);
            rows.Add(new ConfToolRow(element.Line, values));
        }

        return Read([.. columns], rows, notes);
    }

    // Presentations may be elements of their own rather than numbered columns.
    private static void Flatten(FileXml element, string prefix, Dictionary<string, string> values, HashSet<string> columns)
    {
        foreach (var child in element.Children)
        {
            if (child.Children.Count == 0)
            {
                columns.Add(prefix + child.Name);
                if (!child.Content.IsBlank)
                    values.TryAdd(prefix + child.Name, child.Content.Text!);
                continue;
            }

            for (var i = 0; i < child.Children.Count; i++)
                Flatten(child.Children[i], string.Create(CultureInfo.InvariantCulture, $"{prefix}p{i + 1}_"), values, columns);
        }
    }

    private static Reading Read(IReadOnlyList<string> columns, List<ConfToolRow> rows, ImportNotes notes)
    {
        if (Any(columns, "session_title") && !Any(columns, "paperID"))
            return Told(ConfToolSessions.Read(columns, rows, notes), rows, notes);
        if (Any(columns, "paperID"))
            return Told(ConfToolPapers.Read(columns, rows, notes), rows, notes);
        if (Any(columns, "personID") || Any(columns, "lastname"))
            return Told(ConfToolPeople.Read(rows), rows, notes);
        return new(ImportRefusals.NoSchedule("it has none of the columns by which sessions (session_title), papers (paperID) or people (personID) are known."));
    }

    private static Reading Told(SaidSchedule schedule, List<ConfToolRow> rows, ImportNotes notes)
    {
        if (rows.Sum(r => r.Escaped) is > 0 and var escaped)
            notes.Mend(Place.File, string.Create(CultureInfo.InvariantCulture, $"{escaped:N0} value{(escaped == 1 ? "" : "s")}"), "Characters were escaped as for a web page, such as \"&amp;\"; read as what they mean.");
        return new(schedule);
    }

    private static bool Any(IReadOnlyList<string> columns, string name) => columns.Contains(name, StringComparer.OrdinalIgnoreCase);
}
