namespace Agenda.Api.Tests.Security;

/// <summary>For whom an operation is.</summary>
public enum For
{
    Everybody,

    /// <summary>Every role of the conference.</summary>
    See,

    /// <summary>Chairs and above.</summary>
    Chair,

    /// <summary>Editors and above.</summary>
    Edit,

    /// <summary>Organisers and above.</summary>
    Publish,

    /// <summary>Owners.</summary>
    Own,

    /// <summary>Administrators of the installation.</summary>
    Administrator,

    /// <summary>Everybody with an account.</summary>
    Account,

    /// <summary>Everybody who signed in in a browser.</summary>
    SignIn,

    /// <summary>Whoever has the edit token of the attendee's own agenda that it is about, and nobody else.</summary>
    EditToken,
}

/// <summary>Every operation of the contract and for whom it is, written down once more and by hand: a door that opens by mistake is seen here.</summary>
internal static class AccessTable
{
    public static readonly IReadOnlyDictionary<string, For> Operations = new Dictionary<string, For>
    {
        ["live"] = For.Everybody,
        ["ready"] = For.Everybody,
        ["listConferences"] = For.Everybody,
        ["readConference"] = For.Everybody,
        ["readAgenda"] = For.Everybody,
        ["readPublishedSession"] = For.Everybody,
        ["listPublishedPeople"] = For.Everybody,
        ["readPublishedPerson"] = For.Everybody,
        ["listReleases"] = For.Everybody,
        ["readRelease"] = For.Everybody,
        ["readChanges"] = For.Everybody,
        ["readReleaseFeed"] = For.Everybody,
        ["streamReleases"] = For.Everybody,
        ["readFeed"] = For.Everybody,
        ["readCombinedFeed"] = For.Everybody,
        ["downloadSession"] = For.Everybody,
        ["readScheduleXml"] = For.Everybody,
        ["readScheduleJson"] = For.Everybody,
        ["readScheduleJson2"] = For.Everybody,
        ["subscribe"] = For.Everybody,
        ["readSubscribeQrSvg"] = For.Everybody,
        ["readSubscribeQrPng"] = For.Everybody,

        ["readMyFeed"] = For.Everybody,
        ["addMyAgenda"] = For.Everybody,

        ["readMyAgenda"] = For.EditToken,
        ["removeMyAgenda"] = For.EditToken,
        ["putStar"] = For.EditToken,
        ["removeStar"] = For.EditToken,
        ["replaceEditToken"] = For.EditToken,
        ["replaceFeedToken"] = For.EditToken,

        ["readMe"] = For.Account,
        ["listTokens"] = For.SignIn,
        ["addToken"] = For.SignIn,
        ["revokeToken"] = For.SignIn,
        ["acceptInvitation"] = For.SignIn,

        ["listAccounts"] = For.Administrator,
        ["addAccount"] = For.Administrator,
        ["readAccount"] = For.Administrator,
        ["editAccount"] = For.Administrator,
        ["removeAccount"] = For.Administrator,
        ["makePasswordLink"] = For.Administrator,
        ["removeSecondFactor"] = For.Administrator,
        ["listInstallationAudit"] = For.Administrator,
        ["addConference"] = For.Administrator,
        ["copyConference"] = For.Administrator,
        ["addMember"] = For.Administrator,
        ["importArchive"] = For.Administrator,

        ["removeConference"] = For.Own,
        ["readArchive"] = For.Own,
        ["listMembers"] = For.Own,
        ["readMember"] = For.Own,
        ["editMember"] = For.Own,
        ["removeMember"] = For.Own,
        ["listInvitations"] = For.Own,
        ["addInvitation"] = For.Own,
        ["withdrawInvitation"] = For.Own,

        ["publishRelease"] = For.Publish,
        ["listAudit"] = For.Publish,
        ["exportAudit"] = For.Publish,
        ["exportPerson"] = For.Publish,
        ["erasePerson"] = For.Publish,

        ["editConference"] = For.Edit,
        ["addBuilding"] = For.Edit,
        ["editBuilding"] = For.Edit,
        ["removeBuilding"] = For.Edit,
        ["addRoom"] = For.Edit,
        ["editRoom"] = For.Edit,
        ["removeRoom"] = For.Edit,
        ["addSessionType"] = For.Edit,
        ["editSessionType"] = For.Edit,
        ["removeSessionType"] = For.Edit,
        ["addTrack"] = For.Edit,
        ["editTrack"] = For.Edit,
        ["removeTrack"] = For.Edit,
        ["addPerson"] = For.Edit,
        ["editPerson"] = For.Edit,
        ["removePerson"] = For.Edit,
        ["mergePeople"] = For.Edit,
        ["addSession"] = For.Edit,
        ["editSession"] = For.Edit,
        ["editSessions"] = For.Edit,
        ["removeSession"] = For.Edit,
        ["previewText"] = For.See,
        ["placeSession"] = For.Edit,
        ["unplaceSession"] = For.Edit,
        ["listOptions"] = For.Edit,
        ["moveSessions"] = For.Edit,
        ["undoEdit"] = For.Edit,
        ["importSchedule"] = For.Edit,
        ["importFromConfTool"] = For.Edit,
        ["readTable"] = For.See,
        ["importTable"] = For.Edit,
        ["addFile"] = For.Edit,
        ["editFile"] = For.Edit,
        ["removeFile"] = For.Edit,
        ["addLink"] = For.Edit,
        ["editLink"] = For.Edit,
        ["removeLink"] = For.Edit,
        ["editConflictPolicy"] = For.Edit,
        ["addConstraint"] = For.Edit,
        ["removeConstraint"] = For.Edit,
        ["restoreRelease"] = For.Edit,
        ["addAcknowledgement"] = For.Edit,
        ["removeAcknowledgement"] = For.Edit,

        ["editChairedSession"] = For.Chair,

        ["listBuildings"] = For.See,
        ["readBuilding"] = For.See,
        ["listRooms"] = For.See,
        ["readRoom"] = For.See,
        ["listSessionTypes"] = For.See,
        ["readSessionType"] = For.See,
        ["listTracks"] = For.See,
        ["readTrack"] = For.See,
        ["listPeople"] = For.See,
        ["readPerson"] = For.See,
        ["listSessions"] = For.See,
        ["readSession"] = For.See,
        ["listFiles"] = For.See,
        ["readFile"] = For.See,
        ["listLinks"] = For.See,
        ["readLink"] = For.See,
        ["listStarCounts"] = For.See,
        ["streamEdits"] = For.See,
        ["listConflicts"] = For.See,
        ["readConflictPolicy"] = For.See,
        ["listConstraints"] = For.See,
    };
}
