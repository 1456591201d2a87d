using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Resources;
using Agenda.Domain.Resources;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Archives;
using Agenda.Infrastructure.Releases;
using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Archives;

/// <summary>How an archive is to be imported.</summary>
public sealed record ArchiveImportQuery
{
    /// <summary>Do everything and save nothing.</summary>
    [FromQuery(Name = "dryRun"), Description("Do everything and save nothing; the report tells what would come in.")]
    public bool? DryRun { get; init; }

    /// <summary>Another slug than the archive's.</summary>
    [FromQuery(Name = "as"), Description("What the conference is to be called in addresses here, if not as it was.")]
    public string? As { get; init; }

    internal sealed class Rules : AbstractValidator<ArchiveImportQuery>
    {
        public Rules() => RuleFor(q => q.As).Slug().MinimumLength(1);
    }
}

/// <summary>Makes a conference of an archive: all of it or nothing.</summary>
internal static class ImportArchive
{
    // Who sends a little too much hears why; a connection that is cut at once says nothing.
    private const long ReadBeyond = 1024 * 1024;

    public static void Map(RouteGroupBuilder organisers) => organisers.MapPost("/archives", HandleAsync)
        .Accepts<Stream>(ArchiveLayout.MediaType, "application/octet-stream")
        .WithMetadata(BodyLimit.Upload(((IEndpointRouteBuilder)organisers).ServiceProvider.GetRequiredService<ArchiveLimits>().LargestBytes + ReadBeyond))
        .WithSummary("Import the archive of a conference")
        .WithDescription(
            "Makes the conference that the archive has, with the same ids, releases and UIDs in feeds. Refused where a conference of that slug is here already, unless `as` says another, or something with one of its ids; "
            + "and where the archive is damaged, of a newer format, larger than is taken, or breaks rules that entered data is held to. Members are not in it: give roles afterwards.")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<Results<Created<ArchiveResponse>, Ok<ArchiveResponse>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ArchiveImportQuery query, ReceivedBody body, ArchiveLimits limits, FileLimits files, PublicAddress address, AgendaDbContext db, PublishedAgendas agendas, CancellationToken cancellation)
    {
        if (!await body.ReceiveAsync(limits.LargestBytes, cancellation))
            return Refused(new RefusedArchiveException(ArchiveRefusals.TooLarge(limits.LargestMegabytes)));

        var (report, refused) = await ArchiveImport.RunAsync(db, body.Content!, new ArchiveOrder(query.As, query.DryRun ?? false, files, address.Host), cancellation);
        if (report is null)
            return Refused(refused!);
        if (report.DryRun)
            return TypedResults.Ok(report);

        await agendas.RefreshAsync(cancellation);
        return TypedResults.Created($"/api/v1/conferences/{report.Slug}", report);
    }

    private static ProblemHttpResult Refused(RefusedArchiveException refused) => refused.Refusal.Code switch
    {
        "slug-taken" or "slug-reserved" or "archive-already-here" or "ids-taken" => Problems.Refused(refused.Refusal),
        "archive-too-large" => Problems.Of(StatusCodes.Status413PayloadTooLarge, refused.Refusal.Code, refused.Refusal.Reason),
        _ => Problems.Of(StatusCodes.Status400BadRequest, refused.Refusal.Code, refused.Refusal.Reason, ("places", refused.Places)),
    };
}
