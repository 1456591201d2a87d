using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Releases.Changes;
using Agenda.Infrastructure.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Agenda.Api.Releases;

/// <summary>Which changes are asked for.</summary>
public sealed record ChangesQuery
{
    [FromQuery(Name = "since"), Description("The release to compare with; by default the one before. 0 is before the first; a later one tells what going back would change.")]
    public int? Since { get; init; }

    [FromQuery(Name = "person"), Description("The id of a person with any role in the session, before or after.")]
    public string[] Person { get; init; } = [];

    internal sealed class Rules : AbstractValidator<ChangesQuery>
    {
        public Rules() => RuleFor(q => q.Person).FilterValues();
    }
}

/// <summary>What differs between two releases.</summary>
internal static class ReadChanges
{
    public static void Map(RouteGroupBuilder api) => api.MapMethods("/conferences/{slug}/releases/{number:int}/changes", [HttpMethods.Get, HttpMethods.Head], HandleAsync)
        .WithSummary("Read what a release changed")
        .WithDescription(
            "Per session, by code, since another release: its kinds for programs, sentences for people, and the session before and after. Whoever has the sessions of "
            + "`since` and puts `after` in the place of each `before` has those of this release exactly.")
        .Produces<ChangesResponse>()
        .WithMetadata(new AnswersConditionally());

    private static async Task<Results<Representation, ProblemHttpResult>> HandleAsync(
        string slug, int number, [AsParameters] ChangesQuery query, PublishedAgendas agendas, ComparedReleases compared, CancellationToken cancellation)
    {
        var (newer, missing) = await PublishedRelease.FindAsync(slug, number, agendas, cancellation);
        if (newer is null)
            return missing!;

        var since = query.Since ?? number - 1;
        if (since < 0)
            return Problems.Invalid("since", "must be 0 or the number of a release.");

        var (older, noOlder) = since == 0 ? default : await PublishedRelease.FindAsync(slug, since, agendas, cancellation);
        if (noOlder is not null)
            return noOlder;

        var people = PeopleAskedFor.Of(query.Person);
        if (people.UnknownIn(older, newer) is { } unknown)
            return Problems.UnknownValue("person", unknown);

        var changes = await compared.OfAsync(slug, older, newer, cancellation);
        var lastModified = older is null ? newer.Document.ModifiedAt : Instant.Max(older.Document.ModifiedAt, newer.Document.ModifiedAt);
        return new Representation(changes.Of(people), "application/json; charset=utf-8", lastModified);
    }
}
