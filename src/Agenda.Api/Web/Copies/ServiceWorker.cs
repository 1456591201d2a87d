using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Copies;

/// <summary>The script with which browsers keep copies of pages. Its address is the same for good, for that is how browsers know it.</summary>
internal static class ServiceWorker
{
    // What the worker itself may do: ask this site.
    private const string Policy = "default-src 'none'; connect-src 'self'";

    private static readonly byte[] Content = Read();

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/sw.js", [HttpMethods.Get, HttpMethods.Head], Send);

    private static FileContentHttpResult Send(HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = Policy;
        return TypedResults.Bytes(Content, "text/javascript; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var resource = typeof(ServiceWorker).Assembly.GetManifestResourceStream("Web/sw.js") ?? throw new InvalidOperationException("The program was built without sw.js.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
