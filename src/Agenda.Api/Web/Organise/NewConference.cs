namespace Agenda.Api.Web.Organise;

/// <summary>The form for a new conference.</summary>
internal static class NewConference
{
    public const string Path = $"{OrganisePages.Path}/new";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/new", IResult () => OrganisePages.Show<NewConferencePage>([]));
}
