using System.Globalization;
using System.Text;

namespace Agenda.Domain.Text;

/// <summary>Text as it is compared in searches: without case, diacritics and compatibility forms, so that "lodz" finds "Łódź".</summary>
public static class FoldedText
{
    /// <summary>Folds <paramref name="text"/>; white space runs become one blank.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var folded = new StringBuilder(text.Length);
        AppendAll(folded, text);
        return folded.ToString();
    }

    /// <summary>Folds <paramref name="text"/>, and says of each character of the folded text where in <paramref name="text"/> it comes from.</summary>
    public static (string Folded, IReadOnlyList<int> Places) WithPlaces(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            if (rune.IsAscii)
                Append(folded, rune);
            else
                AppendAll(folded, rune.ToString());
            while (places.Count < folded.Length)
                places.Add(i);
            i += length;
        }

        return (folded.ToString(), places);
    }

    /// <summary>The words of <paramref name="query"/>, folded; empty where it has none.</summary>
    public static IReadOnlyList<string> Words(string? query) =>
        Of(query).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AppendAll(StringBuilder folded, string text)
    {
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            Append(folded, rune);
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return;

        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
            return;
        }

        var lower = Rune.ToLowerInvariant(rune);
        if (WithoutDecomposition(lower.Value) is { } letters)
            folded.Append(letters);
        else
            folded.Append(lower.ToString());
    }

    // Letters that Unicode does not decompose although readers type them without the stroke or ligature, or in capitals, where Greek has one sigma.
    private static string? WithoutDecomposition(int letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ŋ' => "n",
        'ς' => "σ",
        '’' or '‘' or 'ʼ' => "'",
        _ => null,
    };

    // Normalising refuses lone surrogates and U+FFFE, which is a byte order mark the wrong way round.
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]) && text[i] != '\uFFFE')
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return string.Concat(text.EnumerateRunes().Select(rune => (rune.Value == '\uFFFE' ? Rune.ReplacementChar : rune).ToString()));
        }

        return text;
    }
}
