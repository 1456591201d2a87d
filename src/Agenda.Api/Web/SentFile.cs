using Agenda.Api.Http;

namespace Agenda.Api.Web;

/// <summary>A file that is part of the program, as it is sent: as small as it gets, made so once.</summary>
internal sealed class SentFile(byte[] content, string contentType)
{
    private readonly WholeContent whole = new(content);
    private readonly CodedContent coded = new();

    /// <summary>The file at an address that names its content, which browsers keep for good; or at another, which they ask for again.</summary>
    public Representation Answer(bool forGood) => new(whole, contentType, null) { CacheControl = forGood ? "public, max-age=31536000, immutable" : "no-cache", Kept = coded };
}
