using Agenda.Domain.Privacy;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using NodaTime;

namespace Agenda.Domain.Releases;

/// <summary>Turns a programme into the next release, or says why it cannot be published.</summary>
public static class Publishing
{
    /// <summary>
    /// The next release: a complete copy of what is public in the programme, with the history of each session carried on from
    /// <paramref name="previous"/>. Decides only; storing is the caller's.
    /// </summary>
    public static Outcome NextRelease(Programme programme, ReleaseDocument? previous, Publication publication)
    {
        var zone = programme.Conference.Zone;
        var shown = programme.Sessions.Where(s => s.Status != SessionStatus.Draft).ToList();
        if (WhyNot(shown, zone) is { } refusal)
            return new(null, refusal);

        // Two releases within one second, or a clock set back, must not look to calendars as if nothing came after.
        var now = Floor(publication.At);
        var at = previous is null ? now : Instant.Max(now, previous.ModifiedAt + Duration.FromSeconds(1));

        var earlier = previous?.Sessions.ToDictionary(s => s.Id) ?? [];
        var withdrawn = previous?.Withdrawn.ToDictionary(s => s.Id) ?? [];
        var renamed = new RenamedSince(previous, programme);
        var sessions = shown.Select(s => Copy(s, zone))
            .Select(s => WithHistory(s, renamed, earlier.GetValueOrDefault(s.Id), withdrawn.GetValueOrDefault(s.Id), at))
            .OrderBy(s => s.Code, StringComparer.Ordinal).ToList();
        return new(Document(programme, sessions, Withdrawn(previous, sessions, at), previous, publication with { At = at }), null);
    }

    private static Refusal? WhyNot(List<Session> shown, ConferenceZone zone)
    {
        if (shown.All(s => s.Status != SessionStatus.Confirmed))
            return ReleaseRefusals.NothingConfirmed();

        var unresolved = shown.Where(s => s.Slot is { } slot && zone.Resolve(slot) is null).ToList();
        return unresolved.Count == 0 ? null : ReleaseRefusals.TimeDoesNotResolve([.. unresolved.Select(s => (s.Code, zone.WhyUnresolved(s.Slot!.Value)!))]);
    }

