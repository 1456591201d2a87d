using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Agenda.Api.Http;

namespace Agenda.Api.Interchange.Tables;

/// <summary>In which encoding a table is written: what its byte order mark says, else UTF-8 where it is that, else Windows-1252, as Excel saves.</summary>
internal sealed class TableText
{
    public const string Western = "windows-1252";

    private static readonly Encoding WindowsWestern = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Excel puts "?" for what the encoding lacks; other programs put what looks alike.
    private static readonly Encoding WithQuestionMarks = CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    private readonly ArraySegment<byte> bytes;
    private readonly Encoding encoding;

    private TableText(ArraySegment<byte> bytes, Encoding encoding, string name) => (this.bytes, this.encoding, Encoding) = (bytes, encoding, name);

    /// <summary>As it is told: "utf-8", "utf-16" or "windows-1252".</summary>
    public string Encoding { get; }

    /// <summary>The text, or null where the bytes are no text.</summary>
    public static TableText? Of(ReadOnlyMemory<byte> file)
    {
        MemoryMarshal.TryGetArray(file, out var bytes);
        return file.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8.IsValid(file.Span) ? new(bytes[3..], System.Text.Encoding.UTF8, "utf-8") : null,
            [0xFF, 0xFE, ..] => new(bytes[2..], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), "utf-16"),
            [0xFE, 0xFF, ..] => new(bytes[2..], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), "utf-16"),
            var other when other.Contains((byte)0) => null,
            var other => Utf8.IsValid(other) ? new(bytes, System.Text.Encoding.UTF8, "utf-8") : new(bytes, WindowsWestern, Western),
        };
    }

    public StreamReader Open() => new(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), encoding, detectEncodingFromByteOrderMarks: false);

    /// <summary>Whether a cell is what is left of a text where letters were lost by saving it in the encoding of this one.</summary>
    public bool IsRestOf(string cell, string text) => Encoding == Western && (Through(WithQuestionMarks, text, cell) || Through(WindowsWestern, text, cell));

    // What could be a formula had its apostrophe then, and may be no formula any more.
    private static bool Through(Encoding encoding, string text, string cell) =>
        CellValues.WithPlainLineEnds(FormulaText.Bare(encoding.GetString(encoding.GetBytes(FormulaText.Guard(text)!)))) == CellValues.WithPlainLineEnds(cell);
}
