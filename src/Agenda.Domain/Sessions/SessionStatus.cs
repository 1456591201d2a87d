namespace Agenda.Domain.Sessions;

/// <summary>Whether a session takes place, as far as is known.</summary>
public enum SessionStatus
{
    /// <summary>Seen by organisers only.</summary>
    Draft = 0,

    /// <summary>In the next release.</summary>
    Confirmed = 1,

    /// <summary>In the next release, marked.</summary>
    Cancelled = 2,
}
