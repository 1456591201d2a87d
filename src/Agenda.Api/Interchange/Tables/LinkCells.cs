using Agenda.Api.Http;

namespace Agenda.Api.Interchange.Tables;

/// <summary>Links in a cell: each in a line of its own, its words and then its address in angle brackets.</summary>
internal static class LinkCells
{
    public static string? Of(IReadOnlyList<LinkEntry> links) => CellValues.Of([.. links.Select(l => $"{l.Title} <{l.Url}>")], "\n");

    public static IReadOnlyList<LinkEntry>? Read(SaidCell cell)
    {
        var links = new List<LinkEntry>();
        foreach (var line in (cell.Text ?? "").Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = line.LastIndexOf('<');
            if (at < 1 || !line.EndsWith('>'))
            {
                cell.Refuse("Each link stands in a line of its own, as: Slides <https://example.org/slides>");
                return null;
            }

            links.Add(new LinkEntry
            {
                Title = line[..at].TrimEnd(),
                Url = line[(at + 1)..^1].Trim(),
            });
        }

        return links;
    }
}
