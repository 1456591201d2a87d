using System.Text.RegularExpressions;

namespace Agenda.Domain.Privacy;

/// <summary>
/// One way to write a name, to be found in texts as whole words whatever their case and diacritics. Between two words of it stands any
/// white space, and the emphasis that Markdown may put there.
/// </summary>
internal sealed class NameInText
{
    private const string Between = "[*_]*[ ][ *_]*", Perhaps = "[ *_]*";

    private readonly Regex pattern;

    private NameInText(string pattern) => this.pattern = new Regex(pattern, RegexOptions.CultureInvariant);

    /// <summary>The words, folded, as they follow each other: "Maja Łódzka".</summary>
    public static NameInText InARow(IEnumerable<string> words) => new(string.Join(Between, words.Select(Literal)));

    /// <summary>"Łódzka, Maja".</summary>
    public static NameInText Turned(IEnumerable<string> family, IEnumerable<string> given) =>
        new($"{string.Join(Between, family.Select(Literal))}{Perhaps},{Perhaps}{string.Join(Between, given.Select(Literal))}");

    /// <summary>"柳晓雯" or "柳 晓雯": scripts that part words by nothing.</summary>
    public static NameInText Joined(IEnumerable<string> words) => new(string.Join(Perhaps, words.Select(Literal)));

    /// <summary>Where in the text it stands, from left to right.</summary>
    public IEnumerable<Range> In(SearchableText text)
    {
        for (var match = pattern.Match(text.Folded); match.Success;)
        {
            var (begin, end) = (match.Index, match.Index + match.Length);
            var stands = !text.IsInWord(begin) && !text.IsInWord(end);
            if (stands)
                yield return text.PlaceOf(begin, end);
            match = pattern.Match(text.Folded, stands ? end : begin + 1);
        }
    }

    // Markdown may have a backslash before punctuation.
    private static string Literal(string word) =>
        string.Concat(SearchableText.WithOneDash(word).Select(c => char.IsAscii(c) && char.IsPunctuation(c) ? @"\\?" + Regex.Escape($"{c}") : Regex.Escape($"{c}")));
}
