using System.Text;
using System.Text.Json;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>A value of a JSON file that knows its line and path, so that a report can name the place.</summary>
internal sealed class FileJson
{
    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = Limits.ImportDepth };

    private readonly FileJson? parent;
    private readonly string? name;
    private readonly int index;
    private List<FileJson>? children;

    private FileJson(FileJson? parent, string? name, int index, int line, JsonTokenType token, string? text)
    {
        (this.parent, this.name, this.index, Line, Token, Text) = (parent, name, index, line, token, text);
    }

    public int Line { get; }

    public JsonTokenType Token { get; }

    /// <summary>A string's text, a number's or boolean's spelling; null for null, objects and arrays.</summary>
    public string? Text { get; }

    public bool IsObject => Token == JsonTokenType.StartObject;

    public bool IsArray => Token == JsonTokenType.StartArray;

    public bool IsNull => Token == JsonTokenType.Null;

    public Place Where => new(Line, this);

    /// <summary>The members of an object or elements of an array, in order.</summary>
    public IReadOnlyList<FileJson> Children => children ?? [];

    public string Name => name ?? "";

    /// <summary>Such as <c>$.schedule.conference.days[0].rooms["Saal 1"][3].duration</c>.</summary>
    public string Path
    {
        get
        {
            if (parent is null)
                return "$";
            if (name is null)
                return $"{parent.Path}[{index}]";
            return name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && name.Length > 0 ? $"{parent.Path}.{name}" : $"{parent.Path}[{JsonSerializer.Serialize(name)}]";
        }
    }

    /// <summary>The member of that name, unless it is null; the last where a name comes twice, as most readers do.</summary>
    public FileJson? this[string member] => children?.FindLast(c => c.name == member) is { IsNull: false } found ? found : null;

    /// <summary>The scalar member of that name, empty where there is none.</summary>
    public Said Said(string member) => this[member] is { } value ? new(value.Text, value.Where) : new(null, Where);

    public Said Said(params ReadOnlySpan<string> members)
    {
        foreach (var member in members)
        {
            if (Said(member) is { IsBlank: false } said)
                return said;
        }

        return new(null, Where);
    }

    /// <exception cref="JsonException">The bytes are no JSON, or nested too deeply.</exception>
    /// <exception cref="TooMuchException">There are more values than a schedule can have.</exception>
    public static FileJson Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Lenient);
        var lines = new LineCounter(utf8);
        FileJson? root = null, current = null;
        string? name = null;
        for (var count = 0; reader.Read();)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = TextOf(ref reader);
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                current = current!.parent;
                continue;
            }

            if (++count > Limits.ImportValues)
                throw new TooMuchException();
            var value = new FileJson(current, name, current?.Children.Count ?? 0, lines.At((int)reader.TokenStartIndex), reader.TokenType, ScalarOf(ref reader));
            name = null;
            root ??= value;
            if (current is not null)
                (current.children ??= []).Add(value);
            if (value.IsObject || value.IsArray)
                current = value;
        }

        return root!;
    }

    private static string? ScalarOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => TextOf(ref reader),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => null,
    };

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return WithLoneSurrogates(reader.ValueSpan);
        }
    }

    // The framework refuses "\ud83d" without its other half; texts cut by other programs end so. Cleaning the text replaces it.
    private static string WithLoneSurrogates(ReadOnlySpan<byte> escaped)
    {
        var source = Encoding.UTF8.GetString(escaped);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }

            var c = source[++i];
            if (c == 'u')
            {
                text.Append((char)Convert.ToUInt16(source.Substring(i + 1, 4), 16));
                i += 4;
                continue;
            }

            text.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => c });
        }

        return text.ToString();
    }
}

/// <summary>A file has more in it than any schedule has.</summary>
internal sealed class TooMuchException : Exception;

/// <summary>Counts lines up to rising places in a text, so that the whole is looked at once.</summary>
internal ref struct LineCounter(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int counted;
    private int line = 1;

    public int At(int place)
    {
        line += text[counted..place].Count((byte)'\n');
        counted = place;
        return line;
    }
}
