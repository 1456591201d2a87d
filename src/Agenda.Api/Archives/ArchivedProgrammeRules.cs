using Agenda.Api.Buildings;
using Agenda.Api.Conferences;
using Agenda.Api.Http;
using Agenda.Api.People;
using Agenda.Api.Resources;
using Agenda.Api.Rooms;
using Agenda.Api.Scheduling;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Agenda.Domain;
using Agenda.Domain.Privacy;
using Agenda.Domain.Resources;
using Agenda.Infrastructure.Archives;
using NodaTime;

namespace Agenda.Api.Archives;

/// <summary>Holds the programme of an archive, whose references were checked before, to the rules of requests.</summary>
internal sealed class ArchivedProgrammeRules
{
    // Of a session with as many contributions as one can have, each field of which is remembered.
    private const int LongestMarks = 500_000;

    private readonly ArchiveFaults faults;
    private readonly ArchivedProgramme archive;

    private ArchivedProgrammeRules(ArchiveFaults faults, ArchivedProgramme archive) => (this.faults, this.archive) = (faults, archive);

    public static void Check(ArchivedProgramme archive, FileLimits limits, ArchiveFaults faults)
    {
        var rules = new ArchivedProgrammeRules(faults, archive);
        rules.CheckConference(archive.Conference);
        if (archive.Conference.Policy is { } policy)
            rules.CheckPolicy(policy);
        rules.CheckPlacesAndKinds();
        foreach (var person in archive.People)
            rules.CheckPerson(person);
        rules.CheckSessions();
        rules.CheckBetweenSessions();
        rules.CheckLinks();
        rules.CheckFiles(limits);
        foreach (var release in archive.Releases)
            rules.CheckRelease(release);
    }

    private void CheckConference(ArchivedConference c)
    {
        faults.Check(ArchiveLayout.Conference, c.Slug, new ConferenceRequest
        {
            Slug = c.Slug,
            Name = c.Name,
            TimeZone = c.TimeZone,
            FirstDay = c.FirstDay,
            LastDay = c.LastDay,
            Contact = c.Contact,
            Links = LinkEntry.Of(c.Links),
            Colour = c.Colour,
        });
        Kept(ArchiveLayout.Conference, c.Slug, c.Version, c.JoinLinksChangedAt);
        faults.Must(Uri.CheckHostName(c.UidHost) != UriHostNameType.Unknown && c.UidHost.Length <= Limits.Host && c.UidHost.All(char.IsAscii), ArchiveLayout.Conference, c.Slug, "uidHost is no name of a host.");
    }

    private void CheckPolicy(ArchivedPolicy policy)
    {
        var names = archive.Buildings.ToDictionary(b => b.Id, b => b.Name);
        var severities = policy.Severities.DistinctBy(s => s.Rule).ToDictionary(s => s.Rule, s => s.Severity);
        faults.Must(severities.Count == policy.Severities.Count, ArchiveLayout.Conference, "policy", "a rule is named twice.");
        faults.Check(ArchiveLayout.Conference, "policy", new ConflictPolicyRequest
        {
            ChangeOverMinutes = policy.ChangeOverMinutes,
            Severities = severities,
            RolePairs = [.. policy.RolePairs.Select(p => new RolePairEntry
            {
                One = p.One,
                Other = p.Other,
                Severity = p.Severity,
            })],
            WalkingTimes = [.. policy.WalkingTimes.Select(w => new WalkingTimeEntry
            {
                From = names[w.One],
                To = names[w.Other],
                Minutes = w.Minutes,
            })],
        });
        Kept(ArchiveLayout.Conference, "policy", policy.Version, null);
    }

