using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Domain.Releases;

/// <summary>
/// The programme as it was published under one number: complete in itself, never changed afterwards unless somebody is erased from it, without
/// drafts, notes, e-mail addresses and join links. Everything public is rendered from it.
/// </summary>
public sealed record ReleaseDocument
{
    /// <summary>The layout of documents written now; readers refuse a higher one.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public required int Number { get; init; }

    public required Instant PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>When somebody was erased from it; null for a release that is as it came out.</summary>
    public Instant? RevisedAt { get; init; }

    /// <summary>When what it says came to be: what <c>Last-Modified</c> tells (RFC 9110 §8.8.2).</summary>
    public Instant ModifiedAt => RevisedAt ?? PublishedAt;

    public string? Note { get; init; }

    /// <summary>The zone rules by which <see cref="ReleasedSession.PublishedStart"/> was derived.</summary>
    public required string TzdbVersion { get; init; }

    public required ReleasedConference Conference { get; init; }

    public required IReadOnlyList<ReleasedRoom> Rooms { get; init; }

    public required IReadOnlyList<ReleasedType> Types { get; init; }

    public required IReadOnlyList<ReleasedTrack> Tracks { get; init; }

    public required IReadOnlyList<ReleasedPerson> People { get; init; }

    public required IReadOnlyList<ReleasedSession> Sessions { get; init; }

    /// <summary>Sessions of earlier releases that are gone; calendars are told that they are cancelled until the conference is over.</summary>
    public required IReadOnlyList<WithdrawnSession> Withdrawn { get; init; }
}

public sealed record ReleasedConference(ConferenceId Id, string Slug, string Name, string TimeZone, LocalDate FirstDay, LocalDate LastDay, string? Contact, IReadOnlyList<Link> Links)
{
    /// <summary><c>#rrggbb</c>, or null.</summary>
    public string? Colour { get; init; }
}

public sealed record ReleasedRoom(RoomId Id, string Slug, string Name, string? Building, string? Address, int? Capacity, int Order, bool Virtual)
{
    /// <summary>Where the building is; null when not known.</summary>
    public Coordinates? Coordinates { get; init; }

    /// <summary>"Arbutus Room, St. Mary's Building".</summary>
    public string Location => Building is null ? Name : $"{Name}, {Building}";
}

public sealed record ReleasedType(SessionTypeId Id, string Code, string Name, string? Colour, bool Plenary, bool Parallel, bool Break);

public sealed record ReleasedTrack(TrackId Id, string Slug, string Name, string? Colour);

public sealed record ReleasedPerson(PersonId Id, string GivenName, string FamilyName, string? Affiliation, string? Country, string? Biography, IReadOnlyList<Link> Links)
{
    /// <summary>By which number or random GUID the file that they were imported from knows them, such as <c>id:17</c>, so that exported files call them the same.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Whether a placeholder stands here and nothing else.</summary>
    public bool IsErased => GivenName.Length == 0 && FamilyName == Privacy.Withdrawn.Name && Affiliation is null && Country is null && Biography is null && Links.Count == 0;

    /// <summary>Orders people as <see cref="Person.SortKey"/> does.</summary>
    public string SortKey => Person.SortKeyOf(Id, GivenName, FamilyName);
}

public sealed record ReleasedSession
{
    public required SessionId Id { get; init; }

    /// <summary>By which number or code the system that it was imported from knows it, such as <c>id:17</c>, for old links to it and for exported files.</summary>
    public string? ExternalId { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required SessionTypeId Type { get; init; }

    public TrackId? Track { get; init; }

    public string? Language { get; init; }

    public string? Abstract { get; init; }

    public required SessionStatus Status { get; init; }

    public RoomId? Room { get; init; }

    public LocalDateTime? LocalStart { get; init; }

    public int? Minutes { get; init; }

    public Offset? Offset { get; init; }

    /// <summary>What the start was in UTC by the zone rules of the day; evidence, not truth.</summary>
    public Instant? PublishedStart { get; init; }

    public IReadOnlyList<PersonId> Chairs { get; init; } = [];

    public IReadOnlyList<PersonId> Discussants { get; init; } = [];

    public IReadOnlyList<ReleasedContribution> Contributions { get; init; } = [];

    public IReadOnlyList<Link> Resources { get; init; } = [];

    /// <summary>How many releases changed its time, room or status since it first appeared (RFC 5545 §3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>When the release came out that changed it last, or somebody was erased from it since (RFC 5545 §3.8.7.3).</summary>
    public Instant ChangedAt { get; init; }
}

/// <summary>
/// What is left of a session that an earlier release had: enough to tell a calendar that it is cancelled, and to count on should it come
/// back. Complete in itself, since its room and type may be gone as well; its people and texts are nobody's business any more.
/// </summary>
public sealed record WithdrawnSession(
    SessionId Id, string Code, string Title, string? Location, LocalDateTime? LocalStart, int? Minutes, Offset? Offset, int Sequence, Instant ChangedAt);

public sealed record ReleasedContribution(ContributionId Id, string Code, string Title, string? Abstract, int? Minutes, IReadOnlyList<ReleasedAuthor> Authors);

public sealed record ReleasedAuthor(PersonId Person, bool Presenting);
