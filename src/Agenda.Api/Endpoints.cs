using Agenda.Api.Accounts;
using Agenda.Api.Archives;
using Agenda.Api.Audit;
using Agenda.Api.Buildings;
using Agenda.Api.Calendars;
using Agenda.Api.Conferences;
using Agenda.Api.Http;
using Agenda.Api.Interchange;
using Agenda.Api.Interchange.Tables;
using Agenda.Api.Members;
using Agenda.Api.MyAgendas;
using Agenda.Api.People;
using Agenda.Api.Releases;
using Agenda.Api.Resources;
using Agenda.Api.Rooms;
using Agenda.Api.Schedules;
using Agenda.Api.Scheduling;
using Agenda.Api.Security;
using Agenda.Api.Sessions;
using Agenda.Api.SessionTypes;
using Agenda.Api.Tracks;
using Agenda.Domain.Access;

namespace Agenda.Api;

/// <summary>The table of contents: every operation is one line.</summary>
internal static class Endpoints
{
    public static void MapAgenda(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithMetadata(BodyLimit.Small).AddEndpointFilterFactory(InputRules.Apply);
        MapPublic(api.MapGroup("").FromAnySite());
        MapMyAgendas(api.MapGroup("").WithTags("My agenda").AddEndpointFilter<RepeatOnCollision>());
        MapCalendars(app.MapGroup("/calendars").WithTags("Calendars").AddEndpointFilterFactory(InputRules.Apply));
        ReadCombinedFeed.Map(app.MapGroup("").WithTags("Calendars").AddEndpointFilterFactory(InputRules.Apply));
        MapSchedules(app.MapGroup("").WithTags("Schedules").AddEndpointFilterFactory(InputRules.Apply).FromAnySite());
        MapAccounts(api.MapGroup("").WithTags("Accounts").AddEndpointFilter<RepeatOnCollision>());
        MapOrganisers(api.MapGroup("").AddEndpointFilter<RepeatOnCollision>());
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
        ReadReleaseFeed.Map(releases);
        StreamReleases.Map(releases);

        var calendars = api.MapGroup("").WithTags("Calendars");
        Subscribe.Map(calendars);
        ReadSubscribeQrSvg.Map(calendars);
        ReadSubscribeQrPng.Map(calendars);
    }

    private static void MapCalendars(RouteGroupBuilder calendars)
    {
        ReadFeed.Map(calendars.MapGroup("").FromAnySite());
        ReadMyFeed.Map(calendars);
        DownloadSession.Map(calendars.MapGroup("").FromAnySite());
    }

    private static void MapSchedules(RouteGroupBuilder schedules)
    {
        ReadScheduleXml.Map(schedules);
        ReadScheduleJson.Map(schedules);
        ReadScheduleJson2.Map(schedules);
    }

    private static void MapMyAgendas(RouteGroupBuilder api)
    {
        AddMyAgenda.Map(api);

        var mine = api.MapGroup("/my-agendas/mine").AddEndpointFilter(EditedMyAgenda.MustBeNamed).WithMetadata(new TakesEditToken());
        ReadMyAgenda.Map(mine);
        RemoveMyAgenda.Map(mine);
        PutStar.Map(mine);
        RemoveStar.Map(mine);
        ReplaceEditToken.Map(mine);
        ReplaceFeedToken.Map(mine);
    }

    private static void MapAccounts(RouteGroupBuilder accounts)
    {
        ReadMe.Map(accounts.MapGroup("").Needs(Needs.AnAccount));

        var me = accounts.MapGroup("").Needs(Needs.ASignIn);
        ListTokens.Map(me);
        AddToken.Map(me);
        RevokeToken.Map(me);
        AcceptInvitation.Map(me);

        var all = accounts.MapGroup("").Needs(Needs.AnAdministrator);
        ListAccounts.Map(all);
        AddAccount.Map(all);
        ReadAccount.Map(all);
        EditAccount.Map(all);
        RemoveAccount.Map(all);
        MakePasswordLink.Map(all);
        RemoveSecondFactor.Map(all);
    }

    private static void MapOrganisers(RouteGroupBuilder organisers)
    {
        var conferences = organisers.MapGroup("").WithTags("Conferences");
        AddConference.Map(conferences.MapGroup("").Needs(Needs.AnAdministrator));
        EditConference.Map(conferences.MapGroup("").Needs(Right.Edit));
        RemoveConference.Map(conferences.MapGroup("").Needs(Right.Own));
        ImportArchive.Map(organisers.MapGroup("").WithTags("Archive").Needs(Needs.AnAdministrator));

        var conference = organisers.MapGroup("/conferences/{slug}").AddEndpointFilter(EditedConference.MustExist);
        CopyConference.Map(new Area(conference, "Conferences").Edit.Needs(Needs.AnAdministrator));
        MapMembers(new(conference, "Members"));
        MapPlaces(new(conference, "Buildings and rooms"));
        MapKinds(new(conference, "Session types and tracks"));
        MapPeople(new(conference, "People"));
        MapSessions(new(conference, "Sessions"));
        MapResources(new(conference, "Files and links"));
        MapScheduling(new(conference, "Scheduling"));
        ImportSchedule.Map(new Area(conference, "Import").Edit);
        ImportFromConfTool.Map(new Area(conference, "Import").Edit);
        ReadArchive.Map(new Area(conference, "Archive").Own);
        ReadTable.Map(new Area(conference, "Spreadsheets").See);
        ImportTable.Map(new Area(conference, "Spreadsheets").Edit);
        PublishRelease.Map(new Area(conference, "Releases").Publish);
        RestoreRelease.Map(new Area(conference, "Releases").Edit);

        var audit = new Area(conference, "Audit");
        ListAudit.Map(audit.Publish);
        ExportAudit.Map(audit.Publish);
        StreamEdits.Map(audit.See);
        ListInstallationAudit.Map(organisers.MapGroup("").WithTags("Audit").Needs(Needs.AnAdministrator));
    }

