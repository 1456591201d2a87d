using System.Text.Json;
using Agenda.Domain.Access;
using Agenda.Domain.Conferences;
using Agenda.Domain.MyAgendas;
using Agenda.Domain.People;
using Agenda.Domain.Resources;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using Agenda.Infrastructure.Accounts;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;

namespace Agenda.Infrastructure.Audit;

/// <summary>
/// What the trace tells of everything that is stored. It is a list of what is told, so that a new secret stays one; a test fails for a table
/// or column that stands neither here nor among what is left out.
/// </summary>
internal static class AuditedThings
{
    /// <summary>By the type of the entity.</summary>
    public static IReadOnlyDictionary<Type, AuditedThing> All { get; } = ((IEnumerable<AuditedThing>)
    [
        AuditedThing.Of<Conference>(AuditKinds.Conference, c => c.Id, c => c.Id.Value, c => c.Slug)
            .Tell(nameof(Conference.Slug), nameof(Conference.Name), nameof(Conference.TimeZone), nameof(Conference.FirstDay), nameof(Conference.LastDay), nameof(Conference.Contact), nameof(Conference.Colour), nameof(Conference.JoinLinksInFeeds))
            .LeaveOut(nameof(Conference.Id), nameof(Conference.JoinLinksChangedAt), nameof(Conference.UidHost), nameof(Conference.Version)),
        AuditedThing.Of<Building>(AuditKinds.Building, b => b.ConferenceId, b => b.Id.Value, b => b.Name)
            .Tell(nameof(Building.Name), nameof(Building.Address)).TellAs(nameof(Building.Latitude), "coordinates.latitude").TellAs(nameof(Building.Longitude), "coordinates.longitude")
            .LeaveOut(nameof(Building.Id), nameof(Building.ConferenceId), nameof(Building.Version)),
        AuditedThing.Of<Room>(AuditKinds.Room, r => r.ConferenceId, r => r.Id.Value, r => r.Slug)
            .Tell(nameof(Room.Slug), nameof(Room.Name)).TellAs(nameof(Room.BuildingId), "building").Tell(nameof(Room.Capacity), nameof(Room.Order), nameof(Room.Virtual), nameof(Room.Parts), nameof(Room.OpeningHours))
            .TellThatSet(nameof(Room.JoinUrl), "joinUrl")
            .LeaveOut(nameof(Room.Id), nameof(Room.JoinChangedAt), nameof(Room.ConferenceId), nameof(Room.ImportedAs), nameof(Room.Version)),
        AuditedThing.Of<Track>(AuditKinds.Track, t => t.ConferenceId, t => t.Id.Value, t => t.Slug)
            .Tell(nameof(Track.Slug), nameof(Track.Name), nameof(Track.Colour))
            .LeaveOut(nameof(Track.Id), nameof(Track.ConferenceId), nameof(Track.Version)),
        AuditedThing.Of<SessionType>(AuditKinds.SessionType, t => t.ConferenceId, t => t.Id.Value, t => t.Code)
            .Tell(nameof(SessionType.Code), nameof(SessionType.Name), nameof(SessionType.Colour), nameof(SessionType.DefaultMinutes))
            .Tell(nameof(SessionType.Plenary), nameof(SessionType.Parallel), nameof(SessionType.Break), nameof(SessionType.NeedsChair))
            .LeaveOut(nameof(SessionType.Id), nameof(SessionType.ConferenceId), nameof(SessionType.Version)),
        AuditedThing.Of<Person>(AuditKinds.Person, p => p.ConferenceId, p => p.Id.Value, p => p.IsErased ? null : p.Name)
            .Tell(nameof(Person.GivenName), nameof(Person.FamilyName), nameof(Person.Affiliation), nameof(Person.Country), nameof(Person.Biography), nameof(Person.Email))
            .Tell(nameof(Person.Pronunciation), nameof(Person.Absences), nameof(Person.ErasedAt))
            .LeaveOut(nameof(Person.Id), nameof(Person.ConferenceId), nameof(Person.ExternalId), nameof(Person.ImportedAs), nameof(Person.SortKey), nameof(Person.Version)),
        AuditedThing.Of<Session>(AuditKinds.Session, s => s.ConferenceId, s => s.Id.Value, s => s.Code)
            .Tell(nameof(Session.Code), nameof(Session.Title)).TellAs(nameof(Session.TypeId), "type").TellAs(nameof(Session.TrackId), "track")
            .Tell(nameof(Session.Language), nameof(Session.Abstract), nameof(Session.Notes), nameof(Session.Status), nameof(Session.Seats))
            .TellAs(nameof(Session.RoomId), "placement.room").TellAs(nameof(Session.LocalStart), "placement.start")
            .TellAs(nameof(Session.Minutes), "placement.minutes").TellAs(nameof(Session.StartOffset), "placement.offset")
            .TellThatSet(nameof(Session.JoinUrl), "joinUrl")
            .LeaveOut(nameof(Session.Id), nameof(Session.JoinChangedAt), nameof(Session.ConferenceId), nameof(Session.ExternalId), nameof(Session.ImportedAs), nameof(Session.Arrangement), nameof(Session.Version)),
        AuditedThing.Of<SessionFile>(AuditKinds.SessionFile, f => f.ConferenceId, f => f.Id.Value, f => f.Name)
            .Tell(nameof(SessionFile.Name), nameof(SessionFile.Size), nameof(SessionFile.VisibleFrom), nameof(SessionFile.Order))
            .LeaveOut(nameof(SessionFile.Id), nameof(SessionFile.ConferenceId), nameof(SessionFile.SessionId), nameof(SessionFile.ContributionId), nameof(SessionFile.MediaType), nameof(SessionFile.Hash))
            .LeaveOut(nameof(SessionFile.UploadedAt), nameof(SessionFile.Version)),
        AuditedThing.Of<SessionLink>(AuditKinds.SessionLink, l => l.ConferenceId, l => l.Id.Value, l => l.Title)
            .Tell(nameof(SessionLink.Title), nameof(SessionLink.Url), nameof(SessionLink.VisibleFrom), nameof(SessionLink.Order))
            .LeaveOut(nameof(SessionLink.Id), nameof(SessionLink.ConferenceId), nameof(SessionLink.SessionId), nameof(SessionLink.ContributionId), nameof(SessionLink.AddedAt), nameof(SessionLink.Version)),
        AuditedThing.Of<ConflictPolicy>(AuditKinds.ConflictPolicy, p => p.ConferenceId, _ => null, p => p.ConferenceId)
            .Tell(nameof(ConflictPolicy.ChangeOverMinutes), nameof(ConflictPolicy.Severities), nameof(ConflictPolicy.RolePairs), nameof(ConflictPolicy.WalkingTimes))
            .LeaveOut(nameof(ConflictPolicy.ConferenceId), nameof(ConflictPolicy.Version)),
        AuditedThing.Of<SessionConstraint>(AuditKinds.SessionConstraint, c => c.ConferenceId, c => c.Id.Value, c => c.First)
            .Tell(nameof(SessionConstraint.Kind), nameof(SessionConstraint.First), nameof(SessionConstraint.Second), nameof(SessionConstraint.Note))
            .LeaveOut(nameof(SessionConstraint.Id), nameof(SessionConstraint.ConferenceId)),
        // Who acknowledged it and when is who did it and when.
        AuditedThing.Of<Acknowledgement>(AuditKinds.Acknowledgement, a => a.ConferenceId, a => a.Id.Value, a => JsonNamingPolicy.KebabCaseLower.ConvertName($"{a.Rule}"))
            .Tell(nameof(Acknowledgement.Rule), nameof(Acknowledgement.Conflict), nameof(Acknowledgement.Reason))
            .LeaveOut(nameof(Acknowledgement.Id), nameof(Acknowledgement.ConferenceId), nameof(Acknowledgement.State), nameof(Acknowledgement.By), nameof(Acknowledgement.At)),
        // Who published and when is who did it and when.
        AuditedThing.Of<StoredRelease>(AuditKinds.Release, r => r.ConferenceId, _ => null, r => $"{r.Number}")
            .Tell(nameof(StoredRelease.Number), nameof(StoredRelease.Note), nameof(StoredRelease.Sessions))
            .LeaveOut(nameof(StoredRelease.ConferenceId), nameof(StoredRelease.PublishedAt), nameof(StoredRelease.PublishedBy), nameof(StoredRelease.Document), nameof(StoredRelease.Revision)),
        AuditedThing.Of<Membership>(AuditKinds.Membership, m => m.ConferenceId, m => m.AccountId.Value, m => m.AccountId)
            .Tell(nameof(Membership.Role)).TellAs(nameof(Membership.PersonId), "person")
            .LeaveOut(nameof(Membership.ConferenceId), nameof(Membership.AccountId), nameof(Membership.Since), nameof(Membership.Version)),
        AuditedThing.Of<Invitation>(AuditKinds.Invitation, i => i.ConferenceId, i => i.Id.Value, i => i.Email)
            .Tell(nameof(Invitation.Email), nameof(Invitation.Role)).TellAs(nameof(Invitation.PersonId), "person").Tell(nameof(Invitation.ExpiresAt), nameof(Invitation.UsedAt))
            .LeaveOut(nameof(Invitation.Id), nameof(Invitation.ConferenceId), nameof(Invitation.Hash), nameof(Invitation.InvitedBy), nameof(Invitation.CreatedAt), nameof(Invitation.Version)),
        AuditedThing.Of<ApiToken>(AuditKinds.ApiToken, t => t.ConferenceId, t => t.Id.Value, t => t.Name)
            .Tell(nameof(ApiToken.Name)).TellAs(nameof(ApiToken.AccountId), "account").TellAs(nameof(ApiToken.ConferenceId), "conference")
            .Tell(nameof(ApiToken.Access), nameof(ApiToken.ExpiresAt))
            .LeaveOut(nameof(ApiToken.Id), nameof(ApiToken.Hash), nameof(ApiToken.CreatedAt), nameof(ApiToken.LastUsedAt), nameof(ApiToken.LastUsedFrom)),
        AuditedThing.Of<Account>(AuditKinds.Account, _ => null, a => a.Id.Value, a => a.Name)
            .Tell(nameof(Account.Email), nameof(Account.Name), nameof(Account.Administrator), nameof(Account.Disabled))
            .TellAs(nameof(Account.TwoFactorEnabled), "twoFactor").Tell(nameof(Account.LockedUntil), nameof(Account.ResetRequestedAt))
            .TellThatSet(nameof(Account.PasswordHash), "password").TellThatSet(nameof(Account.AuthenticatorKey), "authenticator").TellThatSet(nameof(Account.RecoveryCodes), "recoveryCodes")
            .LeaveOut(nameof(Account.Id), nameof(Account.UserName), nameof(Account.NormalizedUserName), nameof(Account.NormalizedEmail), nameof(Account.CreatedAt), nameof(Account.LastSignInAt))
            .LeaveOut(nameof(Account.SecurityStamp), nameof(Account.ConcurrencyStamp), nameof(Account.AccessFailedCount), nameof(Account.LastTimeStep), nameof(Account.Version)),
    ]).ToDictionary(thing => thing.Type);

