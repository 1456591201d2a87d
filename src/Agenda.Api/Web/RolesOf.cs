using System.Text;
using Agenda.Domain.Releases;

namespace Agenda.Api.Web;

/// <summary>What somebody does in a session, in the words of the pages.</summary>
internal static class RolesOf
{
    /// <summary>Each role, with the title of the contribution that it is about where that is not the session's own.</summary>
    public static IEnumerable<(string Role, string? Title)> InWords(PublishedPerson person, PublishedSession session)
    {
        if (session.Chairs.Contains(person))
            yield return (Words.SessionChair, null);
        if (session.Discussants.Contains(person))
            yield return (Words.Discussant, null);
        foreach (var contribution in session.Contributions)
        {
            var own = contribution.Authors.Where(a => a.Person == person).ToList();
            if (own.Count == 0)
                continue;

            var presents = own.Any(a => a.Presenting);
            yield return SingleTalk.Is(session) ? (Words.Speaker, null)
                : (contribution.Start is { } start && presents ? Phrases.Fill(Words.PresentsAt, Wording.Time(start)) : presents ? Words.Presents : Words.AuthorOf, contribution.Released.Title);
        }
    }

    /// <summary>The same as a list for a row.</summary>
    public static string Markup(PublishedPerson person, PublishedSession session)
    {
        var html = new StringBuilder("<ul class=\"does\">");
        foreach (var (role, title) in InWords(person, session))
        {
            html.Append("<li>").Text(role);
            if (title is not null)
                html.Append(": ").Isolated(title, session.Language);
            html.Append("</li>");
        }

        return html.Append("</ul>").ToString();
    }
}
