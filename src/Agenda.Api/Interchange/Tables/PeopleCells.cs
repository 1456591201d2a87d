using System.Text.RegularExpressions;
using Agenda.Domain.Text;

namespace Agenda.Api.Interchange.Tables;

/// <summary>Somebody as tables name them.</summary>
internal sealed record NamedPerson(Guid Id, string Name, bool Erased);

/// <summary>
/// People in a cell: name and id of each, with semicolons between, and a star behind who presents. The id says who it is; a name alone does where one
/// person has it.
/// </summary>
internal sealed partial class PeopleCells(IEnumerable<NamedPerson> people)
{
    private readonly Dictionary<Guid, NamedPerson> byId = people.ToDictionary(p => p.Id);
    private ILookup<string, NamedPerson>? byName, byFoldedName;

    private ILookup<string, NamedPerson> ByName => byName ??= byId.Values.Where(p => !p.Erased).ToLookup(p => p.Name, StringComparer.Ordinal);

    private ILookup<string, NamedPerson> ByFoldedName => byFoldedName ??= byId.Values.Where(p => !p.Erased).ToLookup(p => FoldedText.Of(p.Name), StringComparer.Ordinal);

    public string? Of(IEnumerable<Guid> ids) => CellValues.Of([.. ids.Select(Label)]);

    public string? Of(IEnumerable<(Guid Person, bool Star)> people) => CellValues.Of([.. people.Select(p => p.Star ? $"{Label(p.Person)}*" : Label(p.Person))]);

    /// <summary>Who is named, in order; null where somebody cannot be told.</summary>
    public IReadOnlyList<(Guid Person, bool Star)>? Read(SaidCell cell)
    {
        var found = new List<(Guid, bool)>();
        var text = cell.Text ?? "";
        var from = 0;
        foreach (Match match in WithId().Matches(text))
        {
            var before = text[from..match.Index].Trim(' ', ';', '\n', '\r', '\t');
            from = match.Index + match.Length;
            if (!byId.TryGetValue(Guid.Parse(match.Groups[1].ValueSpan), out var person))
            {
                cell.Refuse($"The conference has no person {match.Groups[1].Value}.");
                return null;
            }

            if (before != person.Name)
            {
                var parts = CellValues.Parts(before);
                if (!parts.SkipLast(1).All(name => Find(name, cell, found)) || (parts.Length > 0 && !IsSame(parts[^1], person, cell)))
                    return null;
            }

            found.Add((person.Id, match.Groups[2].Length > 0));
        }

        return CellValues.Parts(text[from..]).All(name => Find(name, cell, found)) ? found : null;
    }

    private string Label(Guid id) => byId.TryGetValue(id, out var person) ? $"{person.Name} <{id}>" : $"<{id}>";

    private bool Find(string said, SaidCell cell, List<(Guid, bool)> found)
    {
        var star = said.EndsWith('*') && !ByName.Contains(said);
        var name = star ? said.TrimEnd('*', ' ') : said;
        var named = ByName.Contains(name) ? ByName[name].ToList() : [.. ByFoldedName[FoldedText.Of(name)]];
        if (named is [var only])
        {
            found.Add((only.Id, star));
            return true;
        }

        cell.Refuse(named.Count == 0 ? $"The conference has nobody called \"{name}\"; add them to the people first." : $"{named.Count} people are called \"{name}\": say which one, as {name} <id>.");
        return false;
    }

    // Who was renamed here is called otherwise in an older file; but a name that somebody else has was written there to say that it is them.
    private bool IsSame(string name, NamedPerson person, SaidCell cell)
    {
        if (name == person.Name || person.Erased)
            return true;
        if (ByName.Contains(name))
        {
            cell.Refuse($"<{person.Id}> is {person.Name} here, not {name}: leave the id out where it is to be somebody else.");
            return false;
        }

        cell.Mend($"<{person.Id}> is {person.Name} here. The id says who it is; names are changed in the table of people.");
        return true;
    }

    [GeneratedRegex(@"<\s*([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})\s*>\s*(\*?)", RegexOptions.CultureInvariant)]
    private static partial Regex WithId();
}
