using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Agenda.Browser.Tests;

/// <summary>Stands before the service as a proxy does. It can be slow, and it can say that another build was deployed: then styles and scripts have other addresses, and nothing is at the former ones.</summary>
internal sealed class Front : IAsyncDisposable
{
    private const string Static = "/static/", NextStatic = "/static/0b";

    private readonly HttpListener listener = new();
    private readonly HttpClient service;
    private readonly Task answering;

    public Front(string address)
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{RunningService.FreePort()}");
        service = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(address) };
        listener.Prefixes.Add(Address + "/");
        listener.Start();
        answering = AnswerAllAsync();
    }

    public string Address { get; }

    /// <summary>Whether the next build is deployed.</summary>
    public bool IsNext { get; set; }

    public TimeSpan Delay { get; set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        listener.Close();
        service.Dispose();
    }

    private async Task AnswerAllAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.RawUrl!;
            if (!path.StartsWith(Static, StringComparison.Ordinal))
                await Task.Delay(Delay);
            if (IsNext && path.StartsWith(Static, StringComparison.Ordinal))
                path = path.StartsWith(NextStatic, StringComparison.Ordinal) ? Static + path[NextStatic.Length..] : "/static/none/none.js";

            using var request = new HttpRequestMessage(new(context.Request.HttpMethod), path);
            if (context.Request.HasEntityBody)
            {
                request.Content = new StreamContent(context.Request.InputStream);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(context.Request.ContentType!);
            }

            // Of another build everything is new.
            foreach (var name in context.Request.Headers.AllKeys.Where(n => n is "Cookie" or "Accept" or "Accept-Language" or "Sec-Fetch-Site" || (n is "If-None-Match" && !IsNext)))
                request.Headers.TryAddWithoutValidation(name!, context.Request.Headers[name]);
            using var answer = await service.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (IsNext && answer.Content.Headers.ContentType?.MediaType is "text/html" or "application/json")
                body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(Static, NextStatic, StringComparison.Ordinal));

            var response = context.Response;
            response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Content-Length" or "Date" or "Server")))
                response.Headers[name] = string.Join(name == "Set-Cookie" ? "\n" : ", ", values.Select(v => IsNext && name == "ETag" ? v.Replace("\"", "\"0b", StringComparison.Ordinal) : v));
            await response.OutputStream.WriteAsync(body);
            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // Whoever asked is gone.
        }
    }
}