    private static ReleaseDocument Document(Programme programme, List<ReleasedSession> sessions, List<WithdrawnSession> withdrawn, ReleaseDocument? previous, Publication publication)
    {
        var conference = programme.Conference;
        var buildings = programme.Buildings.ToDictionary(b => b.Id);
        var named = sessions.SelectMany(ReleasedSessions.PeopleOf).ToHashSet();
        return new ReleaseDocument
        {
            Number = (previous?.Number ?? 0) + 1,
            PublishedAt = publication.At,
            PublishedBy = publication.By,
            Note = publication.Note,
            TzdbVersion = ConferenceZone.RulesVersion,
            Conference = new(conference.Id, conference.Slug, conference.Name, conference.TimeZone, conference.FirstDay, conference.LastDay, conference.Contact, [.. conference.Links])
            {
                Colour = conference.Colour,
            },
            Rooms = [.. programme.Rooms.OrderBy(r => r.Order).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Slug, StringComparer.Ordinal)
                .Select(r => (Room: r, Building: r.BuildingId is { } id ? buildings[id] : null))
                .Select(r => new ReleasedRoom(r.Room.Id, r.Room.Slug, r.Room.Name, r.Building?.Name, r.Building?.Address, r.Room.Capacity, r.Room.Order, r.Room.Virtual)
                {
                    Coordinates = r.Building?.Coordinates,
                })],
            Types = [.. programme.Types.OrderBy(t => t.Code, StringComparer.Ordinal).Select(t => new ReleasedType(t.Id, t.Code, t.Name, t.Colour, t.Plenary, t.Parallel, t.Break))],
            Tracks = [.. programme.Tracks.OrderBy(t => t.Slug, StringComparer.Ordinal).Select(t => new ReleasedTrack(t.Id, t.Slug, t.Name, t.Colour))],
            People = [.. programme.People.Where(p => named.Contains(p.Id)).OrderBy(p => p.SortKey, StringComparer.Ordinal)
                .Select(p => new ReleasedPerson(p.Id, p.GivenName, p.FamilyName, p.Affiliation, p.Country, p.Biography, [.. p.Links])
                {
                    ExternalId = PersonKey.ForFiles(p.ExternalId),
                })],
            Sessions = sessions,
            Withdrawn = withdrawn,
        };
    }

    /// <summary>What a release published now would say of a session; its history is not worked out.</summary>
    internal static ReleasedSession Copy(Session session, ConferenceZone zone) => new()
    {
        Id = session.Id,
        ExternalId = SessionKey.ForLinks(session.ExternalId),
        Code = session.Code,
        Title = session.Title,
        Type = session.TypeId,
        Track = session.TrackId,
        Language = session.Language,
        Abstract = session.Abstract,
        Status = session.Status,
        Room = session.RoomId,
        LocalStart = session.LocalStart,
        Minutes = session.Minutes,
        Offset = session.StartOffset,
        PublishedStart = session.Slot is { } slot ? zone.Resolve(slot)?.Start.ToInstant() : null,
        Chairs = InOrder(session, SessionRole.Chair),
        Discussants = InOrder(session, SessionRole.Discussant),
        Contributions = [.. session.Contributions.OrderBy(c => c.Position).Select(c => new ReleasedContribution(
            c.Id, c.Code, c.Title, c.Abstract, c.Minutes, [.. c.Authors.OrderBy(a => a.Position).Select(a => new ReleasedAuthor(a.PersonId, a.Presenting))]))],
        Resources = [.. session.Resources],
    };

    private static PersonId[] InOrder(Session session, SessionRole role) =>
        [.. session.People.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.PersonId)];

    private static ReleasedSession WithHistory(ReleasedSession now, RenamedSince renamed, ReleasedSession? before, WithdrawnSession? withdrawn, Instant at)
    {
        if (before is null)
            return now with { Sequence = withdrawn is null ? 0 : withdrawn.Sequence + 1, ChangedAt = at };

        return ReleasedSessions.SameContent(now, before) && !renamed.IsShownBy(now)
            ? now with { Sequence = before.Sequence, ChangedAt = before.ChangedAt }
            : now with { Sequence = before.Sequence + (ReleasedSessions.SamePlan(now, before) ? 0 : 1), ChangedAt = at };
    }

    // Kept for good: whether it is still shown is the feed's decision, and a session that comes back counts on from here.
    private static List<WithdrawnSession> Withdrawn(ReleaseDocument? previous, List<ReleasedSession> sessions, Instant at)
    {
        if (previous is null)
            return [];

        var present = sessions.Select(s => s.Id).ToHashSet();
        var rooms = previous.Rooms.ToDictionary(r => r.Id);
        return [.. previous.Withdrawn.Concat(previous.Sessions.Select(s => Withdrawn(s, s.Room is { } room ? rooms[room] : null, at)))
            .Where(s => !present.Contains(s.Id)).OrderBy(s => s.Code, StringComparer.Ordinal).ThenBy(s => s.Id.Value)];
    }

    private static WithdrawnSession Withdrawn(ReleasedSession session, ReleasedRoom? room, Instant at) => new(
        session.Id, session.Code, session.Title, room?.Location, session.LocalStart, session.Minutes, session.Offset,
        session.Status == SessionStatus.Cancelled ? session.Sequence : session.Sequence + 1, at);

    private static Instant Floor(Instant instant) => Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>The release, or why there is none.</summary>
    public readonly record struct Outcome(ReleaseDocument? Release, Refusal? Refusal);
}

/// <summary>Who publishes, when and with which words, and which conflicts they mean to be so.</summary>
public sealed record Publication(Instant At, string By, string? Note)
{
    public IReadOnlyList<AcknowledgedConflict> Acknowledgements { get; init; } = [];

    /// <summary>Acknowledges all errors that stand at the moment of publishing; null for none.</summary>
    public string? AcknowledgeAll { get; init; }
}

/// <summary>A conflict as it was seen, and why it is meant to be so.</summary>
/// <param name="Conflict">Its id.</param>
/// <param name="State">Which arrangement of its sessions was seen.</param>
/// <param name="Reason">Why.</param>
public sealed record AcknowledgedConflict(Guid Conflict, string State, string Reason);
