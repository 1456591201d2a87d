using System.Text;
using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>The people of a release by the first letters of their family names, all or those that a search finds.</summary>
/// <param name="Shown">The release.</param>
/// <param name="Query">What was searched for; null for everybody.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Letters">All letters that there are among those found.</param>
/// <param name="Groups">Those that are on the page: all, or of very many the people of one letter.</param>
public sealed record PeopleView(ShownRelease Shown, string? Query, int Found, IReadOnlyList<string> Letters, IReadOnlyList<(string Letter, IReadOnlyList<PublishedPerson> People)> Groups)
{
    /// <summary>More people than this are shown letter by letter.</summary>
    internal const int MostAtOnce = 1_500;

    private const int LongestQuery = 200;

    public bool IsByLetter => Groups.Count < Letters.Count;

    internal static PeopleView Of(ShownRelease shown, string? query, string? letter)
    {
        var asked = string.IsNullOrWhiteSpace(query) ? null : query.Length > LongestQuery ? query[..LongestQuery] : query;
        var found = shown.Published.PeopleFound(asked).OrderBy(p => p.IndexText, StringComparer.Ordinal).ToList();
        var groups = found.GroupBy(LetterOf).Select(group => (Letter: group.Key, People: (IReadOnlyList<PublishedPerson>)[.. group])).ToList();
        IReadOnlyList<string> letters = [.. groups.Select(group => group.Letter)];
        if (found.Count > MostAtOnce)
            groups = [groups.FirstOrDefault(group => group.Letter == letter) is { People: not null } chosen ? chosen : groups[0]];
        return new(shown, asked, found.Count, letters, groups);
    }

    /// <summary>Where the people of a letter are.</summary>
    public string To(string letter)
    {
        if (!IsByLetter)
            return $"#{Anchor(letter)}";

        string?[] parameters = [Query is null ? null : $"q={Uri.EscapeDataString(Query)}", $"letter={Uri.EscapeDataString(letter)}", Shown.Parameter];
        return $"/{Shown.Slug}/people?{string.Join('&', parameters.Where(parameter => parameter is not null))}";
    }

    public string Anchor(string letter) => letter == Other ? "letter-other" : $"letter-{letter}";

    /// <summary>Where names stand that begin with no letter.</summary>
    private const string Other = "#";

    // "Łódzka" stands under L, as she is sorted; small letters of scripts that have no others stay as they are.
    private static string LetterOf(PublishedPerson person) =>
        person.IndexText.Length > 0 && Rune.TryGetRuneAt(person.IndexText, 0, out var first) && Rune.IsLetter(first)
            ? (first.Value < 0x590 ? Rune.ToUpperInvariant(first) : first).ToString() : Other;
}
