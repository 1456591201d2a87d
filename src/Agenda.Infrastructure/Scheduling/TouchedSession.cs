using Agenda.Domain;
using Agenda.Domain.Scheduling;
using Agenda.Domain.Sessions;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Infrastructure.Scheduling;

/// <summary>A session that was edited again, or removed, after an edit that is to be taken back.</summary>
/// <param name="Id">Which session.</param>
/// <param name="Session">Null for one that was removed.</param>
/// <param name="Since">What the trace says of it since, oldest first. An edit that changed nothing that is told is not among them.</param>
public sealed record TouchedSession(SessionId Id, Session? Session, IReadOnlyList<AuditEntry> Since)
{
    /// <summary>The sessions of an edit that are no longer as it left them.</summary>
    public static async Task<IReadOnlyList<TouchedSession>> AllAsync(AgendaDbContext db, ProgrammeEdit edit, IReadOnlyDictionary<SessionId, Session> present, AuditTrail trail, CancellationToken cancellation)
    {
        var touched = edit.Sessions.Where(s => present.GetValueOrDefault(s.SessionId)?.Version != s.VersionAfter).ToList();
        if (touched.Count == 0)
            return [];

        var ids = touched.Select(s => (SessionId?)s.SessionId).ToList();
        var entries = await db.Audit.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.SessionId) && e.At >= edit.At).OrderBy(e => e.Key).ToListAsync(cancellation);
        var bySession = entries.ToLookup(e => e.SessionId);
        return [.. touched.Select(s => Of(s, present.GetValueOrDefault(s.SessionId), [.. bySession[s.SessionId]]))];

        TouchedSession Of(EditedSession edited, Session? session, List<AuditEntry> all)
        {
            // The edit's own entry stands before them, and every later one raised the version by one.
            var later = all.Skip(all.FindIndex(e => e.Operation == edit.Operation && e.AccountId == trail.Actor.Account) + 1);
            return new(edited.SessionId, session, [.. session is null ? later : later.TakeLast(session.Version - edited.VersionAfter)]);
        }
    }
}
