using System.Text;
using Agenda.Domain.Releases;
using Microsoft.AspNetCore.Components;

namespace Agenda.Api.Web.Grid;

/// <summary>
/// The inside of a tile. All of it is there to be read aloud, though a low tile shows only what fits. Hundreds are on a page, so each is written
/// once per release and kept beside its session; that is why it is not a component.
/// </summary>
internal static class TileMarkup
{
    private const int MostNames = 4;

    private static readonly KeptMarkup Kept = new(Write);

    public static MarkupString Of(ShownRelease shown, PublishedSession session) => new(Kept.Of(shown, session));

    private static string Write(ShownRelease shown, PublishedSession session)
    {
        var html = new StringBuilder("<h4><a href=\"").Text(shown.Of(session)).Append("\"><span class=\"code\">").Text(session.Code).Append("</span> ");
        if (session.Track is { } marked)
            html.Append("<b class=\"disc\" aria-hidden=\"true\">").Text(TrackMark.LetterOf(marked)).Append("</b> ");
        if (session.Cancelled)
            html.Append("<strong class=\"flag\">").Text(Words.Cancelled).Append("</strong> ");
        html.Append("<bdi class=\"name\"");
        if (session.Language is { } language)
            html.Append(" lang=\"").Text(language).Append('"');
        html.Append('>').Text(session.Title).Append("</bdi>");
        if (session.Room is { } room)
            html.Append(" <span class=\"room\"><span class=\"hide\">").Text(Words.Location).Append(": </span>").Isolated(room.Name).Append("</span>");
        html.Append("</a></h4>");

        if (session.People.Count > 0)
            html.Append("<p class=\"who\">").AppendJoin(", ", session.People.Take(MostNames).Select(person => $"<bdi>{HtmlText.Encoded(person.Name)}</bdi>"))
                .Append(session.People.Count > MostNames ? HtmlText.Encoded(" " + Phrases.Fill(Words.AndMore, session.People.Count - MostNames)) : "").Append("</p>");

        var times = session.Times!.Value;
        html.Append("<p class=\"meta\"><span>").Text(Phrases.Fill(Words.Until, Wording.Time(times.End)));
        if (Wording.DaysLater(times) is { } later)
            html.Append(" <span class=\"plus\">").Text(later).Append("</span>");
        html.Append("</span> ");
        if (session.Track is { } track)
            html.Append("<span class=\"track\"><b aria-hidden=\"true\">").Text(TrackMark.LetterOf(track)).Append("</b><bdi>").Text(track.Name).Append("</bdi></span> ");
        return html.Append("<span><bdi>").Text(session.Type.Name).Append("</bdi></span></p>").ToString();
    }
}
