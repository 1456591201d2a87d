using System.Globalization;
using System.Text;
using System.Text.Json;
using Agenda.Api.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Embed;

/// <summary>The web component <c>agenda-programme</c> for other sites: one module at an address that stays.</summary>
internal static class EmbedModule
{
    public const string Address = "/embed/agenda-programme.js";

    private const string Prefix = "Embed";

    private static readonly byte[] Content = Read();
    private static readonly string Tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Content).AsSpan(0, 12))}\"";

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Head], Send);

    private static FileContentHttpResult Send(HttpResponse response)
    {
        // Modules of other sites are fetched with CORS.
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Bytes(Content, "text/javascript; charset=utf-8", entityTag: new(Tag));
    }

    private static byte[] Read()
    {
        using var resource = typeof(EmbedModule).Assembly.GetManifestResourceStream("Web/agenda-programme.js")
            ?? throw new InvalidOperationException("The program was built without agenda-programme.js.");
        using var text = new StreamReader(resource);
        var words = Locale.All.Select(l => l.Language).Distinct().ToDictionary(
            language => language,
            language => Scripts.WordsIn(ScriptWords.ResourceManager, language).Where(w => w.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(w => w.Key, w => w.Value));
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"const WORDS = {JsonSerializer.Serialize(words)};\n{text.ReadToEnd()}"));
    }
}
