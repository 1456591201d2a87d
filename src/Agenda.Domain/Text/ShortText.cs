using System.Globalization;

namespace Agenda.Domain.Text;

/// <summary>The beginning of a text, where there is no place for all of it.</summary>
public static class ShortText
{
    /// <summary>
    /// As much as fits into so many UTF-16 units, cut behind a word. A word that takes up more than half of it is cut within, though never
    /// within what a reader sees as one character, unless that alone is too long.
    /// </summary>
    public static string Of(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (text.Length <= most)
            return text;

        var end = 0;
        for (var next = 0; next <= most; next = end + StringInfo.GetNextTextElementLength(text, end))
            end = next;

        if (end == 0)
            return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];

        var word = end;
        while (word > most / 2 && !char.IsWhiteSpace(text[word]))
            word--;
        return text[..(char.IsWhiteSpace(text[word]) ? word : end)].TrimEnd();
    }
}
