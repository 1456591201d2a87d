using System.Globalization;
using System.Text;
using Agenda.Api.Scheduling;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Agenda.Api.Web.Reading;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Domain.Sessions;
using Microsoft.AspNetCore.Components;

namespace Agenda.Api.Web.Organise.Board;

/// <summary>
/// Tiles of the board and cards beside it. Hundreds are on a page, so they are written and not made of components; what a script needs to know stands in attributes.
/// </summary>
public sealed class BoardMarkup
{
    private readonly Desk desk;
    private readonly Entered entered;
    private readonly IReadOnlyDictionary<string, string> rooms;
    private readonly IReadOnlyDictionary<string, SessionTypeResponse> types;
    private readonly IReadOnlyDictionary<string, TrackResponse> tracks;
    private readonly ILookup<Guid, (ConflictResponse Conflict, string? Other)> wrong;

    internal BoardMarkup(
        Desk desk, Entered entered, IReadOnlyDictionary<string, string> rooms, IReadOnlyDictionary<string, SessionTypeResponse> types, IReadOnlyDictionary<string, TrackResponse> tracks,
        IReadOnlyList<ConflictResponse> conflicts)
    {
        (this.desk, this.entered, this.rooms, this.types, this.tracks) = (desk, entered, rooms, types, tracks);
        wrong = conflicts.Where(c => c is { Acknowledged: null, Severity: not Severity.Information, Rule: not ConflictRule.NoSlot })
            .SelectMany(c => c.Sessions.Select(s => (s.Id, Wrong: (c, c.Sessions.FirstOrDefault(other => other.Id != s.Id)?.Code)))).ToLookup(s => s.Id, s => s.Wrong);
    }

    public MarkupString Tile(BoardTile tile, int shortest)
    {
        var (session, placement) = (tile.Session, tile.Session.Placement!);
        var end = (placement.End ?? placement.Start.PlusMinutes(placement.Minutes)).TimeOfDay;
        var html = new StringBuilder("<li class=\"tile ").Append(BoardPlacement.Of(tile.Place)).Append(BoardPlacement.Height(tile.Place.Minutes, shortest));
        Begin(html, session).Append(" data-at=\"").Append(Number((placement.Start.Hour * 60) + placement.Start.Minute)).Append("\" data-offset=\"").Text(placement.UtcOffset?.ToString("+HH:mm", CultureInfo.InvariantCulture)).Append('"');
        var (from, until) = (Locale.Current.Minute.Format(placement.Start.TimeOfDay), Locale.Current.Minute.Format(end));
        Inside(html, session, $"{Phrases.Fill(OrganiseWords.FromUntil, from, until)}, {RoomName(placement.Room)}");
        return new(html.Append("<p class=\"meta\" aria-hidden=\"true\"><span>").Text($"{from}–{until}").Append("</span> <b><bdi>").Text(placement.Room is null ? "" : RoomName(placement.Room)).Append("</bdi></b></p></li>").ToString());
    }

    /// <summary>A session that has no place yet.</summary>
    public MarkupString Card(SessionResponse session)
    {
        var html = Begin(new StringBuilder("<li class=\"card"), session);
        Inside(html, session, OrganiseWords.NotPlacedYet);
        html.Append("<p class=\"meta\">");
        if (session.Track is { } slug && tracks.TryGetValue(slug, out var track))
            html.Append("<span class=\"track\"").Append(Hue(track)).Append("><b aria-hidden=\"true\">").Text(Letter(track)).Append("</b><bdi>").Text(track.Name).Append("</bdi></span> ");
        if (types[session.Type].DefaultMinutes is { } minutes)
            html.Append("<span class=\"num\">").Text(Wording.Length(minutes)).Append("</span> ");
        if (session.Seats is { } seats)
            html.Append("<span>").Text(Phrases.Fill(OrganiseWords.SeatsWanted, seats)).Append("</span>");
        return new(html.Append("</p></li>").ToString());
    }

    private StringBuilder Begin(StringBuilder html, SessionResponse session)
    {
        var (type, placement) = (types[session.Type], session.Placement);
        html.Append(type.Plenary ? " plenary" : "").Append(type.Parallel ? " parallel" : "").Append(type.Break ? " break" : "")
            .Append(session.Status switch { SessionStatus.Cancelled => " off", SessionStatus.Draft => " draft", _ => "" })
            .Append(wrong[session.Id].Select(w => w.Conflict.Severity).DefaultIfEmpty(Severity.Information).Max() switch { Severity.Error => " bad", Severity.Warning => " warn", _ => "" })
            .Append("\" id=\"s-").Append(session.Id).Append("\" data-session=\"").Append(session.Id).Append("\" data-code=\"").Text(session.Code)
            .Append("\" data-version=\"").Append(Number(session.Version)).Append("\" data-minutes=\"").Append(Number(placement?.Minutes ?? type.DefaultMinutes ?? 60))
            .Append("\" data-room=\"").Text(placement?.Room).Append('"');
        return session.Track is { } slug && tracks.TryGetValue(slug, out var track) ? html.Append(Hue(track)) : html;
    }

    private void Inside(StringBuilder html, SessionResponse session, string where)
    {
        html.Append("><h3><a href=\"").Text(desk.Of($"/sessions/{session.Id}")).Append("\"><span class=\"code\">").Text(session.Code).Append("</span> ");
        if (session.Track is { } slug && session.Placement is not null && tracks.TryGetValue(slug, out var track))
            html.Append("<b class=\"disc\" aria-hidden=\"true\">").Text(Letter(track)).Append("</b> ");
        if (session.Status != SessionStatus.Confirmed)
            html.Append("<strong class=\"").Append(session.Status == SessionStatus.Draft ? "mark" : "flag").Append("\">").Text(StatusWords.Name(session.Status)).Append("</strong> ");
        html.Append("<span class=\"name\">").Isolated(session.Title, session.Language).Append("</span><span class=\"hide\">, ").Text(where).Append("</span></a></h3>");

        if (session.Chairs.Count > 0)
            html.Append("<p class=\"who\">").AppendJoin(", ", session.Chairs.Select(chair => $"<bdi>{HtmlText.Encoded(entered.NameOf(chair))}</bdi>")).Append("</p>");
        foreach (var (conflict, other) in wrong[session.Id].OrderByDescending(w => w.Conflict.Severity).Take(3))
        {
            var isError = conflict.Severity == Severity.Error;
            html.Append("<p class=\"why ").Append(isError ? 'e' : 'w').Append("\"><span aria-hidden=\"true\">").Append(isError ? '✕' : '△').Append("</span> <span class=\"hide\">")
                .Text(isError ? OrganiseWords.AnError : OrganiseWords.AWarning).Append(": </span>").Text(ConflictWords.Title(conflict.Rule)).Text(other is null ? "" : $": {other}").Append("</p>");
        }
    }

    private string RoomName(string? slug) => slug is null ? OrganiseWords.NoRoomYet : rooms.GetValueOrDefault(slug, slug);

    private static string Letter(TrackResponse track) => StringInfo.GetNextTextElement(track.Name.Trim()).ToUpperInvariant();

    private static string Hue(TrackResponse track) => TrackHue.Nearest(track.Colour) is { } hue ? $" data-hue=\"{Number(hue)}\"" : "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
