using NodaTime;

namespace Agenda.Domain.Conferences;

/// <summary>
/// When a room is open, in wall time of the conference: on one day, or on every day that has no hours of its own. A closing time that is not
/// later than the opening time is one of the next day. A room without any hours is always open.
/// </summary>
public readonly record struct OpeningHours(LocalDate? Day, LocalTime Opens, LocalTime Closes)
{
    /// <summary>From when to when the room is open if these hours are those of a day.</summary>
    public (LocalDateTime From, LocalDateTime Until) On(LocalDate day) => (day.At(Opens), (Closes > Opens ? day : day.PlusDays(1)).At(Closes));
}
