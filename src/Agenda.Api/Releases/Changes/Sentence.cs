using Agenda.Api.Web;

namespace Agenda.Api.Releases.Changes;

/// <summary>
/// A sentence of ours, or a part of one, in which words stand that people entered. It keeps what it says of, and is worded when it is read, in the
/// language and by the clock of whoever reads it. Entered words may run in another direction: within it they stand between the marks that
/// Unicode has for that (UAX #9 §2.4). Pages set them apart; everything else gets plain text.
/// </summary>
public abstract record Sentence
{
    private const char Begin = '\u2068', End = '\u2069';

    private protected Sentence()
    {
    }

    /// <summary>The sentence without marks.</summary>
    public string Text => Without(Marked());

    /// <summary>Our words and those that were entered, by turns.</summary>
    public IEnumerable<(string Words, bool Entered)> Parts
    {
        get
        {
            var (marked, begin) = (Marked(), 0);
            while (marked.IndexOf(Begin, begin) is >= 0 and var mark)
            {
                var end = marked.IndexOf(End, mark);
                if (mark > begin)
                    yield return (marked[begin..mark], false);
                yield return (marked[(mark + 1)..end], true);
                begin = end + 1;
            }

            if (begin < marked.Length)
                yield return (marked[begin..], false);
        }
    }

    public static implicit operator Sentence(string entered) => new EnteredWords(entered);

    public static implicit operator Sentence(int number) => new Late<int>(number, n => Phrases.Fill("{0}", n));

    /// <summary>Words of ours, with what stands in them: strings were entered.</summary>
    internal static Sentence Of(Func<string> words, params Sentence[] parts) => new Filled(words, null, parts);

    /// <summary>Words of ours that have a form for one and another for many.</summary>
    internal static Sentence Of(Func<string> forms, int number, params Sentence[] parts) => new Filled(forms, number, parts);

    /// <summary>What every reader gets told in another way, such as a time.</summary>
    internal static Sentence Of<T>(T value, Func<T, string> wording) => new Late<T>(value, wording);

    /// <summary>"A, B and C"; the last of many are only counted.</summary>
    internal static Sentence List(IEnumerable<Sentence> items, int most = 10)
    {
        var all = items.ToList();
        var shown = all.Count > most ? [.. all.Take(most - 1), Of(() => ChangeWords.ListMore, all.Count - most + 1)] : all;
        return shown.Count == 1 ? shown[0] : Of(() => ChangeWords.ListAnd, shown.SkipLast(1).Aggregate((list, next) => Of(() => ChangeWords.ListComma, list, next)), shown[^1]);
    }

    public sealed override string ToString() => Text;

    private protected abstract string Marked();

    private static string Without(string text) =>
        text.Contains(Begin, StringComparison.Ordinal) || text.Contains(End, StringComparison.Ordinal)
            ? text.Replace($"{Begin}", "", StringComparison.Ordinal).Replace($"{End}", "", StringComparison.Ordinal) : text;

    private sealed record EnteredWords(string Entered) : Sentence
    {
        private protected override string Marked() => $"{Begin}{Without(Entered)}{End}";
    }

    private sealed record Late<T>(T Value, Func<T, string> Wording) : Sentence
    {
        private protected override string Marked() => Wording(Value);
    }

    private sealed record Filled(Func<string> Words, int? Number, Sentence[] Within) : Sentence
    {
        private protected override string Marked() => Phrases.Fill(Number is { } of ? Phrases.Form(Words(), of) : Words(), Array.ConvertAll(Within, part => (object)part.Marked()));
    }
}
