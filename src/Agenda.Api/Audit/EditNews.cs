using Agenda.Api.Http;
using Agenda.Domain;
using Agenda.Infrastructure;

namespace Agenda.Api.Audit;

/// <summary>The edits of the conferences to which anybody listens. The database is asked for a conference, not for a listener, and for nothing while nobody listens.</summary>
internal sealed class EditNews(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ConferenceId, EditLog> logs = [];

    /// <summary>Hears of every edit that is saved from now on.</summary>
    public async Task<EditListener> ListenAsync(ConferenceId conference)
    {
        EditListener listener;
        lock (gate)
        {
            if (!logs.TryGetValue(conference, out var log))
                logs[conference] = log = new EditLog(conference, BeginAsync);
            listener = log.Add(Leave);
        }

        try
        {
            await listener.Log.Begun;
            return listener;
        }
        catch
        {
            // The next one begins anew.
            lock (gate)
                logs.Remove(conference);
            throw;
        }
    }

    /// <summary>Asks what is new.</summary>
    public async Task AskAsync(CancellationToken cancellation)
    {
        EditLog[] listened;
        lock (gate)
            listened = [.. logs.Values.Where(log => log.Begun.IsCompletedSuccessfully)];
        if (listened.Length == 0)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        foreach (var log in listened)
            await log.AskAsync(db, clock.Now(), cancellation);
    }

    // Who comes second waits for the same question, whether or not the first is still there.
    private async Task BeginAsync(EditLog log)
    {
        await using var scope = scopes.CreateAsyncScope();
        await log.BeginAsync(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), clock.Now());
    }

    private void Leave(EditListener listener)
    {
        lock (gate)
        {
            if (!listener.Log.Remove(listener) && logs.TryGetValue(listener.Log.Conference, out var log) && log == listener.Log)
                logs.Remove(listener.Log.Conference);
        }
    }
}