    /// <summary>What is told with the thing that it belongs to, in <see cref="AuditedParts"/>: which of its properties, and which not.</summary>
    public static IReadOnlyDictionary<Type, (string[] Told, string[] LeftOut)> Parts { get; } = new Dictionary<Type, (string[], string[])>
    {
        [typeof(SessionPerson)] = ([nameof(SessionPerson.PersonId), nameof(SessionPerson.Role), nameof(SessionPerson.Position)], [nameof(SessionPerson.SessionId)]),
        [typeof(Contribution)] = (
            [nameof(Contribution.Code), nameof(Contribution.Title), nameof(Contribution.Abstract), nameof(Contribution.Minutes), nameof(Contribution.Position)],
            [nameof(Contribution.Id), nameof(Contribution.SessionId)]),
        [typeof(ContributionAuthor)] = (
            [nameof(ContributionAuthor.PersonId), nameof(ContributionAuthor.Presenting), nameof(ContributionAuthor.Position)], [nameof(ContributionAuthor.ContributionId)]),
        // The keys are made by EF: whose link it is, and the how manieth.
        [typeof(Link)] = ([nameof(Link.Title), nameof(Link.Url)], ["ConferenceId", "PersonId", "SessionId", AuditedParts.LinkOrder]),
    };

    /// <summary>Tables that are not told at all: secrets, who is signed in where, what can be taken back, what attendees star, the content of files, and the trace itself.</summary>
    public static IReadOnlyCollection<Type> LeftOut { get; } =
        [typeof(SignedIn), typeof(PasswordLink), typeof(ProtectionKey), typeof(StoredKey), typeof(AuditEntry), typeof(ProgrammeEdit), typeof(EditedSession),
        typeof(MyAgenda), typeof(Star), typeof(FeedFetch), typeof(TokenKey), typeof(FileChunk), typeof(ResourcesState)];
}
