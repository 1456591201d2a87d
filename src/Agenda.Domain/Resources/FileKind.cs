using System.Collections.Frozen;

namespace Agenda.Domain.Resources;

/// <summary>
/// A kind of file that may be uploaded: known by the ending of its name and, where the format has one, by the signature with which its content
/// begins. Nothing that a browser would run is among them.
/// </summary>
public sealed class FileKind
{
    /// <summary>How many bytes of the beginning <see cref="Fits"/> wants to see.</summary>
    public const int Beginning = 512;

    private static readonly FrozenDictionary<string, FileKind> ByEnding = All().SelectMany(kind => kind.Endings.Select(ending => (ending, kind)))
        .ToFrozenDictionary(one => one.ending, one => one.kind, StringComparer.Ordinal);

    private readonly Func<ReadOnlySpan<byte>, bool> fits;

    private FileKind(string mediaType, string endings, Func<ReadOnlySpan<byte>, bool> fits) => (MediaType, Endings, this.fits) = (mediaType, endings.Split(' '), fits);

    public string MediaType { get; }

    /// <summary>In small letters, without the dot.</summary>
    public IReadOnlyList<string> Endings { get; }

    /// <summary>Every ending that is taken.</summary>
    public static IReadOnlyList<string> AllEndings { get; } = [.. ByEnding.Keys.Order(StringComparer.Ordinal)];

    public static FileKind? OfEnding(string ending) => ByEnding.GetValueOrDefault(ending);

    /// <summary>Whether a file that begins so can be of this kind; of a format without a signature whether it can be text.</summary>
    public bool Fits(ReadOnlySpan<byte> beginning) => fits(beginning);

    private static FileKind[] All() =>
    [
        new("application/pdf", "pdf", b => b.StartsWith("%PDF-"u8)),
        new("application/msword", "doc", IsCompound),
        new("application/vnd.ms-excel", "xls", IsCompound),
        new("application/vnd.ms-powerpoint", "ppt pps", IsCompound),
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", IsZip),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", IsZip),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx", IsZip),
        new("application/vnd.openxmlformats-officedocument.presentationml.slideshow", "ppsx", IsZip),
        new("application/vnd.oasis.opendocument.text", "odt", IsZip),
        new("application/vnd.oasis.opendocument.spreadsheet", "ods", IsZip),
        new("application/vnd.oasis.opendocument.presentation", "odp", IsZip),
        new("application/vnd.oasis.opendocument.graphics", "odg", IsZip),
        new("application/vnd.apple.keynote", "key", IsZip),
        new("application/epub+zip", "epub", IsZip),
        new("application/zip", "zip", b => IsZip(b) || b.StartsWith("PK\x05\x06"u8)),
        new("application/rtf", "rtf", b => b.StartsWith("{\\rtf"u8)),
        new("text/plain", "txt", IsText),
        new("text/csv", "csv", IsText),
        new("text/markdown", "md", IsText),
        new("application/x-bibtex", "bib", IsText),
        new("image/png", "png", b => b.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])),
        new("image/jpeg", "jpg jpeg", b => b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])),
        new("image/gif", "gif", b => b.StartsWith("GIF87a"u8) || b.StartsWith("GIF89a"u8)),
        new("image/webp", "webp", b => IsRiff(b, "WEBP"u8)),
        new("audio/mpeg", "mp3", b => b.StartsWith("ID3"u8) || (b.Length > 1 && b[0] == 0xFF && (b[1] & 0xE0) == 0xE0)),
        new("audio/mp4", "m4a", IsMp4),
        new("audio/ogg", "ogg oga", b => b.StartsWith("OggS"u8)),
        new("audio/wav", "wav", b => IsRiff(b, "WAVE"u8)),
        new("video/mp4", "mp4 m4v", IsMp4),
        new("video/quicktime", "mov", IsMp4),
        new("video/webm", "webm", b => b.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])),
    ];

    private static bool IsZip(ReadOnlySpan<byte> b) => b.StartsWith("PK\x03\x04"u8);

    // Documents of the older Office.
    private static bool IsCompound(ReadOnlySpan<byte> b) => b.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    private static bool IsRiff(ReadOnlySpan<byte> b, ReadOnlySpan<byte> form) => b.Length >= 12 && b.StartsWith("RIFF"u8) && b[8..].StartsWith(form);

    private static bool IsMp4(ReadOnlySpan<byte> b) => b.Length >= 8 && b[4..].StartsWith("ftyp"u8);

    // UTF-16 has a mark at its beginning; other text has no zeros, and programs of Windows and Linux do.
    private static bool IsText(ReadOnlySpan<byte> b) =>
        b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || b.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || !b.Contains((byte)0);
}
