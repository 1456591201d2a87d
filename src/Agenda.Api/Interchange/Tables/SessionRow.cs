using Agenda.Api.Sessions;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Api.Interchange.Tables;

/// <summary>A session as a row: what is said of it, and where and when it is.</summary>
internal sealed record SessionRow(SessionRequest Said)
{
    public string? Room { get; init; }

    public LocalDate? Day { get; init; }

    public LocalTime? Start { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Said only where the zone has the hour of the start twice.</summary>
    public Offset? Offset { get; init; }

    public static SessionRow Of(SessionResponse session, ConferenceZone zone)
    {
        var placement = session.Placement;
        return new SessionRow(new SessionRequest
        {
            Code = session.Code,
            Title = session.Title,
            Type = session.Type,
            Track = session.Track,
            Language = session.Language,
            Abstract = session.Abstract,
            Notes = session.Notes,
            Status = session.Status,
            Chairs = session.Chairs,
            Discussants = session.Discussants,
            Contributions = session.Contributions,
            Resources = session.Resources,
            Seats = session.Seats,
            JoinUrl = session.JoinUrl,
        })
        {
            Room = placement?.Room,
            Day = placement?.Day,
            Start = placement?.Start.TimeOfDay,
            Minutes = placement?.Minutes,
            Offset = placement is not null && zone.SlotsAt(placement.Start, placement.Minutes).Count > 1 ? placement.UtcOffset : null,
        };
    }

    public static SessionRow Blank { get; } = new(new SessionRequest
    {
        Code = "",
        Title = "",
        Type = "",
        Status = SessionStatus.Draft,
    });
}
