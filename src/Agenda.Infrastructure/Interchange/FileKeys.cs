using Agenda.Domain;
using Agenda.Domain.Text;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// By what events are recognised when a newer file comes: GUID, else id, else code, else title. Each key belongs to one event; where a file
/// has one twice, the later event is counted.
/// </summary>
internal sealed class FileKeys(ImportNotes notes)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Of(SaidEvent said, string title)
    {
        var keys = new List<string>(3);
        var doubled = new List<string>(3);
        foreach (var (kind, value) in (ReadOnlySpan<(string, Said)>)[("guid", said.Guid), ("id", said.Id), ("code", said.Code)])
        {
            if (value.IsBlank)
                continue;
            var key = Limited($"{kind}:{(kind == "guid" ? value.Text!.ToLowerInvariant() : value.Text!)}");
            (taken.Add(key) ? keys : doubled).Add(key);
        }

        if (doubled.Count > 0)
            notes.Mend(said.Where, string.Join(", ", doubled), keys.Count > 0 ? $"An earlier session has the same; told apart by {keys[0]}." : "An earlier session has the same; counted to tell them apart.");
        if (doubled.Count == 0 && keys.Count == 0)
            notes.Mend(said.Where, $"session \"{title}\"", "It has neither GUID nor id; the next import will recognise it by its title.");
        if (keys.Count == 0)
            keys.Add(Counted(doubled.Count > 0 ? doubled[0] : $"title:{FoldedText.Of(title)}"));
        return keys;
    }

    private string Counted(string key)
    {
        var plain = CleanText.Cut(key, Limits.ExternalId - 8);
        var counted = plain;
        for (var n = 2; !taken.Add(counted); n++)
            counted = $"{plain}#{n}";
        return counted;
    }

    private static string Limited(string key) => CleanText.Cut(CleanText.OneLine(CleanText.WithoutControls(key)), Limits.ExternalId - 8);
}
