using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using NodaTime;

namespace Agenda.Infrastructure.Archives;

/// <summary>Everything that an archive has but the documents of releases and the content of files. Lists are in the order of their ids, or of their numbers.</summary>
public sealed record ArchivedProgramme(
    ArchivedConference Conference,
    IReadOnlyList<ArchivedBuilding> Buildings,
    IReadOnlyList<ArchivedRoom> Rooms,
    IReadOnlyList<ArchivedSessionType> Types,
    IReadOnlyList<ArchivedTrack> Tracks,
    IReadOnlyList<ArchivedPerson> People,
    IReadOnlyList<ArchivedSession> Sessions,
    IReadOnlyList<ArchivedConstraint> Constraints,
    IReadOnlyList<ArchivedAcknowledgement> Acknowledgements,
    IReadOnlyList<ArchivedLink> Links,
    IReadOnlyList<ArchivedFile> Files,
    IReadOnlyList<ArchivedRelease> Releases);

/// <param name="UidHost">The host of its sessions' UIDs in calendars, wherever the conference is now.</param>
/// <param name="Policy">Null for one that nobody ever edited.</param>
public sealed record ArchivedConference(
    ConferenceId Id, string Slug, string Name, string TimeZone, LocalDate FirstDay, LocalDate LastDay, string? Contact, IReadOnlyList<Link> Links, string? Colour,
    bool JoinLinksInFeeds, Instant? JoinLinksChangedAt, string UidHost, ArchivedPolicy? Policy, int Version);

public sealed record ArchivedPolicy(
    int ChangeOverMinutes, IReadOnlyList<RuleSeverity> Severities, IReadOnlyList<RolePairSeverity> RolePairs, IReadOnlyList<WalkingTime> WalkingTimes, int Version);

public sealed record ArchivedBuilding(BuildingId Id, string Name, string? Address, Coordinates? Coordinates, int Version);

public sealed record ArchivedRoom(
    RoomId Id, string Slug, string Name, BuildingId? Building, int? Capacity, int Order, bool Virtual, IReadOnlyList<RoomId> Parts, IReadOnlyList<OpeningHours> OpeningHours,
    string? JoinUrl, Instant? JoinChangedAt, string? ImportedAs, int Version);

public sealed record ArchivedSessionType(
    SessionTypeId Id, string Code, string Name, string? Colour, int? DefaultMinutes, bool Plenary, bool Parallel, bool Break, bool NeedsChair, int Version);

public sealed record ArchivedTrack(TrackId Id, string Slug, string Name, string? Colour, int Version);

/// <param name="ImportedAs">What the last file said, as marks by which a newer file and edits made here are told apart.</param>
/// <param name="ErasedAt">When a placeholder took the place of the name; null for everybody else.</param>
public sealed record ArchivedPerson(
    PersonId Id, string GivenName, string FamilyName, string? Affiliation, string? Country, string? Pronunciation, string? Biography, string? Email, IReadOnlyList<Link> Links,
    IReadOnlyList<Absence> Absences, string? ExternalId, string? ImportedAs, Instant? ErasedAt, int Version);

public sealed record ArchivedSession(
    SessionId Id, string Code, string Title, SessionTypeId Type, TrackId? Track, string? Language, string? Abstract, string? Notes, SessionStatus Status, int? Seats,
    ArchivedPlacement? Placement, IReadOnlyList<PersonId> Chairs, IReadOnlyList<PersonId> Discussants, IReadOnlyList<ArchivedContribution> Contributions,
    IReadOnlyList<Link> Resources, string? JoinUrl, Instant? JoinChangedAt, string? ExternalId, string? ImportedAs, int Arrangement, int Version);

public sealed record ArchivedPlacement(RoomId? Room, LocalDateTime Start, int Minutes, Offset? Offset);

public sealed record ArchivedContribution(ContributionId Id, string Code, string Title, string? Abstract, int? Minutes, IReadOnlyList<AuthorFacts> Authors);

public sealed record ArchivedConstraint(SessionConstraintId Id, SessionConstraintKind Kind, SessionId First, SessionId Second, string? Note);

public sealed record ArchivedAcknowledgement(AcknowledgementId Id, Guid Conflict, string State, ConflictRule Rule, string Reason, string By, Instant At);

public sealed record ArchivedLink(
    SessionLinkId Id, SessionId Session, ContributionId? Contribution, string Title, string Url, Instant AddedAt, Instant? VisibleFrom, int Order, int Version);

/// <param name="Size">In bytes.</param>
/// <param name="Hash">The SHA-256 of the content in small hexadecimal digits.</param>
public sealed record ArchivedFile(
    SessionFileId Id, SessionId Session, ContributionId? Contribution, string Name, string MediaType, long Size, string Hash, Instant UploadedAt, Instant? VisibleFrom,
    int Order, int Version);

/// <param name="Kept">Whether there is a document of it; old ones may have been let go.</param>
/// <param name="Revision">How often it was changed after it came out: when somebody was erased, or it was let go.</param>
public sealed record ArchivedRelease(int Number, Instant PublishedAt, string PublishedBy, string? Note, int Sessions, bool Kept, int Revision);
