using System.Text;
using Agenda.Domain.Text;

namespace Agenda.Domain.Privacy;

/// <summary>Everything by which somebody is to be found in texts, to take it out or to tell where it stands. Remembers the texts that it has seen: releases repeat them.</summary>
public sealed class NamesInTexts
{
    private const int Remembered = 100_000;

    private readonly List<(NameInText Name, string Placeholder)> taken = [];
    private readonly List<NameInText> told = [];
    private readonly Dictionary<string, string> clean = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> mentions = new(StringComparer.Ordinal);

    /// <param name="names">The names that somebody goes by, or went by. The whole name is taken out, the family name by itself only told of.</param>
    /// <param name="addresses">E-mail addresses; taken out.</param>
    /// <param name="also">Further words to take out, such as a nickname, exactly as a human said them.</param>
    /// <param name="ambiguous">Whether somebody else has the same name: then it is only told of.</param>
    public NamesInTexts(IEnumerable<PersonalName> names, IEnumerable<string> addresses, IEnumerable<string> also, bool ambiguous = false)
    {
        foreach (var words in also.Select(FoldedText.Words).Where(words => words.Any(word => word.Any(char.IsLetterOrDigit))))
            taken.Add((NameInText.InARow(words), Withdrawn.Name));
        foreach (var address in addresses.Where(a => a.Contains('@', StringComparison.Ordinal)).Distinct())
            taken.Add((NameInText.InARow(FoldedText.Words(address)), Withdrawn.Address));
        foreach (var name in names.Distinct())
        {
            if (ambiguous)
                told.AddRange(name.Whole);
            else
                taken.AddRange(name.Whole.Select(whole => (whole, Withdrawn.Name)));
            if (name.Part is { } part)
                told.Add(part);
        }
    }

    /// <summary>Whether <paramref name="text"/> holds something to take out.</summary>
    public bool StandIn(string text) => !ReferenceEquals(TakenFrom(text, int.MaxValue), text);

    /// <summary>The text with placeholders, cut to at most <paramref name="longest"/> UTF-16 units; the same string where nothing is to be taken out.</summary>
    public string TakenFrom(string text, int longest)
    {
        var without = Once(clean, text, Replaced);
        return without == text ? text : Cut(without, longest);
    }

    /// <summary>What is around each place where the name may be meant, on one line.</summary>
    public IReadOnlyList<string> MentionsIn(string text) => Once(mentions, text, Found);

    private static T Once<T>(Dictionary<string, T> known, string text, Func<string, T> make)
    {
        if (known.TryGetValue(text, out var made))
            return made;
        if (known.Count == Remembered)
            known.Clear();
        return known[text] = make(text);
    }

    private string Replaced(string text)
    {
        var searchable = new SearchableText(text);
        var places = taken.SelectMany(t => t.Name.In(searchable).Select(place => (Begin: place.Start.Value, End: place.End.Value, t.Placeholder))).ToList();
        if (places.Count == 0)
            return text;

        var without = new StringBuilder();
        var copied = 0;
        foreach (var (begin, end, placeholder) in places.OrderBy(p => p.Begin).ThenByDescending(p => p.End))
        {
            // "Maja Łódzka, Maja Łódzka" has the name turned round in its middle.
            if (begin < copied)
                continue;

            without.Append(text, copied, begin - copied).Append(placeholder);
            copied = end;
        }

        return without.Append(text, copied, text.Length - copied).ToString();
    }

    private List<string> Found(string text)
    {
        var searchable = new SearchableText(text);
        var excerpts = new List<string>();
        var told = 0;
        foreach (var place in this.told.Concat(taken.Select(t => t.Name)).SelectMany(name => name.In(searchable)).OrderBy(p => p.Start.Value).ThenByDescending(p => p.End.Value))
        {
            // The whole name holds the family name: one mention.
            if (place.Start.Value >= told)
                excerpts.Add(Excerpt(text, place));
            told = Math.Max(told, place.End.Value);
        }

        return [.. excerpts.Distinct()];
    }

    private static string Excerpt(string text, Range place)
    {
        const int Around = 40;
        var (begin, end) = (Math.Max(0, place.Start.Value - Around), Math.Min(text.Length, place.End.Value + Around));
        if (begin > 0 && char.IsLowSurrogate(text[begin]))
            begin++;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        var words = string.Join(' ', text[begin..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{(begin > 0 ? "…" : "")}{words}{(end < text.Length ? "…" : "")}";
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsLowSurrogate(text[longest]) ? longest - 1 : longest)];
}
