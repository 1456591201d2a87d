using Agenda.Api.Http;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Organise;

/// <summary>The form for a conference that begins as a copy of this one.</summary>
internal static class CopyOfConference
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/copy", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, AgendaDbContext db, CancellationToken cancellation) =>
        OrganisePages.Show<CopyOfConferencePage>(new() { [nameof(CopyOfConferencePage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation) });
}
