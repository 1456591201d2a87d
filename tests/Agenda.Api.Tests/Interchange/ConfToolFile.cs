using System.Security;
using System.Text;

namespace Agenda.Api.Tests.Interchange;

/// <summary>A made-up programme in the layouts in which ConfTool exports: rows by the names of their columns.</summary>
internal sealed class ConfToolFile(params (string Column, string Value)[][] rows)
{
    private readonly string[] columns = [.. rows.SelectMany(row => row.Select(cell => cell.Column)).Distinct()];

    /// <summary>One session with everything that a session can have.</summary>
    public static (string, string)[] Masterclass => [
        ("session_ID", "17"), ("session_short", "MC-C"), ("session_title", "Designing &amp;amp; Leading Networks"), ("session_start", "2031-01-02 14:00"), ("session_end", "2031-01-02 16:30"),
        ("session_room_ID", "4"), ("session_room", "Arbutus Room"), ("session_room_info", "St. Mary's Building<br>Merino Street 4<br>Capacity 60"),
        ("session_info", ""), ("session_abstract", "<p>What <em>networks</em> need.</p>"), ("session_colour_vivid", "#0066cc"),
        ("chair1", "Hargreaves, Andy"), ("chair1_ID", "501"), ("chair1_name", "Andy Hargreaves"), ("chair1_organisation", "Oak College"), ("chair1_email", "andy@hidden.example"),
        ("chair2", "Parsley, Danette"), ("chair2_ID", "502"), ("chair2_name", "Danette Parsley"), ("chair2_organisation", ""), ("chair2_email", "")];

    /// <summary>As a table.</summary>
    public string Csv(char separator = ';', bool reversed = false)
    {
        var order = reversed ? [.. columns.Reverse()] : columns;
        var text = new StringBuilder();
        text.AppendJoin(separator, order.Select(Quoted)).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(separator, order.Select(c => Quoted(row.FirstOrDefault(cell => cell.Column == c).Value ?? ""))).Append("\r\n");
        return text.ToString();
    }

    /// <summary>As XML with these elements.</summary>
    public string Xml(string root = "sessions", string element = "session") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root}>\n{string.Concat(rows.Select(row => $"<{element}>{string.Concat(columns.Select(c => $"<{c}>{SecurityElement.Escape(row.FirstOrDefault(cell => cell.Column == c).Value ?? "")}</{c}>"))}</{element}>\n"))}</{root}>";

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
