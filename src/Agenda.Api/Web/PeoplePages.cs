using Agenda.Api.Http;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Web;

/// <summary>Who is in the published programme: all of them by family name, and each with everything that they do there.</summary>
internal static class PeoplePages
{
    public static void Map(RouteGroupBuilder pages, string[] reading)
    {
        pages.MapMethods("/{slug:conference}/people", reading, ListAsync);
        pages.MapMethods("/{slug:conference}/people/{person:guid}", reading, ReadAsync);
    }

    private static async Task<IResult> ListAsync(
        string slug, [FromQuery] string? q, [FromQuery] string? letter, [FromQuery] string? release, PublishedAgendas agendas, CancellationToken cancellation)
    {
        var (shown, instead) = await AgendaPages.FindAsync(slug, release, agendas, cancellation);
        return shown is null ? instead! : AgendaPages.Page<PeoplePage>(new() { [nameof(PeoplePage.View)] = PeopleView.Of(shown, q, letter) });
    }

    private static async Task<IResult> ReadAsync(
        string slug, Guid person, [FromQuery] string? release, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var (shown, instead) = await AgendaPages.FindAsync(slug, release, agendas, cancellation);
        if (shown is null)
            return instead!;

        if (shown.Published.Person(person) is not { } found)
            return AgendaPages.MissingOf(shown, Words.NobodyAtThisAddress);

        return AgendaPages.Page<PersonPage>(new()
        {
            [nameof(PersonPage.Shown)] = shown,
            [nameof(PersonPage.Person)] = found,
            [nameof(PersonPage.Subscription)] = Subscription.To(shown, new() { People = [found.Id.Value.ToString()] }, address),
        });
    }
}
