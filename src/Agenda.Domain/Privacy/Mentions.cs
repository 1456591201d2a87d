using Agenda.Domain.Releases;
using Agenda.Domain.Resources;

namespace Agenda.Domain.Privacy;

/// <summary>Collects where somebody may still be meant; what stands in several releases is one mention.</summary>
public sealed class Mentions(NamesInTexts names)
{
    /// <summary>How many are listed; a common family name stands everywhere.</summary>
    public const int Most = 500;

    private readonly Dictionary<(TextPlace, string), (bool InProgramme, List<int> Releases)> found = [];

    public void AddAllIn(Programme programme)
    {
        foreach (var (place, excerpt) in In(TextsOfProgramme.Of(programme)))
            found[(place, excerpt)] = (true, []);
    }

    /// <summary>The live links of the programme's sessions.</summary>
    public void AddAllIn(IEnumerable<SessionLink> links, Programme programme)
    {
        foreach (var (place, excerpt) in In(TextsOfProgramme.Of(links.ToLookup(l => l.SessionId), programme)))
            found[(place, excerpt)] = (true, []);
    }

    public void AddAllIn(ReleaseDocument release)
    {
        foreach (var (place, excerpt) in In(TextsOfRelease.Of(release)))
        {
            if (!found.TryGetValue((place, excerpt), out var where))
                found[(place, excerpt)] = where = (false, []);
            if (where.Releases.LastOrDefault() != release.Number)
                where.Releases.Add(release.Number);
        }
    }

    /// <summary>By session and field; no more than <see cref="Most"/>.</summary>
    public IReadOnlyList<Mention> Listed =>
    [
        .. found.Select(m => new Mention(m.Key.Item1, m.Key.Item2, m.Value.InProgramme, m.Value.Releases))
            .OrderBy(m => m.Place.Session, StringComparer.Ordinal).ThenBy(m => m.Place.Contribution, StringComparer.Ordinal).ThenBy(m => m.Place.Person?.Value)
            .ThenBy(m => m.Place.Field, StringComparer.Ordinal).ThenBy(m => m.Excerpt, StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>How many are not listed.</summary>
    public int More => Math.Max(0, found.Count - Most);

    private IEnumerable<(TextPlace Place, string Excerpt)> In(IEnumerable<PlacedText> texts) =>
        texts.SelectMany(text => names.MentionsIn(text.Text).Select(excerpt => (text.Place, excerpt)));
}
