using System.Text.Json.Serialization;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Sessions;

/// <summary>A session as it is entered: what was said of it in the words of the request, and where it is placed.</summary>
public sealed record SessionResponse
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Type { get; init; }

    public required string? Track { get; init; }

    public required string? Language { get; init; }

    public required string? Abstract { get; init; }

    /// <summary>For those who prepare the session; null to readers of the programme.</summary>
    public required string? Notes { get; init; }

    public required SessionStatus Status { get; init; }

    public required IReadOnlyList<Guid> Chairs { get; init; }

    public required IReadOnlyList<Guid> Discussants { get; init; }

    public required IReadOnlyList<ContributionEntry> Contributions { get; init; }

    public required IReadOnlyList<LinkEntry> Resources { get; init; }

    /// <summary>Null while the session has no slot.</summary>
    public required PlacementResponse? Placement { get; init; }

    /// <summary>How many seats it needs.</summary>
    public required int? Seats { get; init; }

    /// <summary>Where it is joined online, if elsewhere than its room says; null to readers of the programme.</summary>
    public required string? JoinUrl { get; init; }

    /// <summary>Rises with every edit; the ETag.</summary>
    public required int Version { get; init; }

    /// <summary>What the edit did to the conflicts of the programme; only in the answer to an edit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConflictChanges? Conflicts { get; init; }

    internal static async Task<SessionResponse> ReadAsync(AgendaDbContext db, EditedConference conference, SessionId id, CancellationToken cancellation) =>
        (await ListAsync(db, conference, db.Sessions.Where(s => s.Id == id), cancellation)).Single();

    /// <summary>Reads sessions in a fixed number of queries, in the order in which they are asked for.</summary>
    internal static async Task<List<SessionResponse>> ListAsync(AgendaDbContext db, EditedConference conference, IQueryable<Session> sessions, CancellationToken cancellation)
    {
        var rows = await sessions.AsNoTracking().Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors).AsSplitQuery().ToListAsync(cancellation);
        var types = await db.SessionTypes.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToDictionaryAsync(t => t.Id, t => t.Code, cancellation);
        var tracks = await db.Tracks.AsNoTracking().Where(t => t.ConferenceId == conference.Id).ToDictionaryAsync(t => t.Id, t => t.Slug, cancellation);
        var rooms = await db.Rooms.AsNoTracking().Where(r => r.ConferenceId == conference.Id).ToDictionaryAsync(r => r.Id, r => r.Slug, cancellation);
        return [.. rows.Select(s => Of(s, types[s.TypeId], s.TrackId is { } track ? tracks[track] : null, PlacementResponse.Of(s.Placement, rooms, conference.Zone)) with
        {
            Notes = conference.ShowsNotes ? s.Notes : null,
            JoinUrl = conference.ShowsNotes ? s.JoinUrl : null,
        })];
    }

    private static SessionResponse Of(Session session, string type, string? track, PlacementResponse? placement) => new()
    {
        Id = session.Id.Value,
        Code = session.Code,
        Title = session.Title,
        Type = type,
        Track = track,
        Language = session.Language,
        Abstract = session.Abstract,
        Notes = null,
        Status = session.Status,
        Chairs = [.. InOrder(session, SessionRole.Chair)],
        Discussants = [.. InOrder(session, SessionRole.Discussant)],
        Contributions = [.. session.Contributions.OrderBy(c => c.Position).Select(c => new ContributionEntry
        {
            Id = c.Id.Value,
            Code = c.Code,
            Title = c.Title,
            Abstract = c.Abstract,
            Minutes = c.Minutes,
            Authors = [.. c.Authors.OrderBy(a => a.Position).Select(a => new AuthorEntry { Person = a.PersonId.Value, Presenting = a.Presenting })],
        })],
        Resources = LinkEntry.Of(session.Resources),
        Placement = placement,
        Seats = session.Seats,
        JoinUrl = null,
        Version = session.Version,
    };

    private static IEnumerable<Guid> InOrder(Session session, SessionRole role) =>
        session.People.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.PersonId.Value);
}