    private void CheckPlacesAndKinds()
    {
        foreach (var b in archive.Buildings)
        {
            var coordinates = CoordinatesEntry.Of(b.Coordinates);
            faults.Check(ArchiveLayout.Buildings, b.Name, new BuildingRequest { Name = b.Name, Address = b.Address, Coordinates = coordinates });
            faults.Must(b.Name == b.Name.Trim(), ArchiveLayout.Buildings, b.Name, "name has blanks around it.");
            Kept(ArchiveLayout.Buildings, b.Name, b.Version, null);
        }

        var slugs = archive.Rooms.ToDictionary(r => r.Id, r => r.Slug);
        foreach (var r in archive.Rooms)
        {
            faults.Must(r.Slug.Length > 0, ArchiveLayout.Rooms, r.Name, "slug is empty.");
            faults.Check(ArchiveLayout.Rooms, r.Slug, new RoomRequest
            {
                Name = r.Name,
                Slug = r.Slug,
                Capacity = r.Capacity,
                Order = r.Order,
                Parts = [.. r.Parts.Select(part => slugs[part])],
                OpeningHours = OpeningHoursEntry.Of(r.OpeningHours),
                JoinUrl = r.JoinUrl,
            });
            faults.Text(r.ImportedAs, LongestMarks, ArchiveLayout.Rooms, r.Slug, "importedAs", lineBreaks: true);
            Kept(ArchiveLayout.Rooms, r.Slug, r.Version, r.JoinChangedAt);
        }

        foreach (var t in archive.Types)
        {
            faults.Check(ArchiveLayout.Types, t.Code, new SessionTypeRequest { Code = t.Code, Name = t.Name, Colour = t.Colour, DefaultMinutes = t.DefaultMinutes });
            Kept(ArchiveLayout.Types, t.Code, t.Version, null);
        }

        foreach (var t in archive.Tracks)
        {
            faults.Must(t.Slug.Length > 0, ArchiveLayout.Tracks, t.Name, "slug is empty.");
            faults.Check(ArchiveLayout.Tracks, t.Slug, new TrackRequest { Name = t.Name, Slug = t.Slug, Colour = t.Colour });
            Kept(ArchiveLayout.Tracks, t.Slug, t.Version, null);
        }
    }

    private void CheckPerson(ArchivedPerson p)
    {
        var place = $"{p.Id.Value}";
        faults.Check(ArchiveLayout.People, place, new PersonRequest
        {
            GivenName = p.GivenName,
            FamilyName = p.FamilyName,
            Affiliation = p.Affiliation,
            Country = p.Country,
            Pronunciation = p.Pronunciation,
            Biography = p.Biography,
            Email = p.Email,
            Links = LinkEntry.Of(p.Links),
            Absences = AbsenceEntry.Of(p.Absences),
        });
        faults.Text(p.ImportedAs, LongestMarks, ArchiveLayout.People, place, "importedAs", lineBreaks: true);
        faults.Text(p.ExternalId, Limits.ExternalId, ArchiveLayout.People, place, "externalId");
        Kept(ArchiveLayout.People, place, p.Version, p.ErasedAt);
        var told = p is { GivenName: "", FamilyName: Withdrawn.Name, Affiliation: null, Country: null, Pronunciation: null, ImportedAs: null, Biography: null, Email: null, Links.Count: 0, Absences.Count: 0 };
        faults.Must(p.ErasedAt is null || told, ArchiveLayout.People, place, "was erased, and something is told of them.");
    }

    private void CheckSessions()
    {
        var (types, tracks) = (archive.Types.ToDictionary(t => t.Id, t => t.Code), archive.Tracks.ToDictionary(t => t.Id, t => t.Slug));
        foreach (var s in archive.Sessions)
        {
            faults.Check(ArchiveLayout.Sessions, s.Code, new SessionRequest
            {
                Code = s.Code,
                Title = s.Title,
                Type = types[s.Type],
                Track = s.Track is { } track ? tracks[track] : null,
                Language = s.Language,
                Abstract = s.Abstract,
                Notes = s.Notes,
                Status = s.Status,
                Seats = s.Seats,
                Chairs = [.. s.Chairs.Select(p => p.Value)],
                Discussants = [.. s.Discussants.Select(p => p.Value)],
                Contributions = [.. s.Contributions.Select(c => new ContributionEntry
                {
                    Id = c.Id.Value,
                    Code = c.Code,
                    Title = c.Title,
                    Abstract = c.Abstract,
                    Minutes = c.Minutes,
                    Authors = [.. c.Authors.Select(a => new AuthorEntry { Person = a.Person.Value, Presenting = a.Presenting })],
                })],
                Resources = LinkEntry.Of(s.Resources),
                JoinUrl = s.JoinUrl,
            });
            if (s.Placement is { } placed)
                faults.Check(ArchiveLayout.Sessions, s.Code, new PlaceSessionRequest { Start = placed.Start, Minutes = placed.Minutes });
            faults.Text(s.ExternalId, Limits.ExternalId, ArchiveLayout.Sessions, s.Code, "externalId");
            faults.Text(s.ImportedAs, LongestMarks, ArchiveLayout.Sessions, s.Code, "importedAs", lineBreaks: true);
            faults.Must(s.Arrangement >= 1, ArchiveLayout.Sessions, s.Code, "arrangement is less than 1.");
            Kept(ArchiveLayout.Sessions, s.Code, s.Version, s.JoinChangedAt);
        }
    }

