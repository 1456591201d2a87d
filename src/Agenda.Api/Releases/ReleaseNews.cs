using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Agenda.Api.Releases;

/// <summary>
/// What streams tell. Nobody asks the database for it: the watch that keeps releases in memory up to date wakes all streams when there is news,
/// and each looks whether it is its own.
/// </summary>
internal sealed class ReleaseNews(PublishedAgendas agendas, IHostApplicationLifetime lifetime, IConfiguration configuration, IOptions<JsonOptions> json)
{
    // Proxies commonly hang up on what is silent for 30 s or a minute.
    private const int UsualPingSeconds = 25;

    private readonly TimeSpan pingEvery = TimeSpan.FromSeconds(Math.Max(1, configuration.GetValue("Limits:StreamPingSeconds", UsualPingSeconds)));

    /// <summary>The release that there is, and every one that comes, until the listener goes, the service stops or the conference is no more.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(string slug, [EnumeratorCancellation] CancellationToken gone)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        ReleasesState? told = null;
        while (true)
        {
            var changed = agendas.Changed;
            if (await NowAsync(slug, ending.Token) is not { } now || (told is { } before && before.Conference != now.State.Conference))
                yield break;

            yield return now.State == told ? new SseItem<string>("", "ping") : now.Item;
            told = now.State;
            await changed.WaitAsync(pingEvery, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask<(ReleasesState State, SseItem<string> Item)?> NowAsync(string slug, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (await agendas.CurrentAsync(slug, cancellation) is not { } now)
                return null;

            var (number, revision) = (now.State.Newest, now.State.Revisions);
            var said = new ReleaseEvent(slug, number, now.Agenda.Document.PublishedAt, revision);
            return (now.State, new SseItem<string>(JsonSerializer.Serialize(said, json.Value.SerializerOptions), "release") { EventId = $"{number}.{revision}" });
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
