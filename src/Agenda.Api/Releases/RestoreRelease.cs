using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Domain.Releases;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Releases;

/// <summary>That it is known what is overwritten.</summary>
public sealed record RestoreReleaseRequest
{
    /// <summary>What trying it (<c>dryRun=true</c>) answered as <c>state</c>; not needed for trying.</summary>
    public string? State { get; init; }

    internal sealed class Rules : AbstractValidator<RestoreReleaseRequest>
    {
        public Rules() => RuleFor(r => r.State).Line(Limits.Name);
    }
}

/// <summary>Brings an old release back into the programme; nothing is published by it.</summary>
internal static class RestoreRelease
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/releases/{number:int}/restoration", HandleAsync)
        .WithSummary("Bring an old release back into the programme")
        .WithDescription(
            "The sessions are again what the release says, in texts, people, contributions, place, time and status. Those that are gone come back under their old ids, with rooms, types, tracks and people that are gone; "
            + "what is there keeps what it is called now. Sessions that came after the release become drafts. Notes, seats and e-mail addresses stay. Try it first (`dryRun=true`): the answer lists what would be overwritten, "
            + "and its `state` has to be sent to do it. It can be taken back with `undo`, and is not public before it is published.");

    private static async Task<Results<Ok<RestorationResponse>, ProblemHttpResult>> HandleAsync(
        int number, RestoreReleaseRequest? request, [FromQuery(Name = "dryRun"), Description("Save nothing; the answer tells what would become of it.")] bool? dryRun,
        EditedConference conference, ConflictWatch watch, AgendaDbContext db, AuditTrail trail, CancellationToken cancellation)
    {
        var tries = dryRun ?? false;
        if (!tries && request?.State is null)
            return Problems.Invalid("state", "must be what trying it with dryRun=true answered.");

        var (report, notKept) = await ReleaseRestoration.RunAsync(db, trail, new RestorationOrder(conference.Id, number, tries ? null : request!.State), cancellation);
        if (report is null)
            return notKept ? PublishedRelease.NotKept(number) : Problems.Missing("release", number);

        var response = RestorationResponse.Of(number, report, await watch.ChangesAsync(report.Before, report.After, cancellation));
        var refusal = ReleaseRefusals.ProgrammeChanged();
        return report.Changed ? Problems.Of(StatusCodes.Status409Conflict, refusal.Code, refusal.Reason, ("current", response)) : TypedResults.Ok(response);
    }
}
