using System.Buffers;
using System.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>How far the next text stands from the one before.</summary>
internal enum Gap
{
    None,
    Line,
    HardLine,
    Paragraph,
}

/// <summary>
/// Writes Markdown piece by piece. Emphasis and links open at their first letter and close before a break, because Markdown knows neither
/// <c>** this **</c> nor emphasis across paragraphs.
/// </summary>
internal sealed class MarkdownWriter(bool escape)
{
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\n\r"), Markup = SearchValues.Create("\\*`[]_<&#>~=-+.)");

    private readonly StringBuilder written = new();
    private readonly List<Span> spans = [];
    private readonly List<Container> containers = [];
    private Gap gap;
    private int lineEnds, hardLineEnds;
    private bool blank, atLineStart = true;

    /// <summary>Closes what is open, and gives the whole.</summary>
    public string Finish()
    {
        Break(Gap.None);
        return written.ToString().TrimEnd();
    }

    public bool IsInside(string kind) => spans.Exists(s => s.Kind == kind);

    /// <summary>Text of HTML: runs of white space are one blank, and what Markdown would take for markup is escaped.</summary>
    public void Append(string text)
    {
        for (var place = 0; place < text.Length;)
        {
            var length = text.AsSpan(place).IndexOfAny(WhiteSpace);
            var end = length < 0 ? text.Length : place + length;
            if (end > place)
                AppendWord(text, place, end);
            blank |= end < text.Length;
            place = end + 1;
        }
    }

    /// <summary>Text as it is, blanks included.</summary>
    public void AppendVerbatim(string text)
    {
        if (text.Length == 0)
            return;
        AppendBlank();
        Prepare();
        written.Append(text);
        atLineStart = false;
    }

    public void Break(Gap wanted)
    {
        blank = false;
        foreach (var span in Enumerable.Reverse(spans))
            span.Close(written);
        if (wanted > gap)
            gap = wanted;
    }

    /// <summary>One more line end: the second one makes a paragraph.</summary>
    public void BreakLine(bool hard) => Break((hard ? ++hardLineEnds : ++lineEnds) > 1 ? Gap.Paragraph : hard ? Gap.HardLine : Gap.Line);

    public void OpenSpan(string kind, string start, string end) => spans.Add(new Span(kind, start, end));

    public void CloseSpan(string kind)
    {
        var place = spans.FindLastIndex(s => s.Kind == kind);
        if (place < 0)
            return;

        for (var i = spans.Count - 1; i >= place; i--)
            spans[i].Close(written);
        spans.RemoveAt(place);
    }

    /// <summary>Begins a list item or quotation: <paramref name="first"/> stands before its first line, <paramref name="rest"/> before all others.</summary>
    public void OpenContainer(string kind, string first, string rest) => containers.Add(new Container(kind, first, rest));

    public void CloseContainer(string kind)
    {
        var place = containers.FindLastIndex(c => c.Kind == kind);
        if (place >= 0)
            containers.RemoveRange(place, containers.Count - place);
    }

    /// <summary>The innermost container that is one of <paramref name="kinds"/>.</summary>
    public string? Innermost(params string[] kinds) => containers.FindLast(c => kinds.Contains(c.Kind))?.Kind;

    private void AppendWord(string text, int start, int end)
    {
        AppendBlank();
        Prepare();
        var word = text.AsSpan(start, end - start);
        if (!escape || word.IndexOfAny(Markup) < 0)
        {
            written.Append(word);
            atLineStart = false;
            return;
        }

        for (var place = start; place < end; place++)
        {
            if (Escapes(text, place))
                written.Append('\\');
            written.Append(text[place]);
            atLineStart = atLineStart && char.IsAsciiDigit(text[place]);
        }
    }

    private void AppendBlank()
    {
        if (blank && written.Length > 0 && gap == Gap.None)
            written.Append(' ');
        blank = false;
    }

    private void Prepare()
    {
        if (gap != Gap.None && written.Length > 0)
        {
            written.Append(gap == Gap.HardLine ? "  \n" : "\n");
            if (gap == Gap.Paragraph)
                written.Append(string.Concat(containers.Select(c => c.Rest)).TrimEnd()).Append('\n');
        }

        if (gap != Gap.None || written.Length == 0)
        {
            atLineStart = true;
            foreach (var container in containers)
                written.Append(container.Take());
        }

        (gap, lineEnds, hardLineEnds) = (Gap.None, 0, 0);
        foreach (var span in spans)
            span.Open(written);
    }

    private bool Escapes(string text, int place)
    {
        var c = text[place];
        var (before, after) = (place > 0 ? text[place - 1] : ' ', place + 1 < text.Length ? text[place + 1] : ' ');
        return c switch
        {
            '\\' or '*' or '`' or '[' or ']' => true,
            '_' => !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after),
            '<' => char.IsLetter(after) || after is '/' or '!' or '?',
            '&' => char.IsLetter(after) || after == '#',
            '#' or '>' or '~' or '=' => atLineStart,
            '-' or '+' => atLineStart && after is ' ' or '-',
            '.' or ')' => atLineStart && char.IsAsciiDigit(before),
            _ => false,
        };
    }

    private sealed class Span(string kind, string start, string end)
    {
        private int opened = -1;

        public string Kind => kind;

        public void Open(StringBuilder written)
        {
            if (opened >= 0)
                return;
            opened = written.Length;
            written.Append(start);
        }

        // Blanks move behind the end; a link that shows its own address is written as one.
        public void Close(StringBuilder written)
        {
            if (opened < 0)
                return;
            var blanks = 0;
            while (written.Length > opened + start.Length && written[^1] == ' ')
            {
                written.Length--;
                blanks++;
            }

            var content = written.ToString(opened + start.Length, written.Length - opened - start.Length);
            if (kind == "a" && end == $"]({content.Replace("\\", "", StringComparison.Ordinal)})")
            {
                written.Length = opened;
                written.Append('<').Append(end, 2, end.Length - 3).Append('>');
            }
            else
            {
                written.Append(end);
            }

            written.Append(' ', blanks);
            opened = -1;
        }
    }

    private sealed class Container(string kind, string first, string rest)
    {
        private bool begun;

        public string Kind => kind;

        public string Rest => rest;

        public string Take()
        {
            var prefix = begun ? rest : first;
            begun = true;
            return prefix;
        }
    }
}
