using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Archives;

/// <summary>Reads what an archive has of a conference from the database, in a fixed number of queries.</summary>
internal static class ArchiveReading
{
    /// <summary>All but documents and contents; the caller's transaction makes it one moment.</summary>
    public static async Task<ArchivedProgramme> ReadAsync(AgendaDbContext db, ConferenceId id, string uidHost, CancellationToken cancellation)
    {
        var programme = await ProgrammeReader.ReadAsync(db, id, cancellation);
        var policy = await db.ConflictPolicies.AsNoTracking().SingleOrDefaultAsync(p => p.ConferenceId == id, cancellation);
        var constraints = await db.SessionConstraints.AsNoTracking().Where(c => c.ConferenceId == id).ToListAsync(cancellation);
        var acknowledgements = await db.Acknowledgements.AsNoTracking().Where(a => a.ConferenceId == id).ToListAsync(cancellation);
        var links = await db.SessionLinks.AsNoTracking().Where(l => l.ConferenceId == id).ToListAsync(cancellation);
        var files = await db.SessionFiles.AsNoTracking().Where(f => f.ConferenceId == id).ToListAsync(cancellation);
        byte[] nothing = [];
        var releases = await db.Releases.AsNoTracking().Where(r => r.ConferenceId == id).OrderBy(r => r.Number)
            .Select(r => new ArchivedRelease(r.Number, r.PublishedAt, r.PublishedBy, r.Note, r.Sessions, r.Document != nothing, r.Revision)).ToListAsync(cancellation);
        return new ArchivedProgramme(
            Of(programme.Conference, policy, uidHost),
            [.. programme.Buildings.OrderBy(b => b.Id.Value).Select(b => new ArchivedBuilding(b.Id, b.Name, b.Address, b.Coordinates, b.Version))],
            [.. programme.Rooms.OrderBy(r => r.Id.Value).Select(Of)],
            [.. programme.Types.OrderBy(t => t.Id.Value).Select(t => new ArchivedSessionType(t.Id, t.Code, t.Name, t.Colour, t.DefaultMinutes, t.Plenary, t.Parallel, t.Break, t.NeedsChair, t.Version))],
            [.. programme.Tracks.OrderBy(t => t.Id.Value).Select(t => new ArchivedTrack(t.Id, t.Slug, t.Name, t.Colour, t.Version))],
            [.. programme.People.OrderBy(p => p.Id.Value).Select(Of)],
            [.. programme.Sessions.OrderBy(s => s.Id.Value).Select(Of)],
            [.. constraints.OrderBy(c => c.Id.Value).Select(c => new ArchivedConstraint(c.Id, c.Kind, c.First, c.Second, c.Note))],
            [.. acknowledgements.OrderBy(a => a.Id.Value).Select(a => new ArchivedAcknowledgement(a.Id, a.Conflict, a.State, a.Rule, a.Reason, a.By, a.At))],
            [.. links.OrderBy(l => l.Id.Value).Select(l => new ArchivedLink(l.Id, l.SessionId, l.ContributionId, l.Title, l.Url, l.AddedAt, l.VisibleFrom, l.Order, l.Version))],
            [.. files.OrderBy(f => f.Id.Value).Select(f => new ArchivedFile(f.Id, f.SessionId, f.ContributionId, f.Name, f.MediaType, f.Size, f.Hash, f.UploadedAt, f.VisibleFrom, f.Order, f.Version))],
            releases);
    }

    private static ArchivedConference Of(Conference c, ConflictPolicy? policy, string uidHost) => new(
        c.Id, c.Slug, c.Name, c.TimeZone, c.FirstDay, c.LastDay, c.Contact, [.. c.Links], c.Colour, c.JoinLinksInFeeds, c.JoinLinksChangedAt, c.UidHost ?? uidHost,
        policy is null ? null : new ArchivedPolicy(policy.ChangeOverMinutes, policy.Severities, policy.RolePairs, policy.WalkingTimes, policy.Version), c.Version);

    private static ArchivedRoom Of(Room r) =>
        new(r.Id, r.Slug, r.Name, r.BuildingId, r.Capacity, r.Order, r.Virtual, r.Parts, r.OpeningHours, r.JoinUrl, r.JoinChangedAt, r.ImportedAs, r.Version);

    private static ArchivedPerson Of(Person p) =>
        new(p.Id, p.GivenName, p.FamilyName, p.Affiliation, p.Country, p.Pronunciation, p.Biography, p.Email, [.. p.Links], p.Absences, p.ExternalId, p.ImportedAs, p.ErasedAt, p.Version);

    private static ArchivedSession Of(Session s) => new(
        s.Id, s.Code, s.Title, s.TypeId, s.TrackId, s.Language, s.Abstract, s.Notes, s.Status, s.Seats,
        s.Placement is { } placement ? new ArchivedPlacement(placement.Room, placement.Slot.LocalStart, placement.Slot.Minutes, placement.Slot.Offset) : null,
        InRole(s, SessionRole.Chair), InRole(s, SessionRole.Discussant),
        [.. s.Contributions.OrderBy(c => c.Position).Select(c => new ArchivedContribution(
            c.Id, c.Code, c.Title, c.Abstract, c.Minutes, [.. c.Authors.OrderBy(a => a.Position).Select(a => new AuthorFacts(a.PersonId, a.Presenting))]))],
        [.. s.Resources], s.JoinUrl, s.JoinChangedAt, s.ExternalId, s.ImportedAs, s.Arrangement, s.Version);

    private static PersonId[] InRole(Session session, SessionRole role) => [.. session.People.Where(p => p.Role == role).OrderBy(p => p.Position).Select(p => p.PersonId)];
}
