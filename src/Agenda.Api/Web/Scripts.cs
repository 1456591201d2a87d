using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Agenda.Api.Web.Reading;

namespace Agenda.Api.Web;

/// <summary>
/// The modules that pages run, and their words in each language. All have one address for what they are together, and import each other beside
/// themselves: a page never runs one of today with one of yesterday.
/// </summary>
internal static class Scripts
{
    private const string ContentType = "text/javascript; charset=utf-8";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly FrozenDictionary<string, byte[]> Modules = Read().ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, SentFile> Files = Modules.ToFrozenDictionary(m => m.Key, m => new SentFile(m.Value, ContentType), StringComparer.Ordinal);
    private static readonly string Version = VersionOf(Modules);

    /// <summary>The module that every page begins with.</summary>
    public static string Address => Of("agenda.js");

    public static string Of(string module) => $"/static/{Version}/{module}";

    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/static/{version}/{module:regex(^[a-z.-]+\\.js$)}", [HttpMethods.Get, HttpMethods.Head], Send);

    // Of another version there is none: half of it would not fit.
    private static IResult Send(string version, string module) =>
        version == Version && Files.TryGetValue(module, out var file) ? file.Answer(forGood: true) : TypedResults.NotFound();

    private static IEnumerable<KeyValuePair<string, byte[]>> Read()
    {
        var program = typeof(Scripts).Assembly;
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith("Web/", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal)))
        {
            using var resource = program.GetManifestResourceStream(name)!;
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            yield return new(name["Web/".Length..], content);
        }

        foreach (var language in Locale.All.Select(l => l.Language).Distinct())
        {
            yield return new($"words.{language}.js", ModuleOf(ScriptWords.ResourceManager, language));
            yield return new($"organise-words.{language}.js", ModuleOf(OrganiseScriptWords.ResourceManager, language));
        }
    }

    private static byte[] ModuleOf(ResourceManager words, string language) =>
        Encoding.UTF8.GetBytes($"export default {JsonSerializer.Serialize(WordsIn(words, language), Readable)};\n");

    internal static SortedDictionary<string, string> WordsIn(ResourceManager manager, string language)
    {
        // Kept by who gives it: not ours to dispose of.
        var words = manager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: true)
            ?? throw new MissingManifestResourceException($"The program was built without the words of its scripts in {language}.");
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry word in words)
            sorted.Add((string)word.Key, (string)word.Value!);
        return sorted;
    }

    private static string VersionOf(FrozenDictionary<string, byte[]> modules)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in modules.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
