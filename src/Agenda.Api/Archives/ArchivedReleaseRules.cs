using Agenda.Api.Conferences;
using Agenda.Api.Http;
using Agenda.Api.People;
using Agenda.Api.Rooms;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Infrastructure.Archives;
using NodaTime;
using NodaTime.TimeZones;

namespace Agenda.Api.Archives;

/// <summary>Holds the document of a release in an archive to what our own documents are: readers see it as it is.</summary>
internal static class ArchivedReleaseRules
{
    public static void Check(ReleaseDocument document, ArchivedRelease release, ArchivedConference conference, ArchiveFaults faults)
    {
        var entry = ArchiveLayout.NameOfRelease(release.Number);
        if (document.Format > ReleaseDocument.CurrentFormat)
            throw new RefusedArchiveException(ArchiveRefusals.NewerFormat(document.Format));

        var isThis = document.Number == release.Number && document.Conference.Id == conference.Id && document.Conference.Slug == conference.Slug && document.Sessions.Count == release.Sessions;
        faults.Must(isThis, entry, "number", "it is another release than the list says.");
        if (HasNothing(document))
        {
            faults.Must(false, entry, "lists", "a list has nothing in one of its places.");
            return;
        }

        var before = faults.Found.Count;
        CheckConference(document, entry, faults);
        if (faults.Found.Count > before)
            return;

        faults.Must(CanBeRead(document), entry, "sessions", "it points at something that is not there, or has something twice.");
        if (faults.Found.Count == before)
            CheckParts(document, entry, faults);
    }

    private static bool HasNothing(ReleaseDocument d) =>
        d.Rooms.Any(r => r is null) || d.Types.Any(t => t is null) || d.Tracks.Any(t => t is null) || d.Conference.Links.Any(l => l is null) || d.Withdrawn.Any(w => w is null)
        || d.People.Any(p => p is null || p.Links.Any(l => l is null))
        || d.Sessions.Any(s => s is null || s.Resources.Any(l => l is null) || s.Contributions.Any(c => c is null || c.Authors.Any(a => a is null)));

    private static void CheckConference(ReleaseDocument d, string entry, ArchiveFaults faults)
    {
        var c = d.Conference;
        faults.Check(entry, "conference", new ConferenceRequest
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
        faults.Text(d.PublishedBy, Limits.Name, entry, "publishedBy", "it");
        faults.Text(d.Note, Limits.Note, entry, "note", "it", lineBreaks: true);
        faults.Text(d.TzdbVersion, Limits.Name, entry, "tzdbVersion", "it");
        faults.Must(EnteredMoment.IsPossible(d.PublishedAt) && EnteredMoment.IsPossible(d.RevisedAt), entry, "publishedAt", "it is outside the years that can be entered.");
    }

    // As readers will: whatever it points at has to be there.
    private static bool CanBeRead(ReleaseDocument document)
    {
        try
        {
            return new PublishedAgenda(document).Sessions.Count == document.Sessions.Count && document.Withdrawn.All(IsInTime);
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException or InvalidOperationException or OverflowException or DateTimeZoneNotFoundException or SkippedTimeException or AmbiguousTimeException)
        {
            return false;
        }
    }

    private static bool IsInTime(WithdrawnSession w) =>
        (w.Minutes is null or (>= TimeSlot.ShortestMinutes and <= TimeSlot.LongestMinutes)) && (w.LocalStart is not { } start || (start.Date >= Limits.Earliest && start.Date <= Limits.Latest));

    private static void CheckParts(ReleaseDocument d, string entry, ArchiveFaults faults)
    {
        foreach (var r in d.Rooms)
        {
            faults.Check(entry, r.Slug, new RoomRequest { Name = r.Name, Slug = r.Slug, Building = r.Building, Capacity = r.Capacity, Order = r.Order });
            faults.Text(r.Address, Limits.Address, entry, r.Slug, "address");
        }

        foreach (var t in d.Types)
            faults.Check(entry, t.Code, new SessionTypeRequest { Code = t.Code, Name = t.Name, Colour = t.Colour });
        foreach (var t in d.Tracks)
            faults.Check(entry, t.Slug, new TrackRequest { Name = t.Name, Slug = t.Slug, Colour = t.Colour });
        foreach (var p in d.People)
        {
            faults.Check(entry, $"{p.Id.Value}", new PersonRequest
            {
                GivenName = p.GivenName,
                FamilyName = p.FamilyName,
                Affiliation = p.Affiliation,
                Country = p.Country,
                Biography = p.Biography,
                Links = LinkEntry.Of(p.Links),
            });
        }

        var (types, tracks) = (d.Types.ToDictionary(t => t.Id, t => t.Code), d.Tracks.ToDictionary(t => t.Id, t => t.Slug));
        foreach (var s in d.Sessions)
        {
            faults.Check(entry, s.Code, SessionOf(s, types[s.Type], s.Track is { } track ? tracks[track] : null));
            faults.Text(s.ExternalId, Limits.ExternalId, entry, s.Code, "externalId");
            faults.Must(s.Sequence >= 0 && EnteredMoment.IsPossible(s.ChangedAt) && EnteredMoment.IsPossible(s.PublishedStart), entry, s.Code, "sequence, changedAt or publishedStart cannot be so.");
        }

        foreach (var w in d.Withdrawn)
        {
            faults.Check(entry, w.Code, new SessionRequest { Code = w.Code, Title = w.Title, Type = "x" });
            faults.Text(w.Location, 2 * (Limits.Name + 1), entry, w.Code, "location");
            faults.Must(w.Sequence >= 0 && EnteredMoment.IsPossible(w.ChangedAt), entry, w.Code, "sequence or changedAt cannot be so.");
        }
    }

    private static SessionRequest SessionOf(ReleasedSession s, string type, string? track) => new()
    {
        Code = s.Code,
        Title = s.Title,
        Type = type,
        Track = track,
        Language = s.Language,
        Abstract = s.Abstract,
        Status = s.Status,
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
    };
}
