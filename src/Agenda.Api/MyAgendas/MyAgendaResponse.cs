using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.MyAgendas;

/// <summary>What an attendee has starred.</summary>
public sealed record MyAgendaResponse
{
    /// <summary>In order of time; sessions without one stand at the end.</summary>
    public required IReadOnlyList<StarredSessionResponse> Stars { get; init; }

    /// <summary>Starred sessions that are at the same time, in order of time. Breaks, cancelled and withdrawn sessions clash with nothing.</summary>
    public required IReadOnlyList<StarClashResponse> Clashes { get; init; }

    /// <summary>When calendar programs last read the feed, by kind of program, the newest first. Empty: none has yet.</summary>
    public required IReadOnlyList<FeedFetchResponse> Fetches { get; init; }

    /// <summary>The last day on which any of it is kept; null while nothing is starred.</summary>
    public required LocalDate? KeptUntil { get; init; }

    internal static async Task<MyAgendaResponse> ReadAsync(MyAgenda mine, AgendaDbContext db, MyAgendaSources sources, CancellationToken cancellation)
    {
        var rows = await db.Stars.AsNoTracking().Where(s => s.MyAgendaId == mine.Id)
            .Join(db.Conferences.AsNoTracking(), s => s.ConferenceId, c => c.Id, (s, c) => new { Star = s, c.Slug, c.LastDay }).ToListAsync(cancellation);
        var agendas = new Dictionary<string, PublishedAgenda?>(StringComparer.Ordinal);
        foreach (var slug in rows.Select(r => r.Slug).Distinct())
            agendas[slug] = await sources.Agendas.NewestAsync(slug, cancellation);

        var stars = rows.Select(r => StarredSessionResponse.Of(r.Star, r.Slug, agendas[r.Slug], sources.Address)).ToList();
        return new()
        {
            Stars = [.. stars.OrderBy(s => s.StartUtc is null).ThenBy(s => s.StartUtc).ThenBy(s => s.Conference, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal)],
            Clashes = StarClashResponse.Among(rows.Select(r => (r.Star, agendas[r.Slug]))),
            Fetches = [.. (await sources.Fetches.OfAsync(db, mine.Id, cancellation)).Select(f => new FeedFetchResponse(f.Client, f.At))],
            KeptUntil = rows.Count == 0 ? null : MyAgendaExpiry.LastDay(rows.Max(r => r.LastDay), sources.KeptDays),
        };
    }
}

/// <summary>A session that somebody starred, as the newest release has it.</summary>
public sealed record StarredSessionResponse
{
    /// <summary>The id of the session, which stays whatever its code becomes.</summary>
    public required Guid Session { get; init; }

    /// <summary>The slug of its conference.</summary>
    public required string Conference { get; init; }

    /// <summary>Null for a session of which nothing is left.</summary>
    public required string? Code { get; init; }

    public required string? Title { get; init; }

    /// <summary>What became of it.</summary>
    public required StarredStatus Status { get; init; }

    /// <summary>The IANA name of the conference's zone, in which local times are.</summary>
    public required string? TimeZone { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime? Start { get; init; }

    /// <summary>Wall time of the conference.</summary>
    public required LocalDateTime? End { get; init; }

    public required Instant? StartUtc { get; init; }

    public required Instant? EndUtc { get; init; }

    /// <summary>The slug of the room.</summary>
    public required string? Room { get; init; }

    /// <summary>The session's page; null for one that is withdrawn.</summary>
    public required string? Url { get; init; }

    public required Instant StarredAt { get; init; }

    internal static StarredSessionResponse Of(Star star, string conference, PublishedAgenda? agenda, PublicAddress address)
    {
        var session = agenda?.PlaceOf(star.SessionId) is { } place ? agenda.Sessions[place] : null;
        var withdrawn = session is null ? agenda?.Document.Withdrawn.FirstOrDefault(s => s.Id == star.SessionId) : null;
        return new()
        {
            Session = star.SessionId.Value,
            Conference = conference,
            Code = session?.Code ?? withdrawn?.Code,
            Title = session?.Title ?? withdrawn?.Title,
            Status = session is null ? StarredStatus.Withdrawn : session.Cancelled ? StarredStatus.Cancelled : StarredStatus.Confirmed,
            TimeZone = agenda?.Zone.Id,
            Start = session?.Times?.Start.LocalDateTime,
            End = session?.Times?.End.LocalDateTime,
            StartUtc = session?.Times?.Start.ToInstant(),
            EndUtc = session?.Times?.End.ToInstant(),
            Room = session?.Room?.Slug,
            Url = session is null ? null : address.Session(conference, session.Code),
            StarredAt = star.StarredAt,
        };
    }
}

/// <summary>What became of a session that somebody starred.</summary>
public enum StarredStatus
{
    Confirmed,

    Cancelled,

    /// <summary>It is not in the programme any more.</summary>
    Withdrawn,
}

/// <summary>Two starred sessions at the same time.</summary>
/// <param name="Sessions">Their ids, the one that starts first before the other.</param>
/// <param name="StartUtc">When the overlap starts.</param>
/// <param name="EndUtc">When it ends.</param>
public sealed record StarClashResponse(IReadOnlyList<Guid> Sessions, Instant StartUtc, Instant EndUtc)
{
    internal static IReadOnlyList<StarClashResponse> Among(IEnumerable<(Star Star, PublishedAgenda? Agenda)> stars)
    {
        var timed = new List<(SessionId, Interval)>();
        foreach (var (star, agenda) in stars)
        {
            if (agenda?.PlaceOf(star.SessionId) is { } place && agenda.Sessions[place] is { Cancelled: false, Type.Break: false, Times: { } times })
                timed.Add((star.SessionId, new Interval(times.Start.ToInstant(), times.End.ToInstant())));
        }

        return [.. StarClash.Among(timed).Select(c => new StarClashResponse([c.First.Value, c.Second.Value], c.Overlap.Start, c.Overlap.End))];
    }
}

/// <summary>When a kind of calendar program last read the feed.</summary>
public sealed record FeedFetchResponse(CalendarClient Client, Instant At);

/// <summary>What answers about an attendee's own agenda are made of beside the database.</summary>
internal sealed class MyAgendaSources(PublishedAgendas agendas, PublicAddress address, FetchLog fetches, IConfiguration configuration)
{
    public PublishedAgendas Agendas => agendas;

    public PublicAddress Address => address;

    public FetchLog Fetches => fetches;

    /// <summary><c>MyAgendas:KeepDays</c>: how many days after a conference what was starred there is kept.</summary>
    public int KeptDays { get; } = Math.Max(0, configuration.GetValue("MyAgendas:KeepDays", MyAgendaExpiry.UsualDays));
}
