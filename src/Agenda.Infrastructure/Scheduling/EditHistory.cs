using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Infrastructure.Scheduling;

/// <summary>The edits that whoever acts in this request can take back, the newest first.</summary>
public sealed class EditHistory(AgendaDbContext db, AuditTrail trail)
{
    private const int DroppedAtOnce = 100;

    private static readonly Duration Kept = Duration.FromDays(30);

    private string Author => AuthorOf(trail);

    /// <summary>Whose edits they are, no longer than the column: an account by its 32 digits, or the one key that is nobody's.</summary>
    public static string AuthorOf(AuditTrail trail) => trail.Actor.Account is { } account ? $"account:{account.Value:N}" : "key";

    /// <summary>Puts sessions elsewhere, or nowhere, so that it can be taken back; saved with the next save. Those that are there already are left alone.</summary>
    public async Task PlaceAsync(Conference conference, IReadOnlyCollection<(Session Session, Placement? Placement)> moves, CancellationToken cancellation)
    {
        var edit = new ProgrammeEdit(conference, Author, trail.Operation, trail.Now());
        foreach (var (session, placement) in moves)
        {
            if (session.Placement == placement)
                continue;

            var edited = edit.Take(session);
            session.Move(placement);
            edited.Done(session);
        }

        if (edit.Sessions.Count > 0)
            await KeepAsync(edit, cancellation);
    }

    /// <summary>Sets marks on sessions of which people and contributions are loaded, so that it can be taken back; saved with the next save. Those that have them already are left alone.</summary>
    public async Task MarkAsync(Conference conference, IEnumerable<Session> sessions, SessionMarks marks, CancellationToken cancellation)
    {
        var edit = new ProgrammeEdit(conference, Author, trail.Operation, trail.Now());
        foreach (var session in sessions.Where(s => s.DiffersFrom(marks)))
        {
            var edited = edit.Take(session);
            edited.Keep(ReleaseFormat.WriteSession(SessionCopy.Of(session, conference.Zone)));
            session.Mark(marks);
            edited.Done(session);
        }

        if (edit.Sessions.Count > 0)
            await KeepAsync(edit, cancellation);
    }

    /// <summary>Keeps an edit that is done, with the next save.</summary>
    public async Task KeepAsync(ProgrammeEdit edit, CancellationToken cancellation)
    {
        var since = edit.At - Kept;
        db.ProgrammeEdits.RemoveRange(await db.ProgrammeEdits.Where(e => e.ConferenceId == edit.ConferenceId && e.At < since).OrderBy(e => e.At).Take(DroppedAtOnce).ToListAsync(cancellation));
        db.ProgrammeEdits.Add(edit);
    }

    /// <summary>The last edit that stands; null where there is none.</summary>
    public async Task<ProgrammeEdit?> NewestAsync(ConferenceId conference, CancellationToken cancellation)
    {
        var (author, since) = (Author, trail.Now() - Kept);
        var standing = db.ProgrammeEdits.Where(e => e.ConferenceId == conference && e.Author == author && e.At >= since && e.UndoneAt == null);
        // Of several at one instant the id decides, and not every database orders ids as they were made.
        var latest = await standing.OrderByDescending(e => e.At).Select(e => (Instant?)e.At).FirstOrDefaultAsync(cancellation);
        var ids = await standing.Where(e => e.At == latest).Select(e => e.Id).ToListAsync(cancellation);
        if (ids.Count == 0)
            return null;

        var newest = ids.MaxBy(id => id.Value);
        return await db.ProgrammeEdits.Include(e => e.Sessions).SingleAsync(e => e.Id == newest, cancellation);
    }

    /// <summary>Takes back an edit of placements that nothing touched since, with the next save.</summary>
    public async Task UndoAsync(ProgrammeEdit edit, IReadOnlyDictionary<SessionId, Session> sessions, CancellationToken cancellation)
    {
        var (ids, versions) = (edit.Sessions.Select(s => s.SessionId).ToList(), edit.Sessions.Select(s => s.VersionBefore).Distinct().ToList());
        var earlier = (await db.Set<EditedSession>().Where(s => EF.Parameter(ids).Contains(s.SessionId) && EF.Parameter(versions).Contains(s.VersionAfter)).ToListAsync(cancellation))
            .ToLookup(s => (s.SessionId, s.VersionAfter));
        foreach (var edited in edit.Sessions)
        {
            var session = sessions[edited.SessionId];
            session.Move(edited.Before);
            // What an earlier edit made of the session stands again.
            foreach (var before in earlier[(edited.SessionId, edited.VersionBefore)])
                before.Follow(session);
        }

        edit.Undo(trail.Now());
    }
}
