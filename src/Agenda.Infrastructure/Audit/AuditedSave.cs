using Agenda.Domain;
using Agenda.Domain.Conferences;
using Agenda.Domain.People;
using Agenda.Domain.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Agenda.Infrastructure.Audit;

/// <summary>
/// What EF is about to save, as entries of the trace: one for each thing that is added, changed or removed, together with its parts. Every edit
/// raises the version of its thing, so a thing of which only a part changes is modified itself. What changes nothing that is told leaves no entry.
/// </summary>
internal sealed class AuditedSave
{
    private readonly List<(EntityEntry Entry, AuditedThing Thing)> things = [];
    private readonly AuditedParts parts = new();
    private readonly AuditNames names;

    private AuditedSave(ChangeTracker tracker, AuditNames names)
    {
        this.names = names;
        foreach (var entry in tracker.Entries())
        {
            if (AuditedThings.All.TryGetValue(entry.Metadata.ClrType, out var thing))
            {
                names.Know(entry.Entity);
                if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                    things.Add((entry, thing));
            }
            else
            {
                parts.Take(entry);
            }
        }
    }

    /// <summary>Whether anything that is told is to be saved.</summary>
    public static bool IsNeeded(ChangeTracker tracker) => new AuditedSave(tracker, new AuditNames()).things.Count > 0;

    public static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(AgendaDbContext db, AuditTrail trail, AuditNames names, CancellationToken cancellation)
    {
        var save = new AuditedSave(db.ChangeTracker, names);
        if (save.things.Count == 0)
            return [];

        var removed = await save.RemovedSessionsAsync(db, cancellation);
        var notes = save.things.Select(thing => save.NoteOf(thing.Entry, thing.Thing, removed)).OfType<AuditNote>().ToList();
        await names.LookUpAsync(db, notes.SelectMany(note => note.Changes.SelectMany(change => new[] { change.Before, change.After }).Append(note.Label)), cancellation);
        var now = trail.Now();
        return [.. notes.Select(note => trail.EntryOf(note, now, names))];
    }

    // The database removes the parts of a session with it, so nobody need have loaded them.
    private async Task<Dictionary<SessionId, Session>> RemovedSessionsAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        var ids = things.Where(t => t.Entry.State == EntityState.Deleted).Select(t => t.Entry.Entity).OfType<Session>().Select(s => s.Id).ToList();
        return ids.Count == 0 ? [] : await db.Sessions.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id))
            .Include(s => s.People).Include(s => s.Contributions).ThenInclude(c => c.Authors).AsSplitQuery().ToDictionaryAsync(s => s.Id, cancellation);
    }

    private AuditNote? NoteOf(EntityEntry entry, AuditedThing thing, Dictionary<SessionId, Session> removed)
    {
        var changes = thing.Fields.Select(field => FieldChange(entry, field)).OfType<AuditChange>().Concat(PartChanges(entry, removed)).ToList();
        // Of somebody who was erased nothing is told but that.
        if (entry.Entity is Person { IsErased: true })
            changes.RemoveAll(change => change.Field != "erasedAt");
        if (entry.State == EntityState.Modified && changes.Count == 0)
            return null;

        var act = entry.State switch
        {
            EntityState.Added => AuditAct.Added,
            EntityState.Deleted => AuditAct.Removed,
            _ => AuditAct.Changed,
        };
        return thing.Name(entry.Entity, new AuditNote(thing.Kind, act) { Changes = changes });
    }

    private static AuditChange? FieldChange(EntityEntry entry, AuditedField field)
    {
        var property = entry.Property(field.Property);
        return entry.State == EntityState.Modified && !property.IsModified
            ? null
            : field.Change(entry.State == EntityState.Added ? null : property.OriginalValue, entry.State == EntityState.Deleted ? null : property.CurrentValue);
    }

    private IEnumerable<AuditChange> PartChanges(EntityEntry entry, Dictionary<SessionId, Session> removed)
    {
        switch (entry.Entity)
        {
            case Conference conference:
                return Links(entry, conference.Id, nameof(Conference.Links), "links");
            case Person person:
                return Links(entry, person.Id, nameof(Person.Links), "links");
            case Session session:
                var (before, after) = entry.State switch
                {
                    EntityState.Added => (SessionParts.None, SessionParts.Of(session)),
                    EntityState.Deleted => (removed.TryGetValue(session.Id, out var whole) ? SessionParts.Of(whole) : SessionParts.None, SessionParts.None),
                    _ => parts.Of(session.Id),
                };
                return Links(entry, session.Id, nameof(Session.Resources), "resources").Concat(before.ChangesTo(after));
            default:
                return [];
        }
    }

    private IEnumerable<AuditChange> Links(EntityEntry entry, object id, string navigation, string field)
    {
        var (before, after) = parts.Links(entry, id, navigation);
        if (AuditChange.OfLists(field, before, after) is { } change)
            yield return change;
    }
}
