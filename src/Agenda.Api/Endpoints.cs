using Agenda.Api.Audit;
using Agenda.Api.Buildings;
using Agenda.Api.Calendars;
using Agenda.Api.Conferences;
using Agenda.Api.Http;
using Agenda.Api.Interchange;
using Agenda.Api.People;
using Agenda.Api.Releases;
using Agenda.Api.Rooms;
using Agenda.Api.Scheduling;
using Agenda.Api.Security;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;

namespace Agenda.Api;

/// <summary>The table of contents: every operation is one line.</summary>
internal static class Endpoints
{
    public static void MapAgenda(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilterFactory(InputRules.Apply);
        MapPublic(api);
        MapCalendars(app.MapGroup("/calendars").WithTags("Calendars").AddEndpointFilterFactory(InputRules.Apply));
        MapOrganisers(api.MapGroup("").RequireAuthorization(BearerKey.Organiser).AddEndpointFilter<RepeatOnCollision>());
    }

    private static void MapPublic(RouteGroupBuilder api)
    {
        var conferences = api.MapGroup("").WithTags("Conferences");
        ListConferences.Map(conferences);
        ReadConference.Map(conferences);

        var agenda = api.MapGroup("").WithTags("Agenda");
        ReadAgenda.Map(agenda);
        ReadPublishedSession.Map(agenda);
        ListPublishedPeople.Map(agenda);
        ReadPublishedPerson.Map(agenda);

        var releases = api.MapGroup("").WithTags("Releases");
        ListReleases.Map(releases);
        ReadRelease.Map(releases);
        ReadChanges.Map(releases);
    }

    private static void MapCalendars(RouteGroupBuilder calendars)
    {
        ReadFeed.Map(calendars);
        DownloadSession.Map(calendars);
    }

    private static void MapOrganisers(RouteGroupBuilder organisers)
    {
        var conferences = organisers.MapGroup("").WithTags("Conferences");
        AddConference.Map(conferences);
        EditConference.Map(conferences);
        RemoveConference.Map(conferences);

        var conference = organisers.MapGroup("/conferences/{slug}").AddEndpointFilter(EditedConference.Load);

        var places = conference.MapGroup("").WithTags("Buildings and rooms");
        ListBuildings.Map(places);
        AddBuilding.Map(places);
        ReadBuilding.Map(places);
        EditBuilding.Map(places);
        RemoveBuilding.Map(places);
        ListRooms.Map(places);
        AddRoom.Map(places);
        ReadRoom.Map(places);
        EditRoom.Map(places);
        RemoveRoom.Map(places);

        var kinds = conference.MapGroup("").WithTags("Session types and tracks");
        ListSessionTypes.Map(kinds);
        AddSessionType.Map(kinds);
        ReadSessionType.Map(kinds);
        EditSessionType.Map(kinds);
        RemoveSessionType.Map(kinds);
        ListTracks.Map(kinds);
        AddTrack.Map(kinds);
        ReadTrack.Map(kinds);
        EditTrack.Map(kinds);
        RemoveTrack.Map(kinds);

        var people = conference.MapGroup("").WithTags("People");
        ListPeople.Map(people);
        AddPerson.Map(people);
        ReadPerson.Map(people);
        EditPerson.Map(people);
        RemovePerson.Map(people);

        var sessions = conference.MapGroup("").WithTags("Sessions");
        ListSessions.Map(sessions);
        AddSession.Map(sessions);
        ReadSession.Map(sessions);
        EditSession.Map(sessions);
        RemoveSession.Map(sessions);
        PlaceSession.Map(sessions);
        UnplaceSession.Map(sessions);

        ImportSchedule.Map(conference.MapGroup("").WithTags("Import"));
        PublishRelease.Map(conference.MapGroup("").WithTags("Releases"));

        var audit = conference.MapGroup("").WithTags("Audit");
        ListAudit.Map(audit);
        ExportAudit.Map(audit);
        ListInstallationAudit.Map(organisers.MapGroup("").WithTags("Audit"));
    }
}
