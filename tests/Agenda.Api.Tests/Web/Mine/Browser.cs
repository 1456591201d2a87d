using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web.Mine;

/// <summary>A browser without scripts: it keeps the one cookie, sends forms and follows nothing by itself.</summary>
internal sealed class Browser : IDisposable
{
    private const string Name = "__Host-agenda-mine=";

    private readonly HttpClient client;

    public Browser(AgendaHost host)
    {
        var address = host.Reader().BaseAddress;
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    /// <summary>What the service has asked it to keep; null for nothing.</summary>
    public string? Cookie { get; set; }

    /// <summary>What it says besides with every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public async Task<HttpResponseMessage> Send(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Send(request);
    }

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Send(request);
    }

    public async Task<IHtmlDocument> PageAsync(string address) => Html.Parse(await (await GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (Cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", Name + Cookie);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.FirstOrDefault(c => c.StartsWith(Name, StringComparison.Ordinal)) is { } kept)
            Cookie = kept[Name.Length..kept.IndexOf(';', StringComparison.Ordinal)] is { Length: > 0 } value ? value : null;
        return answer;
    }
}