    private void CheckBetweenSessions()
    {
        foreach (var c in archive.Constraints)
            faults.Text(c.Note, Limits.Note, ArchiveLayout.Constraints, $"{c.Id.Value}", "note", lineBreaks: true);
        foreach (var a in archive.Acknowledgements)
        {
            var place = $"{a.Id.Value}";
            faults.Check(ArchiveLayout.Acknowledgements, place, new AcknowledgementRequest { Conflict = a.Conflict, State = a.State, Reason = a.Reason });
            faults.Text(a.By, Limits.Name, ArchiveLayout.Acknowledgements, place, "by");
            Kept(ArchiveLayout.Acknowledgements, place, 1, a.At);
        }
    }

    private void CheckLinks()
    {
        foreach (var l in archive.Links)
        {
            var place = $"{l.Id.Value}";
            faults.Check(ArchiveLayout.Links, place, new LinkRequest { Title = l.Title, Url = l.Url, Order = l.Order, VisibleFrom = l.VisibleFrom });
            Kept(ArchiveLayout.Links, place, l.Version, l.AddedAt);
        }

        foreach (var item in archive.Links.GroupBy(l => (l.Session, l.Contribution)).Where(item => item.Count() > Limits.LiveLinks))
            faults.Must(false, ArchiveLayout.Links, $"{item.Key.Session.Value}", LinkRefusals.TooMany().Reason);
    }

    private void CheckFiles(FileLimits limits)
    {
        foreach (var f in archive.Files)
        {
            var place = $"{f.Id.Value}";
            faults.Check(ArchiveLayout.Files, place, new FileRequest { Name = f.Name, Order = f.Order, VisibleFrom = f.VisibleFrom });
            faults.Must(FileName.Of(f.Name) is { } name && name.Value == f.Name && name.Kind.MediaType == f.MediaType, ArchiveLayout.Files, place, "name or mediaType is not one that is taken.");
            faults.Must(f.Size > 0 && f.Hash is { Length: 64 } && f.Hash.All(char.IsAsciiHexDigitLower), ArchiveLayout.Files, place, "size or hash cannot be so.");
            Kept(ArchiveLayout.Files, place, f.Version, f.UploadedAt);
        }

        var room = 0L;
        foreach (var file in archive.Files)
        {
            faults.Must(limits.WhyNot(file.Size, 0, room) is null, ArchiveLayout.Files, $"{file.Id.Value}", limits.WhyNot(file.Size, 0, room)?.Reason ?? "");
            room += Math.Clamp(file.Size, 0, limits.LargestBytes);
        }

        foreach (var item in archive.Files.GroupBy(f => (f.Session, f.Contribution)).Where(item => item.Count() > limits.PerItem))
            faults.Must(false, ArchiveLayout.Files, $"{item.Key.Session.Value}", FileRefusals.TooMany(limits).Reason);
    }

    private void CheckRelease(ArchivedRelease r)
    {
        var place = $"{r.Number}";
        faults.Must(r.Number > 0 && r.Sessions >= 0 && r.Revision >= 0, ArchiveLayout.Releases, place, "a number is less than it can be.");
        faults.Text(r.PublishedBy, Limits.Name, ArchiveLayout.Releases, place, "publishedBy");
        faults.Text(r.Note, Limits.Note, ArchiveLayout.Releases, place, "note", lineBreaks: true);
        Kept(ArchiveLayout.Releases, place, 1, r.PublishedAt);
    }

    private void Kept(string entry, string place, int version, Instant? moment)
    {
        faults.Must(version >= 1, entry, place, "version is less than 1.");
        faults.Must(EnteredMoment.IsPossible(moment), entry, place, "a moment is outside the years that can be entered.");
    }
}
