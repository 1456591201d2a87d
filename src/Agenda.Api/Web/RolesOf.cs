using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>What somebody does in a session, in the words of the pages.</summary>
internal static class RolesOf
{
    /// <summary>Each role, with the title of the contribution that it is about where that is not the session's own.</summary>
    public static IEnumerable<(string Role, string? Title)> InWords(PublishedPerson person, PublishedSession session)
    {
        if (session.Chairs.Contains(person))
            yield return ("Session Chair", null);
        if (session.Discussants.Contains(person))
            yield return ("Discussant", null);
        foreach (var contribution in session.Contributions)
        {
            var own = contribution.Authors.Where(a => a.Person == person).ToList();
            if (own.Count == 0)
                continue;

            var presents = own.Any(a => a.Presenting);
            yield return SingleTalk.Is(session) ? ("Speaker", null)
                : (contribution.Start is { } start && presents ? $"Presents at {Wording.Time(start)}" : presents ? "Presents" : "Author of", contribution.Released.Title);
        }
    }
}
