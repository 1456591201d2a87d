using Agenda.Api.Http;
using Agenda.Domain.Releases;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>What a release changed.</summary>
internal static class ReadChanges
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/conferences/{slug}/releases/{number:int}/changes", HandleAsync)
        .WithSummary("Read what a release changed")
        .WithDescription("Per session, since an older release: `since`, by default the one before. The first release changed everything: there is nothing before it but the number 0.");

    private static async Task<Results<Ok<ChangesResponse>, ProblemHttpResult>> HandleAsync(
        string slug, int number, [FromQuery] int? since, PublishedAgendas agendas, PublicAddress address, CancellationToken cancellation)
    {
        var (newer, missing) = await PublishedRelease.FindAsync(slug, number, agendas, cancellation);
        if (newer is null)
            return missing!;

        var from = since ?? number - 1;
        if (from < 0 || from >= number)
            return Problems.Invalid("since", $"must be from 0 to {number - 1}.");

        var (older, noOlder) = from == 0 ? default : await PublishedRelease.FindAsync(slug, from, agendas, cancellation);
        if (noOlder is not null)
            return noOlder;

        var changes = ReleaseChanges.Between(older?.Document ?? newer.Document with { Sessions = [] }, newer.Document);
        return TypedResults.Ok(new ChangesResponse(slug, number, from, [.. changes.Select(c => ChangeOfSession.Of(c, older, newer, slug, address))]));
    }
}

/// <summary>What differs between two releases, by session code.</summary>
public sealed record ChangesResponse(string Conference, int Release, int Since, IReadOnlyList<ChangeOfSession> Changes);

/// <summary>What changed in one session; <paramref name="Before"/> is null when it was added, <paramref name="After"/> when it was removed.</summary>
public sealed record ChangeOfSession(Guid Id, string Code, string Title, IReadOnlyList<ChangeKind> Kinds, AgendaSession? Before, AgendaSession? After)
{
    internal static ChangeOfSession Of(SessionChange change, PublishedAgenda? older, PublishedAgenda newer, string slug, PublicAddress address) => new(
        change.Session.Id.Value, change.Session.Code, change.Session.Title, change.Kinds,
        change.Before is { } before ? AgendaSession.Of(older!.Session(before.Code)!, slug, address) : null,
        change.After is { } after ? AgendaSession.Of(newer.Session(after.Code)!, slug, address) : null);
}
