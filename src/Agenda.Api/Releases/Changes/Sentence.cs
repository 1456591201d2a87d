using System.Runtime.CompilerServices;
using System.Text;

namespace Agenda.Api.Releases.Changes;

/// <summary>
/// A sentence of ours with words that people entered in it, which may run in another direction: within it they stand between the marks that
/// Unicode has for that (UAX #9 §2.4). Pages set them apart; everything else gets plain text.
/// </summary>
public readonly record struct Sentence
{
    private const char Begin = '\u2068', End = '\u2069';

    private readonly string marked;

    private Sentence(string marked) => this.marked = marked;

    /// <summary>The sentence without marks.</summary>
    public string Text => Without(marked);

    /// <summary>Our words and those that were entered, by turns.</summary>
    public IEnumerable<(string Words, bool Entered)> Parts
    {
        get
        {
            var begin = 0;
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

    /// <summary>Strings that are filled in were entered; numbers and parts of sentences stand as they are.</summary>
    internal static Sentence Of(Handler words) => new(words.ToString());

    /// <summary>Words of ours, in which nothing was entered.</summary>
    internal static Sentence Ours(string words) => new(words);

    /// <summary>"A, B and C"; the last of many are only counted.</summary>
    internal static Sentence List(IReadOnlyCollection<Sentence> items, int most = 10)
    {
        var shown = items.Take(items.Count > most ? most - 1 : most).Select(item => item.marked).ToList();
        if (shown.Count < items.Count)
            shown.Add($"{items.Count - shown.Count} more");
        return new(shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} and {shown[^1]}");
    }

    public override string ToString() => Text;

    private static string Without(string text) =>
        text.Contains(Begin, StringComparison.Ordinal) || text.Contains(End, StringComparison.Ordinal)
            ? text.Replace($"{Begin}", "", StringComparison.Ordinal).Replace($"{End}", "", StringComparison.Ordinal) : text;

    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literals, int values)
    {
        private readonly StringBuilder text = new(literals + values * 16);

        public void AppendLiteral(string words) => text.Append(words);

        public void AppendFormatted(string entered) => text.Append(Begin).Append(Without(entered)).Append(End);

        public void AppendFormatted(Sentence part) => text.Append(part.marked);

        public void AppendFormatted(int number) => text.Append(number);

        public override string ToString() => text.ToString();
    }
}
