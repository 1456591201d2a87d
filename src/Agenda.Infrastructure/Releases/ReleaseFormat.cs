using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Json;

namespace Agenda.Infrastructure.Releases;

/// <summary>A release document as bytes: JSON, compressed with Brotli.</summary>
internal static class ReleaseFormat
{
    private static readonly JsonSerializerOptions Options = MakeOptions();

    private static readonly JsonSerializerOptions Strict = new(Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write(ReleaseDocument document)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(compressed, document, Options);
        return bytes.ToArray();
    }

    /// <exception cref="JsonException">The bytes are no release document.</exception>
    public static ReleaseDocument Read(byte[] bytes)
    {
        using var expanded = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ReleaseDocument>(expanded, Options) ?? throw new JsonException("A release document is null.");
    }

    /// <summary>The document; null where it is damaged or of a layout that this program does not know, and so could not write again as it was.</summary>
    public static ReleaseDocument? TryRead(byte[] bytes)
    {
        try
        {
            return Read(bytes) is { Format: <= ReleaseDocument.CurrentFormat } document ? document : null;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <summary>One session as JSON: what an edit keeps of it to be taken back.</summary>
    public static string WriteSession(ReleasedSession session) => JsonSerializer.Serialize(session, Options);

    public static ReleasedSession ReadSession(string json) => JsonSerializer.Deserialize<ReleasedSession>(json, Options) ?? throw new JsonException("A kept session is null.");

    /// <summary>The document as JSON, byte for byte as it was written.</summary>
    public static Stream OpenJson(byte[] bytes) => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);

    /// <summary>JSON from elsewhere as it is stored here.</summary>
    public static byte[] Compress(byte[] json)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            compressed.Write(json);
        return bytes.ToArray();
    }

    /// <summary>A document from elsewhere, in which nothing is null that our own would never leave so.</summary>
    /// <exception cref="JsonException">The bytes are no release document.</exception>
    public static ReleaseDocument ReadForeign(byte[] json)
    {
        var document = JsonSerializer.Deserialize<ReleaseDocument>(json, Strict) ?? throw new JsonException("A release document is null.");
        // Fields that are left out are not told by reading, only by writing.
        JsonSerializer.Serialize(Stream.Null, document, Strict);
        return document;
    }

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        TimeJson.AddTo(options);
        IdJson.AddTo(options);
        return options;
    }
}
