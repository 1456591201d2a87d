using System.Globalization;
using System.Text.RegularExpressions;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Reads the authors of a paper: "Last, First (1,2); Last2, First2* (2)" beside the organisations "1: Org A; 2: Org B", or a column for each of them.
/// An asterisk, or the column of the presenting author, says who presents.
/// </summary>
internal static partial class ConfToolAuthors
{
    private const int MostColumns = 200;

    /// <summary>The authors whose columns begin with <paramref name="prefix"/>, such as <c>p1_</c>.</summary>
    public static List<SaidPerson> Of(ConfToolRow row, string prefix, ImportNotes notes)
    {
        var presenting = Presenting(row[$"{prefix}presenting_author"]);
        var authors = row.Has($"{prefix}authors_formatted_1_name") ? InColumns(row, prefix, presenting) : InOneString(row, prefix, presenting);
        if (authors.Count == 1)
            authors[0] = authors[0] with { Role = Speaker(authors[0].Where) };
        else if (presenting.Count > 0 && !authors.Exists(a => a.Role.Text == "speaker"))
            notes.Mend(row[$"{prefix}presenting_author"].Where, $"presenting author \"{row[$"{prefix}presenting_author"].Text}\"", "None of the authors has that name; nobody is marked as presenting.");
        return authors;
    }

    private static List<SaidPerson> InColumns(ConfToolRow row, string prefix, HashSet<string> presenting)
    {
        var authors = new List<SaidPerson>();
        for (var n = 1; n <= MostColumns; n++)
        {
            var column = string.Create(CultureInfo.InvariantCulture, $"{prefix}authors_formatted_{n}_");
            if (!row.Has(column + "name"))
                break;
            if (Person(row[column + "name"], presenting) is { } author)
                authors.Add(author with { Affiliation = OneLine(row[column + "organisation"]), Email = row[column + "email"] });
        }

        return authors;
    }

    private static List<SaidPerson> InOneString(ConfToolRow row, string prefix, HashSet<string> presenting)
    {
        var said = row[$"{prefix}authors"];
        var organisations = Organisations(row[$"{prefix}organisations"]);
        var authors = new List<SaidPerson>();
        foreach (var part in Parts(said.Text ?? ""))
        {
            var numbers = Numbers().Match(part);
            var name = numbers.Success ? part.Remove(numbers.Index, numbers.Length) : part;
            if (Person(said with { Text = name }, presenting) is not { } author)
                continue;

            var of = numbers.Success ? numbers.Groups[1].Value.Split([',', ';'], StringSplitOptions.TrimEntries).Select(organisations.GetValueOrDefault).OfType<string>() : organisations.Where(o => o.Key.Length == 0).Select(o => o.Value);
            authors.Add(author with { Affiliation = said with { Text = string.Join("; ", of) } });
        }

        return authors;
    }

    // A line each, where the export was made so; the numbers are then parted by semicolons.
    private static IEnumerable<string> Parts(string authors) =>
        (authors.Contains('\n', StringComparison.Ordinal) ? authors.Split('\n') : Between().Split(authors)).Select(part => part.Trim(' ', ';', '\r', '\n')).Where(part => part.Length > 0);

    private static SaidPerson? Person(Said said, HashSet<string> presenting)
    {
        var starred = said.Text?.Contains('*', StringComparison.Ordinal) is true;
        var name = ConfToolNames.Of(said with { Text = said.Text?.Replace("*", "", StringComparison.Ordinal) });
        if (name.Name.IsBlank)
            return null;

        return new SaidPerson(said.Where)
        {
            Name = name.Name,
            ByName = true,
            GivenName = name.Given,
            FamilyName = name.Family,
            Role = starred || presenting.Contains(FoldedText.Of(name.Name.Text!)) ? Speaker(said.Where) : new Said("author", said.Where),
        };
    }

    private static HashSet<string> Presenting(Said said) =>
        [.. (said.Text ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(name => ConfToolNames.Of(said with { Text = Numbers().Replace(name, "") }).Name.Text).OfType<string>().Select(FoldedText.Of)];

    // Without numbers there is one organisation, that of all; it may have a line end in it.
    private static Dictionary<string, string> Organisations(Said said)
    {
        if (said.IsBlank)
            return [];

        var numbered = Numbered().Matches(said.Text!);
        return numbered.Count == 0
            ? new() { [""] = CleanText.OneLine(said.Text!) }
            : numbered.DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => CleanText.OneLine(m.Groups[2].Value).TrimEnd(';'));
    }

    private static Said OneLine(Said said) => said.IsBlank ? said : said with { Text = CleanText.OneLine(said.Text!) };

    private static Said Speaker(Place where) => new("speaker", where);

    [GeneratedRegex(@";(?![^()]*\))", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"\s*\(\s*(\d+(?:\s*[,;]\s*\d+)*)\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?:^|[;\n])\s*(\d+)\s*:\s*(.*?)(?=\s*(?:[;\n]\s*\d+\s*:|$))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Numbered();
}
