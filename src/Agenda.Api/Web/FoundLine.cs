using Agenda.Api.Calendars;
using Agenda.Domain.Releases;
using Agenda.Domain.Text;

namespace Agenda.Api.Web;

/// <summary>A line around something that was found where a row does not show it.</summary>
/// <param name="Within">The contribution or person that it is of; null for the session itself.</param>
/// <param name="Text">The line, with an ellipsis where there is more.</param>
internal sealed record FoundLine(string? Within, string Text)
{
    private const int Before = 50, After = 110, Most = 2;

    /// <summary>For each word that the row of a session does not show, a line that does; few are enough.</summary>
    public static IReadOnlyList<FoundLine> Of(PublishedSession session, IReadOnlyList<string> words)
    {
        var shown = FoldedText.Of(string.Join(' ', [session.Code, session.Title, .. InRow(session).Select(p => p.Name)]));
        var lines = new List<FoundLine>();
        foreach (var word in words)
        {
            if (shown.Contains(word, StringComparison.Ordinal))
                continue;

            if (Texts(session).Select(text => Around(text.Within, text.Text, word)).FirstOrDefault(line => line is not null) is not { } found)
                continue;

            lines.Add(found);
            shown += $" {FoldedText.Of($"{found.Within} {found.Text}")}";
            if (lines.Count == Most)
                break;
        }

        return lines;
    }

    private static IEnumerable<PublishedPerson> InRow(PublishedSession session) => [.. SingleTalk.SpeakersOf(session).Select(a => a.Person), .. session.Chairs, .. session.Discussants];

    private static IEnumerable<(string? Within, string Text)> Texts(PublishedSession session)
    {
        if (session.Abstract is { } said)
            yield return (null, PlainText.Of(said));
        foreach (var contribution in session.Contributions)
        {
            yield return (null, $"{contribution.Released.Title} ({contribution.Released.Code})");
            yield return (contribution.Released.Title, string.Join(", ", contribution.Authors.Select(a => a.Person.Name)));
            if (contribution.Released.Abstract is { } told)
                yield return (SingleTalk.Is(session) ? null : contribution.Released.Title, PlainText.Of(told));
        }

        foreach (var person in session.People)
        {
            if (person.Affiliation is { } affiliation)
                yield return (person.Name, affiliation);
        }
    }

    private static FoundLine? Around(string? within, string text, string word)
    {
        var (folded, places) = FoldedText.WithPlaces(text);
        var at = folded.IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
            return null;

        // Cut where words end, if one does within reach.
        var from = Math.Max(0, places[at] - Before);
        if (from > 0 && text.IndexOf(' ', from, places[at] - from) is >= 0 and var gap)
            from = gap + 1;
        var to = Math.Min(text.Length, places[at] + After);
        if (to < text.Length && text.LastIndexOf(' ', to, to - places[at]) is var end && end > places[at] + word.Length)
            to = end;
        if (char.IsLowSurrogate(text[from]))
            from++;
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to--;
        return new(within, (from > 0 ? "… " : "") + text[from..to].ReplaceLineEndings(" ") + (to < text.Length ? " …" : ""));
    }
}
