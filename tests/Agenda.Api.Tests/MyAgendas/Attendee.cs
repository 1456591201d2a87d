using System.Net;
using System.Net.Http.Headers;
using Agenda.Api.Tests.Calendars;

namespace Agenda.Api.Tests.MyAgendas;

/// <summary>Somebody without an account who stars sessions.</summary>
internal sealed class Attendee
{
    public const string Mine = "/api/v1/my-agendas/mine";

    private Attendee(HttpClient own, string editToken, string feedToken) => (Own, EditToken, FeedToken) = (own, editToken, feedToken);

    /// <summary>A client that sends the edit token.</summary>
    public HttpClient Own { get; }

    public string EditToken { get; private set; }

    public string FeedToken { get; private set; }

    public string Feed => FeedAt(FeedToken);

    public static string FeedAt(string token) => $"/calendars/mine/{token}.ics";

    public static Task<Attendee> NewAsync(AgendaHost host) => NewAsync(host.Reader(), host.Reader());

    public static async Task<Attendee> NewAsync(HttpClient reader, HttpClient own)
    {
        var made = (await reader.Send(HttpMethod.Post, "/api/v1/my-agendas")).ShouldBe(HttpStatusCode.Created);
        var attendee = new Attendee(own, "", made["feed"].GetProperty("token").GetString()!);
        attendee.Use(made["editToken"].GetString()!);
        return attendee;
    }

    /// <summary>The same on another device, or at another process.</summary>
    public Attendee At(HttpClient own)
    {
        var other = new Attendee(own, "", FeedToken);
        other.Use(EditToken);
        return other;
    }

    public Task<Answer> ReadAsync() => Own.Read(Mine);

    public Task<Answer> StarAsync(Guid session) => Own.Send(HttpMethod.Put, $"{Mine}/stars/{session}");

    public Task<Answer> UnstarAsync(Guid session) => Own.Send(HttpMethod.Delete, $"{Mine}/stars/{session}");

    public async Task<Answer> StarredAsync(params Guid[] sessions)
    {
        Answer? answer = null;
        foreach (var session in sessions)
            answer = (await StarAsync(session)).ShouldBe(HttpStatusCode.OK);
        return answer!;
    }

    public async Task<string> ReplaceEditTokenAsync()
    {
        var before = EditToken;
        Use((await Own.Send(HttpMethod.Post, $"{Mine}/edit-token")).ShouldBe(HttpStatusCode.OK)["editToken"].GetString()!);
        return before;
    }

    public async Task<string> ReplaceFeedTokenAsync()
    {
        var before = FeedToken;
        FeedToken = (await Own.Send(HttpMethod.Post, $"{Mine}/feed-token")).ShouldBe(HttpStatusCode.OK)["token"].GetString()!;
        return before;
    }

    public Task<FeedRead> ReadFeedAsync(string query = "", params (string Name, string Value)[] headers) => FeedRead.GetAsync(Own, Feed + query, headers);

    private void Use(string token)
    {
        EditToken = token;
        Own.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }
}

/// <summary>A private feed as it was answered.</summary>
internal sealed record FeedRead(HttpStatusCode Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public string Unfolded => Text.Replace("\r\n ", "", StringComparison.Ordinal);

    public string Tag => Headers["ETag"];

    public string Modified => Headers["Last-Modified"];

    public IReadOnlyList<Dictionary<string, ContentLine>> Events => CalendarText.Components(Bytes, "VEVENT");

    public IEnumerable<string> Summaries => Events.Select(e => e["SUMMARY"].Text);

    public Dictionary<string, ContentLine> Event(Guid session) => Events.Single(e => e["UID"].Value.StartsWith($"{session}@", StringComparison.Ordinal));

    /// <summary>Asks without the edit token, as calendar programs do.</summary>
    public static async Task<FeedRead> GetAsync(HttpClient client, string path, IEnumerable<(string Name, string Value)>? headers = null, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers ?? [])
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var all = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new FeedRead(response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), all);
    }

    public FeedRead ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }
}
