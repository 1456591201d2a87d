using System.Globalization;
using Agenda.Api.Releases;
using Agenda.Api.Releases.Changes;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web;

/// <summary>The page of what releases changed: of the latest, of one, or between two.</summary>
internal static class ChangesPages
{
    public static async Task<IResult> ReadAsync(
        string slug, [FromQuery] string? release, [FromQuery] string? since, [AsParameters] PeopleQuery query, PublishedAgendas agendas, ReleaseHistories histories,
        CancellationToken cancellation)
    {
        if (await histories.OfAsync(slug, cancellation) is not var (newest, history))
            return AgendaPages.Missing(null);

        var (shown, people) = (new ShownRelease(slug, newest, newest, false), PeopleAskedFor.Of(query.Person));
        if (string.IsNullOrEmpty(release) && string.IsNullOrEmpty(since))
        {
            return people.UnknownIn(history, newest) is { } nobody
                ? Unknown(shown, nobody)
                : Page(shown, people, [.. history.Releases.Where(r => people.IsEverybody || r.ChangesOf(people).Count > 0).Select(r => ReleaseSection.Of(r, people, shown))], null);
        }

        var (newer, noNewer) = await AgendaPages.FindAsync(slug, release, agendas, cancellation);
        if (newer is null)
            return noNewer!;

        var (older, noOlder) = await BeforeAsync(newer, since, agendas, cancellation);
        if (noOlder is not null)
            return noOlder;

        return people.UnknownIn(older, newer.Published) is { } unknown
            ? Unknown(shown, unknown)
            : Page(shown, people, [ReleaseSection.Of(older, newer.Published, people, shown)], (newer.Number, older?.Document.Number ?? 0));
    }

    private static async Task<(PublishedAgenda? Older, IResult? Instead)> BeforeAsync(ShownRelease newer, string? since, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var from = string.IsNullOrEmpty(since) ? (newer.Number - 1).ToString(CultureInfo.InvariantCulture) : since;
        if (from == "0")
            return (null, null);

        var (older, instead) = await AgendaPages.FindAsync(newer.Slug, from, agendas, cancellation);
        return (older?.Published, instead);
    }

    private static RazorComponentResult<ChangesPage> Page(ShownRelease shown, PeopleAskedFor people, List<ReleaseSection> sections, (int, int)? compared)
    {
        var named = people.Ids.Select(id => shown.Newest.People.FirstOrDefault(p => p.Id == id)).ToList();
        var query = string.Join('&', people.Ids.Select(id => $"person={id.Value}"));
        return AgendaPages.Page<ChangesPage>(new() { [nameof(ChangesPage.View)] = new ChangesView(shown, sections, compared, named, query) });
    }

    private static RazorComponentResult<UnknownFilterPage> Unknown(ShownRelease shown, string person) => AgendaPages.Unknown(shown, new() { People = [person] }, new("person", person));
}
