using Agenda.Api.Http;
using Agenda.Api.Releases.Changes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Releases;

/// <summary>The latest releases and what each changed, for feed readers.</summary>
internal static class ReadReleaseFeed
{
    public const string MediaType = "application/atom+xml";

    public static void Map(RouteGroupBuilder api) => api.MapMethods("/conferences/{slug}/releases/atom", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Subscribe to what releases change")
        .WithDescription("An Atom feed (RFC 4287) of the twenty newest releases, each with its changes in sentences. With `person` only what changed for them; the release after which nothing did has no entry.")
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, [AsParameters] PeopleQuery query, ReleaseHistories histories, AtomFeeds feeds, CancellationToken cancellation)
    {
        if (await histories.OfAsync(slug, cancellation) is not var (newest, history))
            return Problems.Missing("conference", slug);

        var people = PeopleAskedFor.Of(query.Person);
        if (people.UnknownIn(history, newest) is { } unknown)
            return Problems.UnknownValue("person", unknown);

        return feeds.Of(slug, newest, history, people).Answer();
    }
}
