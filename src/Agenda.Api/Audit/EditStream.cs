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

    /// <summary>The edits since the one with the key that the listener heard last, as far as they may see them.</summary>
    public async Task<SeenEdits> MissedAsync(EditedConference conference, string key, CancellationToken cancellation)
    {
        var id = conference.Id;
        var missed = await HeardEdit.ListAsync(db.Audit.AsNoTracking().Where(e => e.ConferenceId == id && string.Compare(e.Key, key) > 0).OrderBy(e => e.Key).Take(HeardEdit.Most + 1), cancellation);
        return await SeenAsync(conference, HeardEdits.Of(missed, missed.Count == 0 ? key : missed[^1].Key), cancellation);
    }

    /// <summary>That it is ready, what was missed, and every edit that comes, until the listener goes, loses their role, or has listened for long enough.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(EditListener listener, SeenEdits? missed, (string Slug, Caller Caller) whose, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        ending.CancelAfter(longest);
        var about = $$"""{"conference":"{{whose.Slug}}"}""";
        var told = new HashSet<string>(StringComparer.Ordinal);
        // Whoever comes back has the id of what they heard last, and keeps it until they heard what they missed.
        yield return missed is null ? new SseItem<string>(about, "ready") { EventId = listener.Log.Last } : new SseItem<string>(about, "ready");
        for (var seen = missed; ; seen = null)
        {
            if (seen is null)
            {
                var waiting = listener.Heard.WaitToReadAsync(ending.Token).AsTask();
                while (!await CompletesAsync(waiting, ending.Token))
                    yield return new SseItem<string>("", "ping");
                if (ending.IsCancellationRequested || !listener.Heard.TryRead(out var heard) || (seen = await SeenNowAsync(listener.Log.Conference, heard, whose, ending.Token)) is null)
                    yield break;
            }

            if (seen.AreMany)
                yield return new SseItem<string>(about, "many") { EventId = seen.Last };
            foreach (var (key, edit) in seen.Edits.Where(e => told.Add(e.Key)))
                yield return new SseItem<string>(JsonSerializer.Serialize(edit, json.Value.SerializerOptions), "edit") { EventId = key };
        }
    }

    // False when it is time for a ping.
    private async Task<bool> CompletesAsync(Task waiting, CancellationToken ending)
    {
        await waiting.WaitAsync(pingEvery, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return waiting.IsCompleted || ending.IsCancellationRequested;
    }

    // By the role at this moment. Null where there is none any more, and where the listener is gone.
    private async Task<SeenEdits?> SeenNowAsync(ConferenceId listened, HeardEdits heard, (string Slug, Caller Caller) whose, CancellationToken cancellation)
    {
        try
        {
            var conference = new EditedConference(db);
            await conference.LoadAsync(whose.Slug, whose.Caller, cancellation);
            return conference.Exists && conference.Id == listened && conference.Role is not null ? await SeenAsync(conference, heard, cancellation) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    // A chair hears of the sessions that they chair.
    private static async Task<SeenEdits> SeenAsync(EditedConference conference, HeardEdits heard, CancellationToken cancellation)
    {
        var edits = heard.Edits;
        if (conference.OnlyChairedBy is not null)
        {
            var named = edits.Select(e => e.Session).OfType<SessionId>().Distinct().ToList();
            var seen = await conference.SeenSessions.Where(s => EF.Parameter(named).Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation);
            edits = [.. edits.Where(e => e.Session is { } session && seen.Contains(session))];
        }

        var whole = conference.Role is { } role && role.Has(Right.Publish);
        return new([.. edits.Select(e => (e.Key, EditEvent.Of(e, whole)))], heard.Last, heard.AreMany);
    }
}

/// <summary>What one listener is told of what was heard at one time.</summary>
internal sealed record SeenEdits(IReadOnlyList<(string Key, EditEvent Edit)> Edits, string Last, bool AreMany);
