using Agenda.Api.Http;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The sessions that the filters of the table leave.</summary>
internal static class SessionsCsv
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/sessions.csv", HandleAsync);

    private static async Task<PushStreamHttpResult> HandleAsync([AsParameters] SessionTableFilter filter, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var entered = await Entered.ReadAsync(conference, db, cancellation);
        var lines = entered.Sessions.Select(s => SessionLine.Of(s, entered)).Where(filter.Leaves).Select(line => LineOf(line, entered)).ToList();
        return CsvTable.Download(
            $"sessions-{conference.Slug}.csv",
            [
                OrganiseWords.Code, OrganiseWords.Title, OrganiseWords.Type, OrganiseWords.Track, OrganiseWords.Status, OrganiseWords.Day, OrganiseWords.Start, OrganiseWords.End, OrganiseWords.Minutes,
                OrganiseWords.Room, OrganiseWords.Chairs, OrganiseWords.Discussants, OrganiseWords.Contributions, OrganiseWords.Seats, OrganiseWords.Lacks,
            ],
            lines);
    }

    private static string?[] LineOf(SessionLine line, Entered entered)
    {
        var (s, placement) = (line.Session, line.Session.Placement);
        return
        [
            s.Code, s.Title, Entered.NameIn(entered.Types, s.Type), Entered.NameIn(entered.Tracks, s.Track), StatusWords.Name(s.Status), Cell.Of(placement?.Day), Cell.Of(placement?.Start.TimeOfDay),
            Cell.Of(placement?.End?.TimeOfDay), Cell.Of(placement?.Minutes), Entered.NameIn(entered.Rooms, placement?.Room), Names(s.Chairs, entered), Names(s.Discussants, entered), Cell.Of(s.Contributions.Count),
            Cell.Of(s.Seats), string.Join(", ", line.Lacks.Select(StatusWords.Lacks)),
        ];
    }

    private static string Names(IEnumerable<Guid> people, Entered entered) => string.Join("; ", people.Select(entered.NameOf));
}
