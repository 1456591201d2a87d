using System.Buffers;
using System.Buffers.Text;
using System.Text;
using NodaTime;

namespace Agenda.Api.Calendars;

/// <summary>
/// Writes iCalendar content lines as bytes: UTF-8, CRLF, folded at 75 octets between characters (RFC 5545 §3.1). A property or parameter without a
/// visible character is left out, because readers disagree about empty ones. What is written allocates nothing here.
/// </summary>
internal sealed class ContentLineWriter(IBufferWriter<byte> output)
{
    private const int LongestLine = 75;

    // Most of any text: one octet each, and nothing to do but to fold.
    private static readonly SearchValues<char> Printable = SearchValues.Create(Ascii());
    private static readonly SearchValues<char> PlainInText = SearchValues.Create([.. Ascii().Except(['\\', ';', ','])]);
    private static readonly SearchValues<char> PlainInParameter = SearchValues.Create([.. Ascii().Except(['"', '^'])]);
    private static readonly SearchValues<char> QuotedInParameter = SearchValues.Create([':', ';', ',']);

    private readonly byte[] line = new byte[LongestLine + 2];
    private int length;

    public void Begin(string component) => Value("BEGIN", component);

    public void End(string component) => Value("END", component);

    /// <summary>Whole lines that were written before.</summary>
    public void Rendered(ReadOnlySpan<byte> lines) => output.Write(lines);

    /// <summary>A property of the type TEXT: backslash, semicolon, comma and line breaks are escaped (RFC 5545 §3.3.11).</summary>
    public void Text(string name, string? value, params ReadOnlySpan<ContentLineParameter> parameters)
    {
        if (!HasContent(value))
            return;

        PutName(name, parameters);
        PutEscaped(value);
        EndLine();
    }

    /// <summary>A property whose value is a list of TEXT.</summary>
    public void Texts(string name, ReadOnlySpan<string?> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!HasContent(value))
                continue;

            if (first)
                PutName(name, []);
            else
                Put(","u8);
            first = false;
            PutEscaped(value);
        }

        if (!first)
            EndLine();
    }

    /// <summary>A property of any other type, such as URI or DURATION: nothing is escaped, and what could end the line is dropped.</summary>
    public void Value(string name, string? value, params ReadOnlySpan<ContentLineParameter> parameters)
    {
        if (!HasContent(value))
            return;

        PutName(name, parameters);
        PutUnescaped(value);
        EndLine();
    }

    public void Integer(string name, int value)
    {
        PutName(name, []);
        Span<byte> digits = stackalloc byte[11];
        Utf8Formatter.TryFormat(value, digits, out var written);
        Put(digits[..written]);
        EndLine();
    }

    /// <summary>A DATE-TIME in UTC to the second.</summary>
    public void At(string name, Instant instant)
    {
        PutName(name, []);
        PutTime(instant.InUtc().LocalDateTime);
        Put("Z"u8);
        EndLine();
    }

    /// <summary>A DATE-TIME as wall time of its zone, which the calendar describes, to the second.</summary>
    public void Local(string name, ZonedDateTime time)
    {
        PutName(name, [("TZID", time.Zone.Id)]);
        PutTime(time.LocalDateTime);
        EndLine();
    }

    private static char[] Ascii() => [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)];

    private static bool HasContent(ReadOnlySpan<char> value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
                return true;
        }

        return false;
    }

    private void PutTime(LocalDateTime at)
    {
        Span<byte> text = stackalloc byte["20240108T140000".Length];
        Utf8Formatter.TryFormat((((at.Year * 100) + at.Month) * 100) + at.Day, text, out _, new StandardFormat('D', 8));
        text[8] = (byte)'T';
        Utf8Formatter.TryFormat((((at.Hour * 100) + at.Minute) * 100) + at.Second, text[9..], out _, new StandardFormat('D', 6));
        Put(text);
    }

    private void PutName(string name, ReadOnlySpan<ContentLineParameter> parameters)
    {
        PutPlain(name);
        foreach (var parameter in parameters)
            PutParameter(parameter);
        Put(":"u8);
    }

    private void PutParameter(ContentLineParameter parameter)
    {
        var first = true;
        for (var i = -1; i < (parameter.More?.Count ?? 0); i++)
        {
            var value = i < 0 ? parameter.Value : parameter.More![i];
            if (!HasContent(value))
                continue;

            Put(first ? ";"u8 : ","u8);
            if (first)
            {
                PutPlain(parameter.Name);
                Put("="u8);
            }

            first = false;
            PutParameterValue(value);
        }
    }

    // Quotes, line breaks and carets have no place even in a quoted value, hence RFC 6868.
    private void PutParameterValue(ReadOnlySpan<char> value)
    {
        var quoted = value.ContainsAny(QuotedInParameter);
        if (quoted)
            Put("\""u8);
        while (NextRune(ref value, PlainInParameter, out var rune))
        {
            if (IsLineBreak(rune))
                Put("^n"u8);
            else if (rune.Value == '"')
                Put("^'"u8);
            else if (rune.Value == '^')
                Put("^^"u8);
            else
                PutUnlessControl(rune);
        }

        if (quoted)
            Put("\""u8);
    }

    private void PutEscaped(ReadOnlySpan<char> value)
    {
        while (NextRune(ref value, PlainInText, out var rune))
        {
            if (IsLineBreak(rune))
                Put("\\n"u8);
            else if (rune.Value is '\\' or ';' or ',')
                Put([(byte)'\\', (byte)rune.Value]);
            else
                PutUnlessControl(rune);
        }
    }

    private void PutUnescaped(ReadOnlySpan<char> value)
    {
        while (NextRune(ref value, Printable, out var rune))
        {
            if (!IsLineBreak(rune) && !Rune.IsControl(rune))
                Put(rune);
        }
    }

    /// <summary>Writes what is plain and takes the next character that is not; false at the end. A carriage return and a line feed are one character.</summary>
    private bool NextRune(ref ReadOnlySpan<char> value, SearchValues<char> plain, out Rune rune)
    {
        var count = value.IndexOfAnyExcept(plain);
        PutPlain(count < 0 ? value : value[..count]);
        value = count < 0 ? default : value[count..];
        Rune.DecodeFromUtf16(value, out rune, out var consumed);
        var found = consumed > 0;
        value = value[(value is ['\r', '\n', ..] ? 2 : consumed)..];
        return found;
    }

    // Vertical tab, form feed, NEL and the Unicode separators too: parsers that split lines as their language does would cut the property there.
    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    private void PutUnlessControl(Rune rune)
    {
        if (rune.Value == '\t' || !Rune.IsControl(rune))
            Put(rune);
    }

    private void Put(Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Put(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    private void PutPlain(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (length == LongestLine)
                Fold();
            var fits = Math.Min(text.Length, LongestLine - length);
            length += Encoding.ASCII.GetBytes(text[..fits], line.AsSpan(length));
            text = text[fits..];
        }
    }

    /// <summary>Adds bytes that a fold must not part.</summary>
    private void Put(ReadOnlySpan<byte> bytes)
    {
        if (length + bytes.Length > LongestLine)
            Fold();
        bytes.CopyTo(line.AsSpan(length));
        length += bytes.Length;
    }

    private void Fold()
    {
        EndLine();
        line[length++] = (byte)' ';
    }

    private void EndLine()
    {
        line[length++] = (byte)'\r';
        line[length++] = (byte)'\n';
        output.Write(line.AsSpan(0, length));
        length = 0;
    }
}
