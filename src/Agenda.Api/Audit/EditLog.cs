using System.Threading.Channels;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Agenda.Api.Audit;

/// <summary>
/// What is known of the newest edits of one conference while anybody listens. Entries get their keys before they are saved, and a long import or another
/// process may save an older one later; so the last minute is looked at, and what of it is not known yet is news.
/// </summary>
internal sealed class EditLog(ConferenceId conference, Func<EditLog, Task> begin)
{
    private static readonly Duration LookedAt = Duration.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<EditListener> listeners = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private Task? begun;
    private string last = "";

    public ConferenceId Conference => conference;

    /// <summary>Done once it is known what is no news.</summary>
    public Task Begun
    {
        get
        {
            lock (gate)
                return begun ??= begin(this);
        }
    }

    /// <summary>The greatest key that is known: what comes after it is news.</summary>
    public string Last
    {
        get
        {
            lock (gate)
                return last;
        }
    }

    /// <summary>Takes in what there is already.</summary>
    public async Task BeginAsync(AgendaDbContext db, Instant now)
    {
        var keys = await Newest(db, now).Select(e => e.Key).ToListAsync(CancellationToken.None);
        known.UnionWith(keys);
        lock (gate)
            last = keys.Count > 0 ? keys.Max(StringComparer.Ordinal)! : AuditTrail.KeyBefore(now - LookedAt);
    }

    /// <summary>Asks the database how many edits there are, and only where there are more than are known, which.</summary>
    public async Task AskAsync(AgendaDbContext db, Instant now, CancellationToken cancellation)
    {
        var from = AuditTrail.KeyBefore(now - LookedAt);
        known.RemoveWhere(key => string.CompareOrdinal(key, from) <= 0);
        var newest = Newest(db, now);
        if (await newest.CountAsync(cancellation) <= known.Count)
            return;

        var keys = (await newest.Select(e => e.Key).ToListAsync(cancellation)).Where(key => !known.Contains(key)).ToList();
        if (keys.Count == 0)
            return;

        var greatest = keys.Max(StringComparer.Ordinal)!;
        var heard = keys.Count > HeardEdit.Most
            ? new HeardEdits([], greatest, AreMany: true)
            : HeardEdits.Of(await HeardEdit.ListAsync(db.Audit.AsNoTracking().Where(e => EF.Parameter(keys).Contains(e.Key)), cancellation), greatest);
        known.UnionWith(keys);
        Tell(heard);
    }

    public EditListener Add(Action<EditListener> leave)
    {
        var listener = new EditListener(this, leave);
        lock (gate)
            listeners.Add(listener);
        return listener;
    }

    /// <summary>Whether anybody still listens.</summary>
    public bool Remove(EditListener listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
            return listeners.Count > 0;
        }
    }

    private void Tell(HeardEdits heard)
    {
        lock (gate)
        {
            if (string.CompareOrdinal(heard.Last, last) > 0)
                last = heard.Last;
            foreach (var listener in listeners)
                listener.Hear(heard);
        }
    }

    private IQueryable<AuditEntry> Newest(AgendaDbContext db, Instant now)
    {
        var from = AuditTrail.KeyBefore(now - LookedAt);
        return db.Audit.AsNoTracking().Where(e => e.ConferenceId == conference && string.Compare(e.Key, from) > 0);
    }
}

/// <summary>Somebody who listens, until it is disposed of.</summary>
internal sealed class EditListener(EditLog log, Action<EditListener> leave) : IDisposable
{
    // There is one item a second at the most, and a stream ends after some minutes.
    private readonly Channel<HeardEdits> heard = Channel.CreateUnbounded<HeardEdits>(new() { SingleReader = true });

    public EditLog Log => log;

    public ChannelReader<HeardEdits> Heard => heard.Reader;

    public void Hear(HeardEdits edits) => heard.Writer.TryWrite(edits);

    public void Dispose() => leave(this);
}
