using System.Text.RegularExpressions;
using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// The rooms of ConfTool's exports. It has no field for seats and buildings: both are somewhere in the free text about the room, "St. Mary's Building
/// … Capacity 60". Halls with movable walls are rooms of their own, "Hall 1+2".
/// </summary>
internal sealed partial class ConfToolRooms(ImportNotes notes)
{
    private readonly Dictionary<string, SaidRoom> all = new(StringComparer.Ordinal);

    /// <summary>Notes the room of a session.</summary>
    public void Add(Said name, Said info)
    {
        if (name.IsBlank || all.TryGetValue(Key(name), out var known) && (!known.Building.IsBlank || !known.Capacity.IsBlank || info.IsBlank))
            return;

        var (seats, building, address) = Read(info);
        all[Key(name)] = new SaidRoom(name) { Capacity = seats, Building = building, Address = address };
    }

    /// <summary>In the order of the file, with the rooms that each is combined of.</summary>
    public IEnumerable<SaidRoom> All() => all.Values.Select(room => room with { Parts = PartsOf(Key(room.Name)) });

    /// <summary>The rooms without what they are combined of, which a part of the programme does not tell.</summary>
    public IEnumerable<SaidRoom> Some() => all.Values;

    private (Said Seats, Said Building, Said Address) Read(Said info)
    {
        if (info.IsBlank)
            return default;

        var (text, _) = ConfToolTexts.WithoutJoinLinks(info, notes);
        var lines = LineEnd().Split(HtmlText.IsHtml(text.Text!) ? HtmlMarkdown.Convert(text.Text!) : text.Text!);
        Said seats = default;
        var rest = new List<string>();
        foreach (var line in lines)
        {
            var match = Seats().Match(line);
            if (match.Success && seats.IsBlank)
                seats = info with { Text = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value };
            var left = CleanText.OneLine(match.Success ? line.Remove(match.Index, match.Length) : line).Trim(' ', ',', ';', ':', '-', '(', ')', '/', '*', '\\', '.');
            if (left.Length > 0)
                rest.Add(left);
        }

        if (seats.IsBlank && rest.Exists(line => line.Any(char.IsDigit)))
            notes.Mend(info.Where, $"\"{text.Text}\"", "It may say how many seats the room has, but not in words that are known here; the capacity stays open.");
        var building = rest.Count == 0 ? default : info with { Text = rest[0].Length <= Limits.Name ? rest[0] : null };
        return (seats, building, rest.Count > 1 ? info with { Text = CleanText.Cut(string.Join(", ", rest.Skip(1)), Limits.Address) } : default);
    }

    // "Lamennais 1+2" where there is a Lamennais 1 and a Lamennais 2, "North + South" where there is a North and a South.
    private string[] PartsOf(string name)
    {
        var pieces = Plus().Split(name);
        if (pieces.Length < 2)
            return [];

        var prefix = LastWord().Replace(pieces[0], "");
        foreach (var candidates in (string[][])[pieces, [pieces[0], .. pieces.Skip(1).Select(p => prefix + p)]])
        {
            if (Array.TrueForAll(candidates, all.ContainsKey))
                return candidates;
        }

        notes.Mend(all[name].Name.Where, $"room \"{name}\"", "Its name sounds like rooms that are joined, but not all of them are in the file; taken as a room of its own.");
        return [];
    }

    private static string Key(Said name) => CleanText.OneLine(name.Text!);

    [GeneratedRegex(@"(?:capacity|cap\.|capacité|capacidad|capienza|kapazität|seats?|seating|plätze|sitzplätze|places|max\.?(?:imum)?)\s*(?:of|is|de|von|:|=|-)?\s*(?:max\.?\s*)?(\d{1,5})(?:\s*(?:seats|people|persons|persones|personen|places|plätze|pax))?|(\d{1,5})\s*(?:seats|people|persons|personnes|personen|places|plätze|sitzplätze|pax)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Seats();

    [GeneratedRegex(@"\s*\n\s*|\s*\|\s*", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\s*[+&]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Plus();

    [GeneratedRegex(@"\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();
}
