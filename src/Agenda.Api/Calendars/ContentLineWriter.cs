using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Agenda.Api.Calendars;

/// <summary>
/// Writes iCalendar content lines as bytes: UTF-8, CRLF, folded at 75 octets between characters (RFC 5545 §3.1). A property without a
/// visible character is left out, because readers disagree about empty ones.
/// </summary>
internal sealed class ContentLineWriter(IBufferWriter<byte> output)
{
    private const int LongestLine = 75;

    // Most of any text: one octet each, and nothing to do but to fold.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(['\\', ';', ','])]);

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private static readonly LocalDateTimePattern WallTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private readonly byte[] line = new byte[LongestLine + 2];
    private int length;

    public void Begin(string component) => Value("BEGIN", component);

    public void End(string component) => Value("END", component);

    /// <summary>A property of the type TEXT: backslash, semicolon, comma and line breaks are escaped (RFC 5545 §3.3.11).</summary>
    public void Text(string name, string? value) => Texts(name, [value]);

    /// <summary>A property whose value is a list of TEXT.</summary>
    public void Texts(string name, ReadOnlySpan<string?> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!HasContent(value))
                continue;

            Put(first ? name : ",");
            if (first)
                Put(":"u8);
            first = false;
            PutEscaped(value!);
        }

        if (!first)
            EndLine();
    }

    /// <summary>A property of any other type, such as URI or DURATION: nothing is escaped, and what could end the line is dropped.</summary>
    public void Value(string name, string? value, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        if (!HasContent(value))
            return;

        Put(name);
        foreach (var parameter in parameters)
            PutParameter(parameter.Name, parameter.Value);
        Put(":"u8);
        Put(value!);
        EndLine();
    }

    public void Integer(string name, int value) => Value(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A DATE-TIME in UTC to the second.</summary>
    public void At(string name, Instant instant) => Value(name, Utc.Format(instant));

    /// <summary>A DATE-TIME as wall time of its zone, which the calendar describes, to the second.</summary>
    public void Local(string name, ZonedDateTime time) => Value(name, WallTime.Format(time.LocalDateTime), ("TZID", time.Zone.Id));

    private static bool HasContent(string? value)
    {
        foreach (var rune in value.AsSpan().EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
                return true;
        }

        return false;
    }

    private void PutEscaped(ReadOnlySpan<char> value)
    {
        while (value.Length > 0)
        {
            var plain = value.IndexOfAnyExcept(Plain);
            if (plain != 0)
            {
                PutPlain(plain < 0 ? value : value[..plain]);
                value = plain < 0 ? default : value[plain..];
                continue;
            }

            Rune.DecodeFromUtf16(value, out var rune, out var length);
            if (IsLineBreak(rune))
                Put("\\n"u8);
            else if (rune.Value is '\\' or ';' or ',')
                Put([(byte)'\\', (byte)rune.Value]);
            else if (rune.Value == '\t' || !Rune.IsControl(rune))
                Put(rune);
            value = value[(value.StartsWith("\r\n") ? 2 : length)..];
        }
    }

    // Quotes, line breaks and carets have no place even in a quoted parameter, hence RFC 6868.
    private void PutParameter(string name, string value)
    {
        Put(";"u8);
        Put(name);
        Put("="u8);
        var quoted = value.AsSpan().ContainsAny(':', ';', ',');
        if (quoted)
            Put("\""u8);
        foreach (var rune in value.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsLineBreak(rune))
                Put("^n"u8);
            else if (rune.Value == '"')
                Put("^'"u8);
            else if (rune.Value == '^')
                Put("^^"u8);
            else if (!Rune.IsControl(rune))
                Put(rune);
        }

        if (quoted)
            Put("\""u8);
    }

    // Vertical tab, form feed, NEL and the Unicode separators too: parsers that split lines as their language does would cut the property there.
    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029;

    private void Put(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !IsLineBreak(rune))
                Put(rune);
        }
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
