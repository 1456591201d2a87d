using System.Text.Json;
using Agenda.Api.Sessions;
using Agenda.Domain.Sessions;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The columns of the table of sessions.</summary>
internal static class SessionColumns
{
    /// <summary>The columns that make up where and when a session is.</summary>
    public static readonly string[] OfPlacement = ["room", "day", "start", "minutes", "offset"];

    public static IReadOnlyList<TableColumn<SessionRow>> Of(PeopleCells people, DayCells days, bool withNotes) =>
    [
        Said("code", s => s.Code, (s, cell) => s with { Code = cell.Text?.Trim() ?? "" }),
        Said("title", s => s.Title, (s, cell) => s with { Title = cell.Text ?? "" }),
        Said("type", s => s.Type, (s, cell) => s with { Type = cell.Text?.Trim() ?? "" }),
        Said("track", s => s.Track, (s, cell) => s with { Track = cell.Text?.Trim() }),
        Said("language", s => s.Language, (s, cell) => s with { Language = cell.Text?.Trim() }),
        Said("status", s => JsonNamingPolicy.KebabCaseLower.ConvertName($"{s.Status}"), (s, cell) => s with { Status = StatusOf(cell, s.Status) }),
        Said("seats", s => CellValues.Of(s.Seats), (s, cell) => s with { Seats = CellValues.Number(cell) }),
        new("room", s => s.Room, (s, cell) => s with { Room = cell.Text?.Trim() }),
        new("day", s => CellValues.Of(s.Day), (s, cell) => s with { Day = days.Read(cell) }),
        new("start", s => CellValues.Of(s.Start), (s, cell) => s with { Start = CellValues.Time(cell) }),
        new("minutes", s => CellValues.Of(s.Minutes), (s, cell) => s with { Minutes = CellValues.Number(cell) }),
        new("offset", s => CellValues.Of(s.Offset), (s, cell) => s with { Offset = CellValues.Offset(cell) }),
        Said("chairs", s => people.Of(s.Chairs), (s, cell) => s with { Chairs = In(people, cell) ?? s.Chairs }),
        Said("discussants", s => people.Of(s.Discussants), (s, cell) => s with { Discussants = In(people, cell) ?? s.Discussants }),
        Said("abstract", s => s.Abstract, (s, cell) => s with { Abstract = CellValues.Text(cell) }),
        Said("resources", s => LinkCells.Of(s.Resources), (s, cell) => s with { Resources = LinkCells.Read(cell) ?? s.Resources }),
        .. withNotes ? (TableColumn<SessionRow>[])
        [
            Said("notes", s => s.Notes, (s, cell) => s with { Notes = CellValues.Text(cell) }),
            Said("joinUrl", s => s.JoinUrl, (s, cell) => s with { JoinUrl = cell.Text?.Trim() }),
        ] : [],
    ];

    private static TableColumn<SessionRow> Said(string name, Func<SessionRequest, string?> show, Func<SessionRequest, SaidCell, SessionRequest> read) =>
        new(name, row => show(row.Said), (row, cell) => row with { Said = read(row.Said, cell) });

    private static SessionStatus StatusOf(SaidCell cell, SessionStatus before)
    {
        if (cell.Text?.Trim() is not { Length: > 0 } text)
            return before;
        foreach (var status in Enum.GetValues<SessionStatus>())
        {
            if (text.Equals($"{status}", StringComparison.OrdinalIgnoreCase))
                return status;
        }

        cell.Refuse("It is neither draft nor confirmed nor cancelled.");
        return before;
    }

    private static Guid[]? In(PeopleCells people, SaidCell cell)
    {
        if (people.Read(cell) is not { } found)
            return null;
        if (!found.Any(p => p.Star))
            return [.. found.Select(p => p.Person)];

        cell.Refuse("A star says who presents a contribution; here it means nothing.");
        return null;
    }
}
