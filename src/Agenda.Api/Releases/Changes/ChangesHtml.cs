using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Agenda.Api.Web;

namespace Agenda.Api.Releases.Changes;

/// <summary>What a release changed as HTML for feed readers: a list of sessions with their sentences.</summary>
internal static class ChangesHtml
{
    // Feeds are fetched again and again.
    private const int MostSessions = 200;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(ToldRelease release, PeopleAskedFor people, string page, Func<ToldChange, string> address)
    {
        var html = new StringBuilder();
        if (Summary(release, people) is { } summary)
            return html.Append("<p>").Append(summary).Append("</p>").ToString();

        var changes = release.ChangesOf(people);
        html.Append("<ul>");
        foreach (var change in changes.Take(MostSessions))
        {
            html.Append("<li><a href=\"").Append(Encoder.Encode(address(change))).Append("\">").Append(Encoder.Encode(change.Code)).Append("</a> <bdi>")
                .Append(Encoder.Encode(change.Title)).Append("</bdi>:");
            foreach (var sentence in change.Sentences)
                html.Append(' ').Append(Html(sentence));
            html.Append("</li>");
        }

        html.Append("</ul>");
        if (changes.Count > MostSessions)
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encoder.Encode(page)}\">And {changes.Count - MostSessions} more.</a></p>");
        return html.ToString();
    }

    /// <summary>What is said in place of a list, in the reader's language; null where there is one.</summary>
    public static string? Summary(ToldRelease release, PeopleAskedFor people) => release switch
    {
        { Number: 1 } when people.IsEverybody => Phrases.Count(ChangeWords.FirstProgramme, release.Sessions),
        { Count: null } => ChangeWords.BeforeIsNotKept,
        { Count: 0 } => ChangeWords.NoSessionChanged,
        { Changes: null } => Phrases.Fill(ChangeWords.TooManyToTell, release.Count),
        _ => null,
    };

    private static string Html(Sentence sentence) => string.Concat(sentence.Parts.Select(part => part.Entered ? $"<bdi>{Encoder.Encode(part.Words)}</bdi>" : Encoder.Encode(part.Words)));
}
