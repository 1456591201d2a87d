using Agenda.Domain;

namespace Agenda.Infrastructure.Interchange;

/// <summary>
/// Parts a name that a file writes in one. Only the order of lists depends on it: put together again, the parts are the name as it was.
/// </summary>
internal static class PersonName
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "von", "vom", "zu", "zum", "zur", "de", "den", "der", "des", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ten", "ter", "af", "av",
    };

    public static (string Given, string Family) Split(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var family = words.Length - 1;
        while (family > 1 && IsAppendix(words[family]))
            family--;
        while (family > 1 && Particles.Contains(words[family - 1]) && char.IsLower(words[family - 1][0]))
            family--;

        return family < 1
            ? (CleanText.Cut(name, Limits.Name), "")
            : (CleanText.Cut(string.Join(' ', words[..family]), Limits.Name), CleanText.Cut(string.Join(' ', words[family..]), Limits.Name));
    }

    // "(she/her)", "Jr.", "III", "@handle" belong to what stands before them.
    private static bool IsAppendix(string word) => !char.IsLetter(word[0]) || word.EndsWith(')') || word is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV";
}
