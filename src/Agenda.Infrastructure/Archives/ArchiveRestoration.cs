using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Text;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Resources;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Archives;

/// <summary>Puts the conference of an archive, which was checked before, into the database.</summary>
public static class ArchiveRestoration
{
    /// <summary>Saves all of it within the caller's transaction.</summary>
    /// <param name="programme">What <paramref name="archive"/> has.</param>
    /// <param name="contents">Whether the content of files is stored; who only tries does without.</param>
    /// <exception cref="RefusedArchiveException">Something of it is here already.</exception>
    public static async Task SaveAsync(AgendaDbContext db, OpenedArchive archive, ArchivedProgramme programme, ArchivedHere here, bool contents, CancellationToken cancellation)
    {
        var slug = here.Slug;
        if (await WhyNotAsync(db, programme, slug, cancellation) is { } refusal)
            throw new RefusedArchiveException(refusal);

        var restored = new RestoredConference(db, programme, here);
        db.AddRange(restored.Everything);
        db.Note(new AuditNote(AuditKinds.Conference, AuditAct.Changed)
        {
            Conference = restored.Conference.Id,
            Subject = restored.Conference.Id.Value,
            Label = slug,
            Changes = [new("archive", null, "imported")],
        });
        await db.SaveChangesAsync(cancellation);
        // What is saved is looked through with every further save; there may be many.
        db.ChangeTracker.Clear();

        foreach (var release in programme.Releases)
        {
            db.Releases.Add(await ReleaseAsync(archive, release, programme.Conference, slug, cancellation));
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        foreach (var file in contents ? programme.Files : [])
        {
            await archive.FileAsync(file, async content =>
            {
                await FileStore.AddAsync(db, restored.Of(file), content, cancellation);
                return true;
            }, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<StoredRelease> ReleaseAsync(OpenedArchive archive, ArchivedRelease release, ArchivedConference conference, string slug, CancellationToken cancellation)
    {
        byte[] stored = [];
        if (release.Kept)
        {
            var (json, document) = await archive.ReleaseAsync(release.Number, cancellation);
            stored = slug == conference.Slug ? ReleaseFormat.Compress(json) : ReleaseFormat.Write(document with { Conference = document.Conference with { Slug = slug } });
        }

        return new StoredRelease
        {
            ConferenceId = conference.Id,
            Number = release.Number,
            PublishedAt = release.PublishedAt,
            PublishedBy = release.PublishedBy,
            Note = release.Note,
            Sessions = release.Sessions,
            Document = stored,
            Revision = release.Revision,
        };
    }

    private static async Task<Refusal?> WhyNotAsync(AgendaDbContext db, ArchivedProgramme a, string slug, CancellationToken cancellation)
    {
        if (Slug.IsReserved(slug))
            return ConferenceRefusals.SlugReserved(slug);
        if (await db.Conferences.AsNoTracking().Where(c => c.Id == a.Conference.Id).Select(c => c.Slug).SingleOrDefaultAsync(cancellation) is { } present)
            return ArchiveRefusals.AlreadyHere(present);
        if (await db.Conferences.AnyAsync(c => c.Slug == slug, cancellation))
            return ConferenceRefusals.SlugTaken("conference", slug);

        return await TakenAsync(db, a, cancellation) is { } what ? ArchiveRefusals.IdsTaken(what) : null;
    }

    private static async Task<string?> TakenAsync(AgendaDbContext db, ArchivedProgramme a, CancellationToken cancellation)
    {
        var (buildings, rooms, types, tracks) = (a.Buildings.Select(b => b.Id).ToList(), a.Rooms.Select(r => r.Id).ToList(), a.Types.Select(t => t.Id).ToList(), a.Tracks.Select(t => t.Id).ToList());
        var (people, sessions, contributions) = (a.People.Select(p => p.Id).ToList(), a.Sessions.Select(s => s.Id).ToList(), a.Sessions.SelectMany(s => s.Contributions).Select(c => c.Id).ToList());
        var (constraints, acknowledgements) = (a.Constraints.Select(c => c.Id).ToList(), a.Acknowledgements.Select(x => x.Id).ToList());
        var (links, files) = (a.Links.Select(l => l.Id).ToList(), a.Files.Select(f => f.Id).ToList());
        return await db.Sessions.AnyAsync(s => EF.Parameter(sessions).Contains(s.Id), cancellation) ? "session"
            : await db.Sessions.AnyAsync(s => s.Contributions.Any(c => EF.Parameter(contributions).Contains(c.Id)), cancellation) ? "contribution"
            : await db.People.AnyAsync(p => EF.Parameter(people).Contains(p.Id), cancellation) ? "person"
            : await db.Rooms.AnyAsync(r => EF.Parameter(rooms).Contains(r.Id), cancellation) ? "room"
            : await db.Buildings.AnyAsync(b => EF.Parameter(buildings).Contains(b.Id), cancellation) ? "building"
            : await db.SessionTypes.AnyAsync(t => EF.Parameter(types).Contains(t.Id), cancellation) ? "session type"
            : await db.Tracks.AnyAsync(t => EF.Parameter(tracks).Contains(t.Id), cancellation) ? "track"
            : await db.SessionConstraints.AnyAsync(c => EF.Parameter(constraints).Contains(c.Id), cancellation) ? "rule between two sessions"
            : await db.Acknowledgements.AnyAsync(x => EF.Parameter(acknowledgements).Contains(x.Id), cancellation) ? "acknowledgement"
            : await db.SessionLinks.AnyAsync(l => EF.Parameter(links).Contains(l.Id), cancellation) ? "link"
            : await db.SessionFiles.AnyAsync(f => EF.Parameter(files).Contains(f.Id), cancellation) ? "file"
            : null;
    }
}
