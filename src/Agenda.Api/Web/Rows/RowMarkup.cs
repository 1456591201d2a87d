using System.Text;
using Agenda.Domain.Releases;
using Agenda.Domain.Scheduling;
using Microsoft.AspNetCore.Components;

namespace Agenda.Api.Web.Rows;

/// <summary>
/// A session in a list: what, who and where at a glance. A list may have a thousand, so each is written once per release and kept; that is why it is
/// not a component.
/// </summary>
internal static class RowMarkup
{
    private static readonly KeptMarkup
        Kept = new((shown, session) => Write(shown, session, new())),
        KeptWithoutStar = new((shown, session) => Write(shown, session, new() { Starless = true }));

    public static MarkupString Of(ShownRelease shown, PublishedSession session) => new(Kept.Of(shown, session));

    /// <summary>For where nothing can be starred.</summary>
    public static MarkupString WithoutStar(ShownRelease shown, PublishedSession session) => new(KeptWithoutStar.Of(shown, session));

    /// <summary>With other words in place of the people.</summary>
    public static MarkupString Saying(ShownRelease shown, PublishedSession session, string instead) => new(Write(shown, session, new() { Instead = instead }));

    /// <summary>In the reader's own agenda.</summary>
    public static MarkupString Mine(ShownRelease shown, PublishedSession session, bool clashing) => new(Write(shown, session, new() { Mine = true, Clashing = clashing }));

    /// <summary>Of what begins at the same time: a break alone is less than a session.</summary>
    public static string StyleOfAll(IEnumerable<PublishedSession> sessions) => sessions.All(s => s.Type.Break) ? "slot rest" : "slot";

    private static string Write(ShownRelease shown, PublishedSession session, Special special)
    {
        var html = new StringBuilder(1_200).Append("<li class=\"").Append(Style(session)).Append("\" data-session=\"").Append(session.Id.Value).Append('"');
        if (special.Mine)
            html.Append(" id=\"s-").Append(session.Id.Value).Append('"');
        html.Append("><div class=\"key\"><span class=\"code\">").Text(session.Code).Append("</span>");
        if (session.Times is { } times)
            html.Append(" <small>").Append(Phrases.Fill(HtmlText.Encoded(Words.Until), EndOf(times))).Append("</small>");
        html.Append("</div><div class=\"what\"><h4>");
        if (session.Cancelled)
            html.Append("<strong class=\"flag\">").Text(Words.Cancelled).Append("</strong> ");
        if (special.Clashing)
            html.Append("<span class=\"flag\">").Text(Words.Clash).Append("</span> ");
        html.Append("<a href=\"").Text(shown.Of(session)).Append("\">").Isolated(session.Title, session.Language).Append("</a></h4>");

        if (special.Instead is { } instead)
            html.Append(instead);
        else
            WritePeople(html, shown, session);
        WriteMeta(html, session);
        html.Append("</div>");
        if (session.Room is { } room)
            html.Append("<p class=\"where\"><span class=\"hide\">").Text(Words.Location).Append(": </span><b>").Isolated(room.Name).Append("</b> <small>").Isolated(Place.Around(room)).Append("</small></p>");
        if (!special.Starless)
            WriteStar(html, shown, session, special.Mine);
        return html.Append("</li>").ToString();
    }

    private static string EndOf(SlotTimes times)
    {
        var end = $"<time datetime=\"{Wording.Stamp(times.End)}\">{Wording.Time(times.End)}</time>";
        return Wording.DaysLater(times) is { } later ? $"{end} <span class=\"plus\">{HtmlText.Encoded(later)}</span>" : end;
    }

    private static void WritePeople(StringBuilder html, ShownRelease shown, PublishedSession session)
    {
        List<(string Role, PublishedPerson Person)> people =
            [.. SingleTalk.SpeakersOf(session).Select(a => (Words.Speaker, a.Person)), .. session.Chairs.Select(p => (Words.SessionChair, p)), .. session.Discussants.Select(p => (Words.Discussant, p))];
        if (people.Count == 0)
            return;

        html.Append("<ul class=\"who\">");
        foreach (var (role, person) in people)
        {
            html.Append("<li>").Text(role).Append(": ");
            if (person.IsErased)
                html.Isolated(person.Name);
            else
                html.Append("<a href=\"").Text(shown.Of(person)).Append("\">").Isolated(person.Name).Append("</a>");
            html.Append("</li>");
        }

        html.Append("</ul>");
    }

    private static void WriteMeta(StringBuilder html, PublishedSession session)
    {
        html.Append("<p class=\"meta\">");
        if (session.Track is { } track)
            html.Append(TrackMark.Markup(track));
        html.Append(" <span>").Isolated(session.Type.Name);
        if (session.Contributions.Count > 0 && !SingleTalk.Is(session))
            html.Append(", ").Text(Phrases.Count(Words.Contributions, session.Contributions.Count));
        html.Append("</span>");
        if (session.Times is { } times)
            html.Append(" <span>").Text(Wording.Length(times)).Append("</span>");
        // Calendars count the same (RFC 5545 §3.8.7.4).
        if (session is { Released.Sequence: > 0, Cancelled: false })
            html.Append(" <span class=\"news\">").Text(Words.Rescheduled).Append("</span>");
        html.Append("</p>");
    }

    private static void WriteStar(StringBuilder html, ShownRelease shown, PublishedSession session, bool mine)
    {
        if (!mine && shown.IsOlder)
            return;

        html.Append("<button class=\"star\" form=\"").Append(mine ? "unstar" : "star").Append("\" name=\"session\" value=\"").Append(session.Id.Value).Append("\" aria-label=\"")
            .Text(Phrases.Fill(mine ? Words.UnstarSession : Words.StarSession, session.Code)).Append("\">").Append(mine ? '★' : '☆').Append("</button>");
    }

    private static string Style(PublishedSession session) =>
        "row" + (session.Type.Plenary ? " plenary" : "") + (session.Type.Parallel ? " parallel" : "") + (session.Type.Break ? " break" : "") + (session.Cancelled ? " off" : "");

    private readonly record struct Special(bool Mine, bool Clashing, bool Starless, string? Instead);
}
