using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain.Scheduling.Conflicts;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Organise;

/// <summary>What is wrong with the programme, the worst first, and what of it is meant to be so.</summary>
internal static class ConflictList
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/conflicts", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation) =>
        OrganisePages.Show<ConflictListPage>(new()
        {
            [nameof(ConflictListPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(ConflictListPage.All)] = await AllAsync(conference, watch, db, cancellation),
        });

    public static async Task<IReadOnlyList<ConflictResponse>> AllAsync(EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var found = ConflictCheck.All(await watch.ReadAsync(cancellation)).Items;
        return (await ConflictTelling.OfAsync(db, conference, found, cancellation)).Tell(found, conference);
    }
}
