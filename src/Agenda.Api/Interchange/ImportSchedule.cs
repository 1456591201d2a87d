using System.ComponentModel;
using System.Reflection;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Interchange;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Interchange;

/// <summary>How a schedule file is to be imported.</summary>
internal readonly struct ImportQuery
{
    [FromQuery(Name = "format"), Description("The format of the file, \"frab-xml\", \"schedule-json\", \"schedule-json-2\" or \"sessionize\"; recognised by the content unless said.")]
    public string? Format { get; init; }

    [FromQuery(Name = "zone"), Description("The IANA name of the zone in which wall times of the file are, such as Europe/Brussels; the file's own unless said, else the conference's. Must be said for Sessionize, whose files name none.")]
    public string? Zone { get; init; }

    [FromQuery(Name = "dryRun"), Description("Do everything and save nothing; the report tells what would have become of it.")]
    public bool? DryRun { get; init; }
}

/// <summary>Imports a schedule file into the programme: all of it or nothing.</summary>
internal static class ImportSchedule
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/imports", HandleAsync)
        .Accepts<Stream>("application/xml", "text/xml", "application/json", "application/octet-stream")
        .WithMetadata(BodyLimit.File)
        .WithSummary("Import a schedule file")
        .WithDescription(
            "Takes frab or pentabarf schedule.xml, c3voc schedule.json of either version, and what Sessionize's API answers. What such files commonly have wrong is mended or left out, and reported with the place; "
            + "sessions of an earlier import are recognised by GUID, else id, and updated. A file that is no schedule is refused and changes nothing.");

    private static async Task<Results<Ok<ImportResponse>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ImportQuery query, ScheduleUpload upload, EditedConference conference, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        var conflicts = ConflictChanges.None;
        var order = new ImportOrder(conference.Slug, ScheduleReader.Read(upload.File, query.Format))
        {
            Zone = query.Zone,
            DryRun = query.DryRun ?? false,
            Conflicts = async (before, after, stop) => conflicts = await watch.ChangesAsync(before, after, stop),
        };
        var (report, refusal) = await ImportProgramme.RunAsync(db, order, cancellation);
        return report is not null ? TypedResults.Ok(new ImportResponse(report, conflicts)) : Refused(refusal!);
    }

    private static ProblemHttpResult Refused(ImportRefusal refused) => refused.Blame switch
    {
        ImportBlame.Format => Problems.Invalid("format", refused.Refusal.Reason, refused.Refusal.Code),
        ImportBlame.Zone => Problems.Invalid("zone", refused.Refusal.Reason, refused.Refusal.Code),
        ImportBlame.Conference => Problems.Of(StatusCodes.Status404NotFound, refused.Refusal.Code, refused.Refusal.Reason),
        ImportBlame.Rule => Problems.Refused(refused.Refusal),
        _ => Problems.Of(StatusCodes.Status400BadRequest, refused.Refusal.Code, refused.Refusal.Reason, ("places", refused.Places)),
    };
}

/// <summary>The file in the body of a request, read before the operation begins so that it can be repeated.</summary>
internal sealed class ScheduleUpload : IBindableFromHttpContext<ScheduleUpload>
{
    private ScheduleUpload(ReadOnlyMemory<byte> file) => File = file;

    public ReadOnlyMemory<byte> File { get; }

    public static async ValueTask<ScheduleUpload?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var file = new MemoryStream((int)Math.Clamp(context.Request.ContentLength ?? 0, 0, Limits.ImportBytes));
        await context.Request.Body.CopyToAsync(file, context.RequestAborted);
        return new ScheduleUpload(file.GetBuffer().AsMemory(0, (int)file.Length));
    }
}
