using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Agenda.Api.Tests;

/// <summary>An answer with its body read.</summary>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Tag, HttpResponseHeaders Headers, string Text)
{
    /// <summary>The stable code of a problem; null for anything else.</summary>
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) && (int)Status >= 400 ? code.GetString() : null;

    public JsonElement this[string name] => Body.GetProperty(name);

    public Guid Id => Body.GetProperty("id").GetGuid();

    /// <summary>The text without what an edit did to the conflicts of the programme: what reading the same would answer.</summary>
    public string State => Body.ValueKind == JsonValueKind.Object ? JsonSerializer.Serialize(Body.EnumerateObject().Where(p => p.Name != "conflicts").ToDictionary(p => p.Name, p => p.Value)) : Text;

    /// <summary>Fails with the whole answer unless the status is this one.</summary>
    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    /// <summary>Fails with the whole answer unless it is a problem of this status and code.</summary>
    public Answer ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        Code.ShouldBe(code, Text);
        return this;
    }
}

public static class Requests
{
    public static Task<Answer> Read(this HttpClient client, string path) => client.Send(HttpMethod.Get, path);

    public static Task<Answer> Add(this HttpClient client, string path, object body) => client.Send(HttpMethod.Post, path, body);

    public static Task<Answer> Put(this HttpClient client, string path, string? tag, object body) => client.Send(HttpMethod.Put, path, body, tag);

    public static Task<Answer> Remove(this HttpClient client, string path, string? tag) => client.Send(HttpMethod.Delete, path, null, tag);

    public static async Task<Answer> Send(this HttpClient client, HttpMethod method, string path, object? body = null, string? tag = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string raw => new StringContent(raw, new MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body),
        };
        // A server that refuses a body by its length hangs up while it is still being sent, unless it is told the length and asked first.
        if (request.Content is not null)
            await request.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1024 * 1024;
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return await response.Read();
    }

    /// <summary>Whether the answer has no end to wait for.</summary>
    public static bool IsStream(this HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == "text/event-stream";

    public static async Task<Answer> Read(this HttpResponseMessage response)
    {
        var text = response.IsStream() ? "" : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new Answer(response.StatusCode, isJson && text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default, response.Headers.ETag?.ToString(), response.Headers, text);
    }
}
