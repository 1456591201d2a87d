using System.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>
/// Reads iCalendar the long way round and strictly, knowing nothing of the code that wrote it: every physical line on its own has to be UTF-8 of
/// at the most 75 octets.
/// </summary>
internal static class CalendarText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IReadOnlyList<ContentLine> Lines(ReadOnlySpan<byte> calendar)
    {
        var unfolded = new List<string>();
        while (calendar.Length > 0)
        {
            var end = calendar.IndexOf("\r\n"u8);
            end.ShouldBeGreaterThanOrEqualTo(0, "Every line ends with CRLF.");
            end.ShouldBeInRange(1, 75);
            var line = Strict.GetString(calendar[..end]);
            line.ShouldNotContain('\r');
            line.ShouldNotContain('\n');
            if (line[0] == ' ')
                unfolded[^1] += line[1..];
            else
                unfolded.Add(line);
            calendar = calendar[(end + 2)..];
        }

        return [.. unfolded.Select(ContentLine.Parse)];
    }

    /// <summary>The components of a kind, each as its properties.</summary>
    public static IReadOnlyList<Dictionary<string, ContentLine>> Components(ReadOnlySpan<byte> calendar, string kind)
    {
        var found = new List<Dictionary<string, ContentLine>>();
        Dictionary<string, ContentLine>? open = null;
        foreach (var line in Lines(calendar))
        {
            if (line is { Name: "BEGIN" } && line.Value == kind)
                found.Add(open = []);
            else if (line is { Name: "END" } && line.Value == kind)
                open = null;
            else if (line.Name != "BEGIN" && line.Name != "END")
                open?.Add(line.Name, line);
        }

        return found;
    }
}

/// <summary>A content line, unfolded and taken apart (RFC 5545 §3.1).</summary>
/// <param name="Lists">All values of each parameter.</param>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists, string Value)
{
    /// <summary>The parameters, each of which has one value.</summary>
    public IReadOnlyDictionary<string, string> Parameters => Lists.ToDictionary(list => list.Key, list => list.Value.ShouldHaveSingleItem());

    /// <summary>The value read as TEXT.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            for (var i = 0; i < Value.Length; i++)
            {
                if (Value[i] is ';' or ',')
                    throw new FormatException($"An unescaped {Value[i]} in {this}.");
                text.Append(Value[i] != '\\' ? Value[i] : Value[++i] switch
                {
                    'n' => '\n',
                    '\\' or ';' or ',' => Value[i],
                    var other => throw new FormatException($"\\{other} is no escape, in {this}."),
                });
            }

            return text.ToString();
        }
    }

    public static ContentLine Parse(string line)
    {
        var (quoted, colon) = (false, -1);
        var (semicolons, commas) = (new List<int>(), new List<int>());
        for (var i = 0; i < line.Length && colon < 0; i++)
        {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                colon = i;
            else if (line[i] == ';' && !quoted)
                semicolons.Add(i);
            else if (line[i] == ',' && !quoted)
                commas.Add(i);
        }

        colon.ShouldBeGreaterThan(0, line);
        semicolons.Add(colon);
        var lists = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (from, to) in semicolons.Zip(semicolons.Skip(1)))
        {
            var equals = line.IndexOf('=', from);
            int[] ends = [equals, .. commas.Where(comma => comma > from && comma < to), to];
            lists.Add(line[(from + 1)..equals], [.. ends.Zip(ends.Skip(1), (before, end) => Caret(Unquoted(line[(before + 1)..end])))]);
        }

        return new(line[..semicolons[0]], lists, line[(colon + 1)..]);
    }

    private static string Unquoted(string value)
    {
        var inner = value.Length > 1 && value[0] == '"' && value[^1] == '"' ? value[1..^1] : value;
        inner.ShouldNotContain('"');
        return inner;
    }

    private static string Caret(string value) =>
        string.Join('^', value.Split("^^").Select(part => part.Replace("^n", "\n", StringComparison.Ordinal).Replace("^'", "\"", StringComparison.Ordinal)));
}
