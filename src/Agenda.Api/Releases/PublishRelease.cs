using System.ComponentModel;
using System.Security.Claims;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Api.Security;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>What an organiser says to a release.</summary>
public sealed record PublishReleaseRequest
{
    /// <summary>What is new, in a sentence; public.</summary>
    public string? Note { get; init; }

    /// <summary>Conflicts that are meant to be so. One that is not there any more is passed over.</summary>
    public IReadOnlyList<AcknowledgementRequest> Acknowledgements { get; init; } = [];

    /// <summary>One reason for which all errors are acknowledged that stand at the moment of publishing.</summary>
    public string? AcknowledgeAll { get; init; }

    internal sealed class Rules : AbstractValidator<PublishReleaseRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Note).Lines(Limits.Note);
            RuleFor(r => r.Acknowledgements).AtMost(Limits.Acknowledgements);
            RuleForEach(r => r.Acknowledgements).SetValidator(new AcknowledgementRequest.Rules());
            RuleFor(r => r.AcknowledgeAll).NotEmpty().Lines(Limits.Note).When(r => r.AcknowledgeAll is not null);
        }
    }
}

/// <summary>Publishes the programme as it stands as the next numbered release, unless errors stand that nobody acknowledged.</summary>
internal static class PublishRelease
{
    /// <summary>How many of the conflicts that stand in the way are told.</summary>
    private const int ConflictsTold = 100;

    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/releases", HandleAsync)
        .WithSummary("Publish the programme")
        .WithDescription(
            "Copies the programme as it stands into an immutable release with the next number. Drafts stay out, cancelled sessions stay in. While errors stand among what would be published that are not acknowledged, it is refused: "
            + "`conflicts` names them, up to 100, and `count` says how many there are. They can be acknowledged with the request itself, each or all.");

    private static async Task<Results<Created<ReleaseResponse>, Ok<PublishPreviewResponse>, ProblemHttpResult>> HandleAsync(
        PublishReleaseRequest? request, [FromQuery(Name = "preview"), Description("Publish nothing; the answer tells what would be published, and what stands in its way.")] bool? preview,
        ClaimsPrincipal user, EditedConference conference, AgendaDbContext db, PublishedAgendas agendas, ReleaseRetention retention, PublicAddress address, TimeProvider clock,
        CancellationToken cancellation)
    {
        var publication = new Publication(clock.Now(), Caller.Of(user)!.Name, request?.Note)
        {
            Acknowledgements = [.. request?.Acknowledgements.Select(a => a.ToDomain()) ?? []],
            AcknowledgeAll = request?.AcknowledgeAll,
        };
        var outcome = await ReleaseStore.PublishAsync(db, conference.Id, new PublishOrder(publication) { Retention = retention, Preview = preview ?? false }, cancellation);
        if (preview is true && outcome.Release is not null)
            return TypedResults.Ok(PublishPreviewResponse.Of(outcome, await StandingAsync(outcome, conference, db, cancellation), conference.Slug, address));
        if (outcome.Refusal is { } refusal)
        {
            return outcome.Gate is not { } gate ? Problems.Refused(refusal) : Problems.Of(
                StatusCodes.Status409Conflict, refusal.Code, refusal.Reason, ("conflicts", await StandingAsync(outcome, conference, db, cancellation)), ("count", gate.Standing.Count));
        }

        await agendas.RefreshAsync(cancellation);
        var release = outcome.Release!;
        return TypedResults.Created(
            $"/api/v1/conferences/{conference.Slug}/releases/{release.Number}", new ReleaseResponse(release.Number, release.PublishedAt, release.Note, release.Sessions.Count));
    }

    private static async Task<IReadOnlyList<ConflictResponse>> StandingAsync(PublishOutcome outcome, EditedConference conference, AgendaDbContext db, CancellationToken cancellation)
    {
        var told = outcome.Gate!.Standing.OrderBy(ConflictOrder.Of, StringComparer.Ordinal).Take(ConflictsTold).ToList();
        return told.Count == 0 ? [] : (await ConflictTelling.OfAsync(db, conference, told, cancellation)).Tell(told, conference);
    }
}
