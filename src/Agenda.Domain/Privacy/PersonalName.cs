using Agenda.Domain.Text;

namespace Agenda.Domain.Privacy;

/// <summary>A name that somebody goes by, with the ways in which texts write it.</summary>
public sealed record PersonalName(string Given, string Family)
{
    // One letter is an initial, and two are the least that can be a name: "Li".
    private const int Shortest = 2;

    private static readonly HashSet<string> Appendices = new(StringComparer.Ordinal) { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" };

    /// <summary>The ways to write all of it. None where it is one word that may mean anything else, such as "Will".</summary>
    internal IEnumerable<NameInText> Whole
    {
        get
        {
            var (given, family) = (Words(Given), Words(Family));
            var isUnspaced = given.Concat(family).All(word => word.All(SearchableText.IsUnspaced));
            if (given.Count + family.Count > 1)
                yield return NameInText.InARow([.. given, .. family]);
            if (given.Count > 0 && family.Count > 0)
                yield return NameInText.Turned(family, given);
            if (!isUnspaced || (given.Sum(w => w.Length) + family.Sum(w => w.Length)) < Shortest)
                yield break;

            yield return NameInText.Joined([.. family, .. given]);
            yield return NameInText.Joined([.. given, .. family]);
        }
    }

    /// <summary>The part by which people are called in texts that do not say all of it; null where it says nothing.</summary>
    internal NameInText? Part => Words(Family.Length == 0 ? Given : Family) is { Count: > 0 } words && words.Sum(w => w.Length) >= Shortest ? NameInText.InARow(words) : null;

    // What programmes put behind names - pronouns in brackets, handles, "Jr." - is not in texts.
    private static List<string> Words(string name)
    {
        var words = FoldedText.Words(name);
        var own = words.Where(word => char.IsLetter(word[0]) && !word.EndsWith(')') && !Appendices.Contains(word)).ToList();
        return own.Count > 0 ? own : [.. words.Where(word => word.Any(char.IsLetterOrDigit))];
    }
}
