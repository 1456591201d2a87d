using System.Net.Http.Json;

namespace Agenda.Browser.Tests;

/// <summary>Sends what programs send, and insists that it goes well.</summary>
internal static class Json
{
    public static async Task SendAsync(HttpClient client, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (method == HttpMethod.Put)
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        var answer = await client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
