using Agenda.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web.Organise.Tables;

/// <summary>The people that a search finds, all of them.</summary>
internal static class PeopleCsv
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/people.csv", HandleAsync);

    private static async Task<PushStreamHttpResult> HandleAsync([FromQuery] string? q, EditedConference conference, CancellationToken cancellation)
    {
        var people = await PersonPages.AllAsync(PersonPages.Asked(q), int.MaxValue, conference, cancellation);
        var withEmail = conference.ShowsPrivate;
        string[] columns =
        [
            OrganiseWords.FamilyName, OrganiseWords.GivenName, OrganiseWords.Affiliation, OrganiseWords.Country, .. withEmail ? [OrganiseWords.Email] : (string[])[], OrganiseWords.Sessions, OrganiseWords.Contributions,
        ];
        return CsvTable.Download($"people-{conference.Slug}.csv", columns, [.. people.Select(line => LineOf(line, withEmail))]);
    }

    private static string?[] LineOf(ListedPerson line, bool withEmail) =>
    [
        line.Person.FamilyName, line.Person.GivenName, line.Person.Affiliation, line.Person.Country, .. withEmail ? [line.Person.Email] : (string?[])[], Cell.Of(line.Sessions), Cell.Of(line.Contributions),
    ];
}