    private static void MapMembers(Area members)
    {
        ListMembers.Map(members.Own);
        AddMember.Map(members.Own.Needs(Needs.AnAdministrator));
        ReadMember.Map(members.Own);
        EditMember.Map(members.Own);
        RemoveMember.Map(members.Own);
        ListInvitations.Map(members.Own);
        AddInvitation.Map(members.Own);
        WithdrawInvitation.Map(members.Own);
    }

    private static void MapPlaces(Area places)
    {
        ListBuildings.Map(places.See);
        AddBuilding.Map(places.Edit);
        ReadBuilding.Map(places.See);
        EditBuilding.Map(places.Edit);
        RemoveBuilding.Map(places.Edit);
        ListRooms.Map(places.See);
        AddRoom.Map(places.Edit);
        ReadRoom.Map(places.See);
        EditRoom.Map(places.Edit);
        RemoveRoom.Map(places.Edit);
    }

    private static void MapKinds(Area kinds)
    {
        ListSessionTypes.Map(kinds.See);
        AddSessionType.Map(kinds.Edit);
        ReadSessionType.Map(kinds.See);
        EditSessionType.Map(kinds.Edit);
        RemoveSessionType.Map(kinds.Edit);
        ListTracks.Map(kinds.See);
        AddTrack.Map(kinds.Edit);
        ReadTrack.Map(kinds.See);
        EditTrack.Map(kinds.Edit);
        RemoveTrack.Map(kinds.Edit);
    }

    private static void MapPeople(Area people)
    {
        ListPeople.Map(people.See);
        AddPerson.Map(people.Edit);
        ReadPerson.Map(people.See);
        EditPerson.Map(people.Edit);
        RemovePerson.Map(people.Edit);
        ExportPerson.Map(people.Publish);
        ErasePerson.Map(people.Publish);
        MergePeople.Map(people.Edit);
    }

    private static void MapSessions(Area sessions)
    {
        ListSessions.Map(sessions.See);
        AddSession.Map(sessions.Edit);
        ReadSession.Map(sessions.See);
        EditSession.Map(sessions.Edit);
        EditSessions.Map(sessions.Edit);
        EditChairedSession.Map(sessions.Chair);
        RemoveSession.Map(sessions.Edit);
        PreviewText.Map(sessions.See);
        PlaceSession.Map(sessions.Edit);
        UnplaceSession.Map(sessions.Edit);
        ListStarCounts.Map(sessions.See);
    }

    private static void MapResources(Area resources)
    {
        ListFiles.Map(resources.See);
        AddFile.Map(resources.Edit);
        ReadFile.Map(resources.See);
        EditFile.Map(resources.Edit);
        RemoveFile.Map(resources.Edit);
        ListLinks.Map(resources.See);
        AddLink.Map(resources.Edit);
        ReadLink.Map(resources.See);
        EditLink.Map(resources.Edit);
        RemoveLink.Map(resources.Edit);
    }

    private static void MapScheduling(Area scheduling)
    {
        ListConflicts.Map(scheduling.See);
        ReadConflictPolicy.Map(scheduling.See);
        EditConflictPolicy.Map(scheduling.Edit);
        ListConstraints.Map(scheduling.See);
        AddConstraint.Map(scheduling.Edit);
        RemoveConstraint.Map(scheduling.Edit);
        ListOptions.Map(scheduling.Edit);
        MoveSessions.Map(scheduling.Edit);
        UndoEdit.Map(scheduling.Edit);
        AddAcknowledgement.Map(scheduling.Edit);
        RemoveAcknowledgement.Map(scheduling.Edit);
    }

    /// <summary>Operations of one subject on the conference of the address; which right each needs is said where it is mapped.</summary>
    private sealed class Area(RouteGroupBuilder conference, string tag)
    {
        public RouteGroupBuilder See => With(Right.See);

        public RouteGroupBuilder Chair => With(Right.Chair);

        public RouteGroupBuilder Edit => With(Right.Edit);

        public RouteGroupBuilder Publish => With(Right.Publish);

        public RouteGroupBuilder Own => With(Right.Own);

        private RouteGroupBuilder With(Right right) => conference.MapGroup("").WithTags(tag).Needs(right);
    }
}
