using NodaTime;

namespace Agenda.Domain.MyAgendas;

/// <summary>
/// The sessions that an attendee has starred, in any conferences of the installation. It belongs to nobody by name: whoever has the edit token changes
/// it, whoever has the feed token reads it as a calendar.
/// </summary>
public sealed class MyAgenda
{
    /// <summary>How many sessions one may have starred at the most.</summary>
    public const int MostStars = 1_000;

    private MyAgenda()
    {
    }

    public MyAgenda(byte[] editHash, byte[] feedHash, Instant now)
    {
        Id = MyAgendaId.New();
        (EditHash, FeedHash, CreatedAt, ChangedAt) = (editHash, feedHash, now, now);
    }

    public MyAgendaId Id { get; private set; }

    /// <summary>The SHA-256 of the token that changes it.</summary>
    public byte[] EditHash { get; private set; } = [];

    /// <summary>The SHA-256 of the token in the address of its feed.</summary>
    public byte[] FeedHash { get; private set; } = [];

    public Instant CreatedAt { get; private set; }

    /// <summary>When a star was put or removed last.</summary>
    public Instant ChangedAt { get; private set; }

    /// <summary>The entity tag of its feed when it was last read; null before.</summary>
    public string? FeedTag { get; private set; }

    /// <summary>When the feed was first seen with that tag, in whole seconds; later for each new one, so that <c>Last-Modified</c> never goes back.</summary>
    public Instant? FeedModifiedAt { get; private set; }

    /// <summary>A star was put or removed.</summary>
    public void Changed(Instant now) => ChangedAt = now;

    /// <summary>Makes the present address of the feed worthless.</summary>
    public void ReplaceFeedToken(byte[] hash) => FeedHash = hash;
}

/// <summary>A session that somebody starred. It stays when the session leaves the programme, so that a calendar can be told.</summary>
public sealed class Star
{
    private Star()
    {
    }

    public Star(MyAgendaId myAgenda, ConferenceId conference, SessionId session, Instant now) =>
        (MyAgendaId, ConferenceId, SessionId, StarredAt) = (myAgenda, conference, session, now);

    public MyAgendaId MyAgendaId { get; private set; }

    public SessionId SessionId { get; private set; }

    public ConferenceId ConferenceId { get; private set; }

    public Instant StarredAt { get; private set; }
}

/// <summary>When a kind of calendar program read a feed last.</summary>
public sealed class FeedFetch
{
    public required MyAgendaId MyAgendaId { get; init; }

    public required CalendarClient Client { get; init; }

    public required Instant At { get; set; }
}
