using System.Net;
using System.Net.ServerSentEvents;

namespace Agenda.Api.Tests.Http;

/// <summary>Somebody who listens to server-sent events.</summary>
internal sealed class Listener(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
{
    public Dictionary<string, string> Headers { get; } =
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>Listens, and says which event was heard last.</summary>
    public static async Task<Listener> To(HttpClient client, string path, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (after is not null)
            request.Headers.Add("Last-Event-ID", after);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return new(response, SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator());
    }

    public async Task<(string Type, string? Id, string Data)> NextAsync(bool pings = false)
    {
        do
            (await events.MoveNextAsync()).ShouldBeTrue();
        while (events.Current.EventType == "ping" && !pings);
        return (events.Current.EventType, events.Current.EventId, events.Current.Data);
    }

    public async Task<bool> EndsAsync()
    {
        while (await events.MoveNextAsync())
            events.Current.EventType.ShouldBe("ping");
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        response.Dispose();
    }
}
