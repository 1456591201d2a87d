using Agenda.Api.Http;
using Agenda.Api.Sessions;
using Agenda.Domain.Sessions;
using Agenda.Domain.Text;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web.Organise;

/// <summary>All sessions in a table. Every row is in the page, those that the filters leave out hidden, so that a script filters without asking again.</summary>
internal static class SessionTable
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/sessions", HandleAsync);

    private static async Task<IResult> HandleAsync([AsParameters] SessionTableFilter filter, HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        return OrganisePages.Show<SessionTablePage>(new()
        {
            [nameof(SessionTablePage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(SessionTablePage.Entered)] = entered,
            [nameof(SessionTablePage.Filter)] = filter,
            [nameof(SessionTablePage.Rows)] = entered.Sessions.Select(s => SessionLine.Of(s, entered)).ToList(),
        });
    }
}

/// <summary>Which rows of the table are shown. A value that nothing has leaves nothing.</summary>
public sealed record SessionTableFilter
{
    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    [FromQuery(Name = "track")]
    public string? Track { get; init; }

    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "room")]
    public string? Room { get; init; }

    [FromQuery(Name = "day")]
    public string? Day { get; init; }

    /// <summary>slot, room or chair.</summary>
    [FromQuery(Name = "lacks")]
    public string? Lacks { get; init; }

    public bool Leaves(SessionLine line) =>
        Is(Type, line.Session.Type) && Is(Track, line.Session.Track) && Is(Status, line.Status) && Is(Room, line.Session.Placement?.Room) && Is(Day, line.Day)
        && (string.IsNullOrEmpty(Lacks) || line.Lacks.Contains(Lacks))
        && FoldedText.Of(Query).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => line.Text.Contains(word, StringComparison.Ordinal));

    /// <summary>The query of an address with these filters.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[("q", Query), ("type", Type), ("track", Track), ("status", Status), ("room", Room), ("day", Day), ("lacks", Lacks)])
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }

        return query.ToString();
    }

    private static bool Is(string? asked, string? value) => string.IsNullOrEmpty(asked) || asked == value;
}

/// <summary>A session in the table.</summary>
/// <param name="Text">What a search looks in, folded.</param>
/// <param name="Lacks">What it needs and does not have: slot, room, chair.</param>
public sealed record SessionLine(SessionResponse Session, string Status, string? Day, string Chairs, string Text, IReadOnlyList<string> Lacks)
{
    internal static SessionLine Of(SessionResponse session, Entered entered)
    {
        var chairs = string.Join(", ", session.Chairs.Select(entered.NameOf));
        var people = session.Discussants.Concat(session.Contributions.SelectMany(c => c.Authors).Select(a => a.Person)).Select(entered.NameOf);
        return new(
            session, session.Status.ToString().ToLowerInvariant(), session.Placement?.Day.ToString("uuuu-MM-dd", null), chairs,
            FoldedText.Of($"{session.Code} {session.Title} {chairs} {string.Join(' ', people)} {string.Join(' ', session.Contributions.Select(c => c.Title))}"), [.. LacksOf(session, entered)]);
    }

    private static IEnumerable<string> LacksOf(SessionResponse session, Entered entered)
    {
        if (session.Status == SessionStatus.Cancelled)
            yield break;
        if (session.Placement is null)
            yield return "slot";
        else if (session.Placement.Room is null && !entered.Breaks.Contains(session.Type))
            yield return "room";
        if (session.Chairs.Count == 0 && entered.NeedChairs.Contains(session.Type))
            yield return "chair";
    }
}
