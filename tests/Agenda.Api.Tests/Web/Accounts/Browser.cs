using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace Agenda.Api.Tests.Web.Accounts;

/// <summary>A browser: its own cookies, those that are for https only included, and forms that are filled in and sent as they stand in a page.</summary>
internal sealed class Browser(HttpClient client) : IDisposable
{
    /// <param name="host">The service.</param>
    /// <param name="language">What it prefers, as in <c>Accept-Language</c>.</param>
    public Browser(AgendaHost host, string? language = null)
        : this(ClientOf(host, language))
    {
    }

    /// <summary>By name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>What is under a client that follows and keeps nothing by itself.</summary>
    public static SocketsHttpHandler Wire() => new() { UseCookies = false, AllowAutoRedirect = false };

    /// <summary>The cookie of whoever is signed in; null for nobody.</summary>
    public string? SignedInCookie => Cookies.GetValueOrDefault("__Host-agenda");

    public static async Task<Browser> SignedInAsync(AgendaHost host, string email, string password = Somebody.Password, string? language = null)
    {
        var browser = new Browser(host, language);
        (await browser.SignInAsync(email, password)).Address.ShouldBe("/account");
        return browser;
    }

    /// <summary>The same cookies in another place: what a thief has.</summary>
    public Browser Copy()
    {
        var copy = new Browser(new HttpClient(Wire()) { BaseAddress = client.BaseAddress });
        foreach (var (name, value) in Cookies)
            copy.Cookies[name] = value;
        return copy;
    }

    /// <summary>Opens an address and follows where it leads.</summary>
    public async Task<WebPage> OpenAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>Opens an address and stays there.</summary>
    public Task<WebPage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Fills in a form of a page, sends it and follows where that leads.</summary>
    public async Task<WebPage> SubmitAsync(WebPage page, string form, params (string Name, string Value)[] typed) => await FollowAsync(await SendAsync(page, form, typed));

    /// <summary>Fills in a form of a page and sends it.</summary>
    public Task<WebPage> SendAsync(WebPage page, string form, params (string Name, string Value)[] typed)
    {
        var element = (IHtmlFormElement)page.Html.GetElementById(form).ShouldNotBeNull(page.Text);
        var fields = FieldsOf(element);
        foreach (var (name, value) in typed)
        {
            fields.ShouldContainKey(name, $"the form {form} has no such field");
            fields[name] = value;
        }

        return PostAsync(element.GetAttribute("action")!, fields);
    }

    public Task<WebPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields));

    public async Task<WebPage> SignInAsync(string email, string password = Somebody.Password, string at = "/sign-in") =>
        await SubmitAsync(await OpenAsync(at), "sign-in", ("email", email), ("password", password));

    public async Task<WebPage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        // As in Requests: a server that refuses a body by its length hangs up while it is still being sent, unless it is asked first.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 64 * 1024;
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TestBrowser", "1.0"));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var setCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        foreach (var (name, value) in setCookies.Select(c => c.Split(';')[0].Split('=', 2)).Select(c => (c[0], c[1])))
        {
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }

        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, path, Html.Parse(text), text, response.Headers, response.Content.Headers, setCookies);
    }

    public void Dispose() => client.Dispose();

    private static HttpClient ClientOf(AgendaHost host, string? language)
    {
        var client = new HttpClient(Wire()) { BaseAddress = host.Reader().BaseAddress };
        if (language is not null)
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    private async Task<WebPage> FollowAsync(WebPage page)
    {
        for (var hops = 0; page.Location is { } location; hops++)
        {
            hops.ShouldBeLessThan(10, "it goes round in circles");
            page = await GetAsync(location);
        }

        return page;
    }

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form) => form.QuerySelectorAll("input[name], select[name]").ToDictionary(
        field => field.GetAttribute("name")!,
        field => field is IHtmlSelectElement select ? (select.QuerySelector("option[selected]") ?? select.QuerySelector("option")!).GetAttribute("value")! : field.GetAttribute("value") ?? "");
}

/// <summary>What a browser was answered.</summary>
internal sealed record WebPage(
    HttpStatusCode Status, string Address, IHtmlDocument Html, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, IReadOnlyList<string> SetCookies)
{
    public string? Location => (int)Status is >= 300 and < 400 ? Headers.Location?.OriginalString : null;

    public string Title => Html.Text("h1");

    /// <summary>What the page says of the form that was sent.</summary>
    public string? Note => Html.QuerySelector(".note")?.TextContent.Trim();

    /// <summary>The secret that is shown this once.</summary>
    public string Secret => Html.Text(".secret");

    /// <summary>The path of the link that is shown this once.</summary>
    public string SecretPath => new Uri(Secret).AbsolutePath;

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors => Html.QuerySelectorAll("[aria-invalid]").ToDictionary(
        input => input.GetAttribute("name")!,
        input => input.GetAttribute("aria-describedby")!.Split(' ').Select(id => Html.GetElementById(id)!).Single(e => e.ClassList.Contains("error")).TextContent);

    public string Header(string name) => string.Join(", ", Headers.GetValues(name));

    /// <summary>Without what differs in every answer.</summary>
    public string TextWithoutTokens
    {
        get
        {
            foreach (var token in Html.QuerySelectorAll("input[name=csrf]"))
                token.Remove();
            return Html.DocumentElement.OuterHtml;
        }
    }

    public WebPage ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    public WebPage ShouldLeadTo(string location)
    {
        Status.ShouldBe(HttpStatusCode.SeeOther, Text);
        Location.ShouldBe(location);
        return this;
    }
}
