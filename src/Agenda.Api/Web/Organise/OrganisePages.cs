using System.Net;
using Agenda.Api.Security;
using Agenda.Api.Web.Accounts;
using Agenda.Api.Web.Organise.Board;
using Agenda.Api.Web.Organise.Sheets;
using Agenda.Api.Web.Organise.Tables;
using Agenda.Api.Web.Organise.Trace;
using Agenda.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Web.Organise;

/// <summary>
/// The organisers' console. Pages are rendered here from what is entered; every change is sent by their scripts to the same API that everybody else
/// writes against, so nothing can be done on a page that a program cannot do.
/// </summary>
internal static class OrganisePages
{
    /// <summary>Where the console begins.</summary>
    public const string Path = "/organise";

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Path).ExcludeFromDescription().WithMetadata(new IsAccountPage()).AddEndpointFilter(WithHeaders).Needs(Needs.ASignIn);
        ConferenceList.Map(pages);
        NewConference.Map(pages.MapGroup("").Needs(Needs.AnAdministrator));

        var conference = pages.MapGroup("/{slug}").AddEndpointFilter(Missing.UnlessConference);
        var seen = conference.MapGroup("").Needs(Right.See);
        Overview.Map(seen);
        SessionTable.Map(seen);
        SessionEditor.Map(seen);
        BoardPages.Map(seen);
        RoomPages.Map(seen);
        PersonPages.Map(seen);
        KindPages.Map(seen);
        ConflictList.Map(seen);
        DoorSheets.Map(seen);
        ChairSheets.Map(seen);
        CsvPages.Map(seen);
        SpreadsheetPages.Map(seen);

        var edited = conference.MapGroup("").Needs(Right.Edit);
        ConferenceSettings.Map(edited);
        ImportPages.Map(edited);
        CopyOfConference.Map(conference.MapGroup("").Needs(Right.Edit).Needs(Needs.AnAdministrator));
        var published = conference.MapGroup("").Needs(Right.Publish);
        Publishing.Map(published);
        TracePages.Map(published);
        app.MapGet(Path + "/{**rest}", Missing.Page).ExcludeFromDescription().WithMetadata(new IsAccountPage()).WithOrder(int.MaxValue);
    }

    public static string Of(string slug, string rest = "") => $"{Path}/{slug}{rest}";

    public static RazorComponentResult<T> Show<T>(Dictionary<string, object?> parameters, HttpStatusCode status = HttpStatusCode.OK)
        where T : IComponent => new(parameters) { StatusCode = (int)status, PreventStreamingRendering = true };

    // Nothing of it is to be kept by anybody: it is as it was at the moment of reading, and for one reader.
    private static async ValueTask<object?> WithHeaders(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        Pages.WriteHeaders(context.HttpContext.Response);
        return answer;
    }
}
