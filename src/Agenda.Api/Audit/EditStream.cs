using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Access;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Agenda.Api.Audit;

/// <summary>What one listener is told of the edits of a conference: as much as their role allows at the moment of the edit.</summary>
internal sealed class EditStream(AgendaDbContext db, IHostApplicationLifetime lifetime, IConfiguration configuration, IOptions<JsonOptions> json)
{
    // Proxies commonly hang up on what is silent for 30 s or a minute. Who listens proves anew who they are after some minutes.
    private const int UsualPingSeconds = 25, UsualSeconds = 300;

    private readonly TimeSpan pingEvery = TimeSpan.FromSeconds(Math.Max(1, configuration.GetValue("Limits:StreamPingSeconds", UsualPingSeconds)));
    private readonly TimeSpan longest = TimeSpan.FromSeconds(Math.Max(1, configuration.GetValue("Limits:EditStreamSeconds", UsualSeconds)));

    /// <summary>The edits since the one with the key that the listener heard last.</summary>
    public async Task<HeardEdits> MissedAsync(ConferenceId conference, string key, CancellationToken cancellation)
    {
        var missed = await HeardEdit.ListAsync(db.Audit.AsNoTracking().Where(e => e.ConferenceId == conference && string.Compare(e.Key, key) > 0).OrderBy(e => e.Key).Take(HeardEdit.Most + 1), cancellation);
        return HeardEdits.Of(missed, missed.Count == 0 ? key : missed[^1].Key);
    }

    /// <summary>That it is ready, what was missed, and every edit that comes, until the listener goes, loses their role, or has listened for long enough.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(EditListener listener, HeardEdits? missed, (string Slug, Caller Caller) whose, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        ending.CancelAfter(longest);
        var told = new HashSet<string>(StringComparer.Ordinal);
        // Whoever comes back has the id of what they heard last, and keeps it until they heard what they missed.
        yield return missed is null ? new SseItem<string>(About(whose.Slug), "ready") { EventId = listener.Log.Last } : new SseItem<string>(About(whose.Slug), "ready");
        for (var heard = missed; ; heard = null)
        {
            if (heard is null)
            {
                var waiting = listener.Heard.WaitToReadAsync(ending.Token).AsTask();
                while (!await CompletesAsync(waiting, ending.Token))
                    yield return new SseItem<string>("", "ping");
                if (ending.IsCancellationRequested || !listener.Heard.TryRead(out heard))
                    yield break;
            }

            if (await SeenAsync(listener.Log.Conference, heard, whose, ending.Token) is not { } seen)
                yield break;
            if (heard.AreMany)
                yield return new SseItem<string>(About(whose.Slug), "many") { EventId = heard.Last };
            foreach (var (key, edit) in seen.Where(e => told.Add(e.Key)))
                yield return new SseItem<string>(JsonSerializer.Serialize(edit, json.Value.SerializerOptions), "edit") { EventId = key };
        }
    }

    private static string About(string slug) => $$"""{"conference":"{{slug}}"}""";

    // False when it is time for a ping.
    private async Task<bool> CompletesAsync(Task waiting, CancellationToken ending)
    {
        await waiting.WaitAsync(pingEvery, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return waiting.IsCompleted || ending.IsCancellationRequested;
    }

    // Null where the listener has no role any more, or is gone. A chair hears of the sessions that they chair.
    private async Task<List<(string Key, EditEvent Edit)>?> SeenAsync(ConferenceId listened, HeardEdits heard, (string Slug, Caller Caller) whose, CancellationToken cancellation)
    {
        try
        {
            var conference = new EditedConference(db);
            await conference.LoadAsync(whose.Slug, whose.Caller, cancellation);
            if (!conference.Exists || conference.Id != listened || conference.Role is not { } role)
                return null;

            var edits = heard.Edits;
            if (conference.OnlyChairedBy is not null)
            {
                var named = edits.Select(e => e.Session).OfType<SessionId>().Distinct().ToList();
                var seen = await conference.SeenSessions.Where(s => EF.Parameter(named).Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation);
                edits = [.. edits.Where(e => e.Session is { } session && seen.Contains(session))];
            }

            return [.. edits.Select(e => (e.Key, EditEvent.Of(e, role.Has(Right.Publish))))];
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
