using System.Net;
using System.Text.RegularExpressions;
using Agenda.Api.Tests.Web.Accounts;

namespace Agenda.Api.Tests.Databases;

/// <summary>One request of a story and what it was answered with.</summary>
internal sealed record ToldRequest(HttpMethod Method, string Path, byte[]? Body, IReadOnlyList<KeyValuePair<string, IEnumerable<string>>> Headers, ToldAnswer Answer)
{
    /// <summary>The same request once more, to the letter.</summary>
    public HttpRequestMessage Again()
    {
        var request = new HttpRequestMessage(Method, Path) { Content = Body is null ? null : new ByteArrayContent(Body) };
        foreach (var (name, values) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values))
                request.Content!.Headers.TryAddWithoutValidation(name, values);
        }

        return request;
    }

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>What can be compared of an answer: ids are told apart, but one that is made anew may be another; traces and secrets are others each time.</summary>
internal sealed partial record ToldAnswer(HttpStatusCode Status, string? Tag, string? ContentType, string Body)
{
    public static async Task<ToldAnswer> Of(HttpResponseMessage response)
    {
        var body = response.IsStream() ? "" : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new ToldAnswer(response.StatusCode, response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.ToString(), WithIdsNumbered(body));
    }

    private static string WithIdsNumbered(string body)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return Ids().Replace(Secrets().Replace(Traces().Replace(body, ""), ""), match =>
        {
            numbers.TryAdd(match.Value, numbers.Count + 1);
            return $"id-{numbers[match.Value]}";
        });
    }

    [GeneratedRegex("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();

    // In JSON, in pages, and in addresses of private feeds and their pictures.
    [GeneratedRegex("\"(csrfToken|secret|link|passwordLink|editToken|token)\":\"[^\"]*\"|mine(/|%2F)[A-Za-z0-9_-]{32}\\.ics|\"data:[^\"]*\"|name=\"csrf\" value=\"[^\"]*\"|<code[^>]*>[^<]*</code>")]
    private static partial Regex Secrets();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Traces();
}

/// <summary>Writes down every request that goes through it, and tells the recording which one is under way.</summary>
internal sealed class Telling(Recording recording, List<ToldRequest> told) : DelegatingHandler(Browser.Wire())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        recording.Request = told.Count + 1;
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()).ToList();
        var response = await base.SendAsync(request, cancellationToken);
        if (!response.IsStream())
            await response.Content.LoadIntoBufferAsync(cancellationToken);
        told.Add(new ToldRequest(request.Method, request.RequestUri!.PathAndQuery, body, headers, await ToldAnswer.Of(response)));
        return response;
    }
}
