using Agenda.Api.Rooms;
using Agenda.Infrastructure.Json;

namespace Agenda.Api.Interchange.Tables;

/// <summary>The columns of the table of rooms.</summary>
internal static class RoomColumns
{
    public static IReadOnlyList<TableColumn<RoomRequest>> Of(bool withJoinLinks) =>
    [
        // Without a slug a room keeps the one that it has, and a new one gets one that is made of its name.
        new("slug", r => r.Slug, (r, cell) => r with { Slug = cell.Text?.Trim() is { Length: > 0 } slug ? slug : r.Slug }),
        new("name", r => r.Name, (r, cell) => r with { Name = cell.Text ?? "" }),
        new("building", r => r.Building, (r, cell) => r with { Building = cell.Text }),
        new("capacity", r => CellValues.Of(r.Capacity), (r, cell) => r with { Capacity = CellValues.Number(cell) }),
        new("order", r => CellValues.Of(r.Order), (r, cell) => r with { Order = CellValues.Number(cell) ?? 0 }),
        new("virtual", r => CellValues.Of(r.Virtual), (r, cell) => r with { Virtual = CellValues.Mark(cell, otherwise: false) }),
        new("parts", r => CellValues.Of(r.Parts), (r, cell) => r with { Parts = CellValues.Parts(cell.Text) }),
        new("openingHours", r => CellValues.Of([.. r.OpeningHours.Select(Hours)]), (r, cell) => r with { OpeningHours = HoursIn(cell) ?? r.OpeningHours }),
        .. withJoinLinks ? (TableColumn<RoomRequest>[])[new("joinUrl", r => r.JoinUrl, (r, cell) => r with { JoinUrl = cell.Text?.Trim() })] : [],
    ];

    private static string Hours(OpeningHoursEntry hours) => $"{(hours.Day is { } day ? $"{CellValues.Of(day)} " : "")}{CellValues.Of(hours.Opens)}-{CellValues.Of(hours.Closes)}";

    private static List<OpeningHoursEntry>? HoursIn(SaidCell cell)
    {
        var hours = new List<OpeningHoursEntry>();
        foreach (var part in CellValues.Parts(cell.Text))
        {
            var (day, times) = part.Split(' ', 2) is [var first, var rest] && TimeJson.Date.Parse(first) is { Success: true, Value: var date } ? (date, rest) : ((NodaTime.LocalDate?)null, part);
            if (times.Split(['-', '–']) is not [var from, var until] || CellValues.TimeOf(from) is not { } opens || CellValues.TimeOf(until) is not { } closes)
            {
                cell.Refuse("Opening hours stand as 09:00-18:00, or 2024-01-08 09:00-18:00 for one day, with semicolons between.");
                return null;
            }

            hours.Add(new OpeningHoursEntry
            {
                Day = day,
                Opens = opens,
                Closes = closes,
            });
        }

        return hours;
    }
}
