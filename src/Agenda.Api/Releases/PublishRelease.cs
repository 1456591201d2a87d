using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Releases;

/// <summary>What an organiser says to a release.</summary>
public sealed record PublishReleaseRequest
{
    /// <summary>What is new, in a sentence; public.</summary>
    public string? Note { get; init; }

    internal sealed class Rules : AbstractValidator<PublishReleaseRequest>
    {
        public Rules() => RuleFor(r => r.Note).Lines(Limits.Note);
    }
}

/// <summary>Publishes the programme as it stands as the next numbered release.</summary>
internal static class PublishRelease
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/releases", HandleAsync)
        .WithSummary("Publish the programme")
        .WithDescription("Copies the programme as it stands into an immutable release with the next number. Drafts stay out, cancelled sessions stay in.");

    private static async Task<Results<Created<ReleaseResponse>, ProblemHttpResult>> HandleAsync(
        PublishReleaseRequest? request, ClaimsPrincipal user, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, TimeProvider clock, CancellationToken cancellation)
    {
        var outcome = await ReleaseStore.PublishAsync(db, conference.Id, new Publication(clock.Now(), Caller.Of(user)!.Name, request?.Note), cancellation);
        if (outcome.Release is not { } release)
            return Problems.Refused(outcome.Refusal!);

        await agendas.RefreshAsync(cancellation);
        return TypedResults.Created(
            $"/api/v1/conferences/{conference.Slug}/releases/{release.Number}", new ReleaseResponse(release.Number, release.PublishedAt, release.Note, release.Sessions.Count));
    }
}
