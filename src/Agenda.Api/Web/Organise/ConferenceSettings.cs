using Agenda.Api.Conferences;
using Agenda.Api.Http;
using Agenda.Infrastructure;

namespace Agenda.Api.Web.Organise;

/// <summary>What is said of the conference itself.</summary>
internal static class ConferenceSettings
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/settings", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext http, EditedConference conference, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation) =>
        OrganisePages.Show<ConferenceSettingsPage>(new()
        {
            [nameof(ConferenceSettingsPage.Desk)] = await Desk.OfAsync(http, conference, db, cancellation),
            [nameof(ConferenceSettingsPage.Conference)] = await ConferenceResponse.ReadAsync(db, conference.Conference, clock.Now(), cancellation),
        });
}
