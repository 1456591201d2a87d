using System.Net;
using System.Text.RegularExpressions;

namespace Agenda.Infrastructure.Interchange;

/// <summary>A row of one of ConfTool's exports, whatever the format: its columns are known by their names only.</summary>
internal sealed partial class ConfToolRow(int line, IReadOnlyDictionary<string, string> values)
{
    private readonly HashSet<string> escaped = new(StringComparer.Ordinal);

    public Place Where => new(line);

    /// <summary>How many values were escaped as for a web page, as those of the REST interface are, sometimes twice.</summary>
    public int Escaped => escaped.Count;

    /// <summary>The value of the first of these columns that has one.</summary>
    public Said this[params ReadOnlySpan<string> columns]
    {
        get
        {
            foreach (var column in columns)
            {
                if (values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value))
                    return new(Unescaped(column, value), new Place(line, Column: string.Intern(column)));
            }

            return new(null, new Place(line, Column: string.Intern(columns[0])));
        }
    }

    public bool Has(string column) => values.ContainsKey(column);

    // Where there is markup, what is escaped once is text that is no markup; only a second escaping is undone.
    private string Unescaped(string column, string value)
    {
        var plain = value;
        if (HtmlText.IsHtml(value))
        {
            plain = TwiceEscaped().Replace(value, "&");
        }
        else
        {
            for (var times = 0; times < 3 && Entity().IsMatch(plain); times++)
                plain = WebUtility.HtmlDecode(plain);
        }

        if (plain != value)
            escaped.Add(column);
        return plain;
    }

    [GeneratedRegex("&amp;(?=(amp|lt|gt|quot|apos|nbsp|[a-zA-Z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});)", RegexOptions.CultureInvariant)]
    private static partial Regex TwiceEscaped();

    [GeneratedRegex("&(amp|lt|gt|quot|apos|nbsp|[a-zA-Z]{2,8}|#[0-9]{1,6}|#x[0-9a-fA-F]{1,5});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
