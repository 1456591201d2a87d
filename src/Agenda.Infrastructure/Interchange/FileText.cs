using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Agenda.Infrastructure.Interchange;

/// <summary>Makes plain UTF-8 of a file: other encodings are read, what is no character is replaced, control characters are dropped.</summary>
internal static partial class FileText
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n' or '\r')).Select(b => (byte)b)]);

    /// <summary>The text, or null where the file says that it has an encoding which is not known.</summary>
    public static ReadOnlyMemory<byte>? Utf8Of(ReadOnlyMemory<byte> file, ImportNotes notes)
    {
        if (EncodingOf(file.Span, out var mark) is not { } encoding)
            return null;

        var text = file[mark..];
        if (encoding is not UTF8Encoding)
            text = Encoding.UTF8.GetBytes(encoding.GetString(text.Span));
        else if (!Utf8.IsValid(text.Span))
            text = IsMarked(text.Span) ? WithReplacements(text.Span, notes) : OfSpreadsheet(text.Span, notes);
        return WithoutControls(text, notes);
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> file, out int mark)
    {
        foreach (var encoding in (ReadOnlySpan<Encoding>)[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            mark = encoding.Preamble.Length;
            if (file.StartsWith(encoding.Preamble))
                return encoding;
        }

        mark = 0;
        var declaration = Declaration().Match(Encoding.Latin1.GetString(file[..Math.Min(file.Length, 200)]));
        return declaration.Success ? Named(declaration.Groups[1].Value) : Encoding.UTF8;
    }

    private static Encoding? Named(string name)
    {
        // Without a byte order mark the declaration was readable as ASCII, so the text cannot be UTF-16 whatever it says.
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // XML and JSON are UTF-8 unless they say otherwise; a table says nothing, and spreadsheets write the code page of Windows.
    private static bool IsMarked(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..];

    private static byte[] OfSpreadsheet(ReadOnlySpan<byte> text, ImportNotes notes)
    {
        notes.Mend(Place.File, "encoding", "It is no UTF-8; read as Windows-1252, which spreadsheets write.");
        return Encoding.UTF8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(text));
    }

    private static byte[] WithReplacements(ReadOnlySpan<byte> text, ImportNotes notes)
    {
        var lines = new LineCounter(text);
        for (var place = 0; place < text.Length;)
        {
            if (Rune.DecodeFromUtf8(text[place..], out _, out var used) != OperationStatus.Done)
                notes.Mend(new Place(lines.At(place)), $"byte {text[place]:X2}", "It is no UTF-8; a replacement character stands for it.");
            place += used;
        }

        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text));
    }

    private static ReadOnlyMemory<byte> WithoutControls(ReadOnlyMemory<byte> text, ImportNotes notes)
    {
        if (text.Span.IndexOfAny(Controls) < 0)
            return text;

        var rest = text.Span;
        var lines = new LineCounter(rest);
        var kept = new ArrayBufferWriter<byte>(text.Length);
        for (int next, done = 0; ; done += next + 1)
        {
            next = rest.IndexOfAny(Controls);
            kept.Write(next < 0 ? rest : rest[..next]);
            if (next < 0)
                return kept.WrittenMemory;

            notes.Mend(new Place(lines.At(done + next)), $"control character U+{rest[next]:X4}", "It has no meaning in a text; dropped.");
            rest = rest[(next + 1)..];
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
