using Agenda.Domain.Conferences;
using NodaTime;

namespace Agenda.Api.Rooms;

/// <summary>When a room is open, in wall time of the conference.</summary>
public sealed record OpeningHoursEntry
{
    /// <summary>The day that it is about; null for every day that has no hours of its own.</summary>
    public LocalDate? Day { get; init; }

    public required LocalTime Opens { get; init; }

    /// <summary>One that is not later than the opening time is one of the next day.</summary>
    public required LocalTime Closes { get; init; }

    internal static IReadOnlyList<OpeningHours> ToDomain(IReadOnlyList<OpeningHoursEntry> entries) => [.. entries.Select(h => new OpeningHours(h.Day, h.Opens, h.Closes))];

    internal static IReadOnlyList<OpeningHoursEntry> Of(IReadOnlyList<OpeningHours> hours) => [.. hours.Select(h => new OpeningHoursEntry
    {
        Day = h.Day,
        Opens = h.Opens,
        Closes = h.Closes,
    })];
}
