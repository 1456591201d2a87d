using System.Text;

namespace Agenda.Api.Tests.Calendars;

/// <summary>Text as people and files really have it, and worse; the same on every run.</summary>
internal static class RandomText
{
    private static readonly string[] Backslashes = ["\\", "\\n", "\\,", "\\;", "\\\\"];

    private static readonly string[] Fragments =
    [
        "a", "Z", "0", " ", "  ", "\t", ",", ";", ":", "\"", "'", "^", "=", "\n", "\r\n", "\r", "\n\n", "\n ", "BEGIN:VEVENT", "END:VCALENDAR\r\nX:",
        "Łódź", "naïve", "ß", "e\u0301\u0323", "q\u0307\u0323", "\u0E01\u0E33", "देवनागरी", "עברית", "محمد", "\u200Fתורה\u200E", "\u202Eabc\u202C", "中文字", "한국어", "\u00A0", "\u200B", "\u00AD",
        "😀", "👩🏽‍🔬", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇮🇪", "𝒜", "𐍈", "\uFFFD", "\uFEFF",
        "\0", "\u0001", "\u0007", "\u0008", "\u000B", "\u000C", "\u001B", "\u001C", "\u001E", "\u007F", "\u0080", "\u0085", "\u009F", "\u2028", "\u2029", "\uD83D", "\uDE00",
    ];

    public static IReadOnlyList<string> Many()
    {
        var random = new Random(5545);
        var texts = new List<string> { "", " ", "\0", "\r\n", new('x', 10_000), string.Concat(Enumerable.Repeat("😀", 5_000)), string.Concat(Enumerable.Repeat(",;\\\n", 2_500)) };
        // Every alignment of a character of four, three and two octets to the fold.
        texts.AddRange(Enumerable.Range(0, 80).Select(n => new string('x', n) + "👩🏽‍🔬中éa"));
        texts.AddRange(Enumerable.Range(0, 200).Select(_ => Some(random, random.Next(1, 60), Fragments)));
        texts.AddRange(Enumerable.Range(0, 200).Select(_ => Some(random, random.Next(1, 60), [.. Fragments, .. Backslashes])));
        texts.Add(Some(random, 10_000, Fragments));
        return texts;
    }

    /// <summary>What a reader should get to see: line breaks of all kinds as \n, no other control characters but tabs, U+FFFD for half characters; null for nothing to see.</summary>
    public static string? AsRead(string text)
    {
        var read = new StringBuilder();
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if ("\n\r\u000B\u000C\u0085\u2028\u2029".Contains(rune.ToString(), StringComparison.Ordinal))
                read.Append('\n');
            else if (rune.Value == '\t' || !Rune.IsControl(rune))
                read.Append(rune.ToString());
        }

        return string.IsNullOrWhiteSpace(read.ToString()) ? null : read.ToString();
    }

    private static string Some(Random random, int length, string[] fragments) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => fragments[random.Next(fragments.Length)]));
}
