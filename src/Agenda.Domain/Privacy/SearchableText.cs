using System.Globalization;
using Agenda.Domain.Text;

namespace Agenda.Domain.Privacy;

/// <summary>A text folded once, in which many names are looked for.</summary>
internal sealed class SearchableText
{
    private readonly IReadOnlyList<int> places;

    public SearchableText(string text)
    {
        Text = text;
        (var folded, places) = FoldedText.WithPlaces(text);
        Folded = WithOneDash(folded);
    }

    public string Text { get; }

    /// <summary>Without case and diacritics, and with every dash as a hyphen.</summary>
    public string Folded { get; }

    /// <summary>Where in <see cref="Text"/> a part of <see cref="Folded"/> comes from.</summary>
    public Range PlaceOf(int begin, int end)
    {
        // One character may have become several.
        while (end < places.Count && places[end] == places[end - 1])
            end++;
        return places[begin]..(end < places.Count ? places[end] : Text.Length);
    }

    /// <summary>Whether <see cref="Folded"/> goes on there without a break between two words.</summary>
    public bool IsInWord(int place) =>
        place > 0 && place < Folded.Length && char.IsLetterOrDigit(Folded[place - 1]) && char.IsLetterOrDigit(Folded[place]) && !IsUnspaced(Folded[place - 1]) && !IsUnspaced(Folded[place]);

    public static string WithOneDash(string folded) =>
        string.Create(folded.Length, folded, (dashed, folded) =>
        {
            for (var i = 0; i < dashed.Length; i++)
                dashed[i] = char.GetUnicodeCategory(folded[i]) == UnicodeCategory.DashPunctuation ? '-' : folded[i];
        });

    /// <summary>Whether a letter is of a script that writes words without blanks between them, or joins particles to names: Thai to Khmer, Han, Kana, Hangul.</summary>
    public static bool IsUnspaced(char letter) =>
        letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1100' and <= '\u11FF') or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\u9FFF')
            or (>= '\uAC00' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(letter);
}
