using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Releases;

/// <summary>
/// Takes back that a release was brought back: the sessions are again what they were before, and those that came with it go, if nobody touched any of
/// them since. Rooms, types, tracks and people that came with it stay.
/// </summary>
public static class RestorationUndo
{
    /// <summary>Does it with the caller's next save, in the caller's transaction.</summary>
    /// <param name="db">Tracks what is changed.</param>
    /// <param name="trail">Says when it is.</param>
    /// <param name="conference">Whose programme it is.</param>
    /// <param name="edit">The edit with its sessions, tracked.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<RestorationUndone> RunAsync(AgendaDbContext db, AuditTrail trail, Conference conference, ProgrammeEdit edit, CancellationToken cancellation)
    {
        var programme = await ProgrammeReader.ReadToEditAsync(db, conference.Id, cancellation);
        var sessions = programme.Sessions.ToDictionary(s => s.Id);
        var touched = edit.Sessions.Where(e => !sessions.TryGetValue(e.SessionId, out var session) || session.Version != e.VersionAfter).Select(e => e.SessionId).ToList();
        if (touched.Count > 0)
            return new([], [], touched, null);

        var copies = edit.Sessions.Where(e => e.Content is not null).ToDictionary(e => e.SessionId, e => ReleaseFormat.ReadSession(e.Content!));
        if (WhyNot(programme, edit, copies) is { } refusal)
            return new([], [], [], refusal);

        var removed = edit.Sessions.Where(e => e.IsAdded).Select(e => sessions[e.SessionId]).ToList();
        var references = RestoredReferences.None(programme);
        var returned = new List<Session>();
        foreach (var edited in edit.Sessions.Where(e => !e.IsAdded))
        {
            var session = sessions[edited.SessionId];
            if (copies.TryGetValue(session.Id, out var copy))
                SessionCopy.Restore(session, copy, references);
            else
                session.Move(edited.Before);
            returned.Add(session);
        }

        await RemoveAsync(db, removed, cancellation);
        await FollowAsync(db, edit, sessions, cancellation);
        edit.Undo(trail.Now());
        await ExchangedCodes.AllowAsync(db, cancellation);
        return new(returned, removed, [], null);
    }

    private static Refusal? WhyNot(Programme programme, ProgrammeEdit edit, Dictionary<SessionId, ReleasedSession> copies)
    {
        var (rooms, types, tracks, people) = (programme.Rooms.Select(r => r.Id).ToHashSet(), programme.Types.Select(t => t.Id).ToHashSet(),
            programme.Tracks.Select(t => t.Id).ToHashSet(), programme.People.Select(p => p.Id).ToHashSet());
        var homeless = copies.Values.Where(c => !types.Contains(c.Type) || (c.Room is { } room && !rooms.Contains(room)) || (c.Track is { } track && !tracks.Contains(track))
            || !ReleasedSessions.PeopleOf(c).All(people.Contains)).Select(c => c.Code).Order(StringComparer.Ordinal).ToList();
        if (homeless.Count > 0)
            return ReleaseRefusals.ReferencesRemoved(homeless);

        var edited = edit.Sessions.Select(s => s.SessionId).ToHashSet();
        var others = programme.Sessions.Where(s => !edited.Contains(s.Id)).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        return copies.Values.FirstOrDefault(c => others.Contains(c.Code)) is { } taken ? SessionRefusals.CodeTaken(taken.Code) : null;
    }

    private static async Task RemoveAsync(AgendaDbContext db, List<Session> removed, CancellationToken cancellation)
    {
        var ids = removed.ConvertAll(s => s.Id);
        if (ids.Count == 0)
            return;

        db.RemoveRange(await db.SessionConstraints.Where(c => EF.Parameter(ids).Contains(c.First) || EF.Parameter(ids).Contains(c.Second)).ToListAsync(cancellation));
        db.RemoveRange(removed);
    }

    // What an earlier edit made of the sessions stands again.
    private static async Task FollowAsync(AgendaDbContext db, ProgrammeEdit edit, Dictionary<SessionId, Session> sessions, CancellationToken cancellation)
    {
        var before = edit.Sessions.Where(s => !s.IsAdded).ToDictionary(s => s.SessionId, s => s.VersionBefore);
        var ids = before.Keys.ToList();
        foreach (var earlier in await db.Set<EditedSession>().Where(s => s.EditId != edit.Id && EF.Parameter(ids).Contains(s.SessionId)).ToListAsync(cancellation))
        {
            if (earlier.VersionAfter == before[earlier.SessionId])
                earlier.Follow(sessions[earlier.SessionId]);
        }
    }
}

/// <summary>What taking it back did, or why nothing.</summary>
/// <param name="Returned">The sessions that are again as they were.</param>
/// <param name="Removed">The sessions that had come with the release.</param>
/// <param name="Touched">The sessions that somebody edited or removed since; nothing was done then.</param>
/// <param name="Refusal">Why it cannot be taken back; nothing was done then.</param>
public sealed record RestorationUndone(IReadOnlyList<Session> Returned, IReadOnlyList<Session> Removed, IReadOnlyList<SessionId> Touched, Refusal? Refusal);
