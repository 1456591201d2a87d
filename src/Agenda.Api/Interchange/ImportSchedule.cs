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
    [FromQuery(Name = "format"), Description("The format of the file: \"frab-xml\", \"schedule-json\", \"schedule-json-2\", \"sessionize\", \"conftool-sessions\", \"conftool-papers\" or \"conftool-people\"; recognised by the content unless said.")]
    public string? Format { get; init; }

    [FromQuery(Name = "zone"), Description("The IANA name of the zone in which wall times of the file are, such as Europe/Brussels; the file's own unless said, else the conference's. Files of ConfTool and Sessionize have none, so that it is needed for them.")]
    public string? Zone { get; init; }

    [FromQuery(Name = "edits"), Description("What is taken where a field was changed in the file and here since the last import: \"here\" (unless said) or \"file\". The report tells both values.")]
    public string? Edits { get; init; }

    [FromQuery(Name = "dryRun"), Description("Do everything and save nothing; the report tells what would have become of it.")]
    public bool? DryRun { get; init; }
}

/// <summary>Imports a schedule file into the programme: all of it or nothing.</summary>
internal static class ImportSchedule
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/imports", HandleAsync)
        .Accepts<Stream>("application/xml", "text/xml", "application/json", "text/csv", "application/octet-stream")
        .WithMetadata(BodyLimit.File)
        .WithSummary("Import a schedule file")
        .WithDescription(
            "Takes frab or pentabarf schedule.xml, c3voc schedule.json of either version, what Sessionize's API answers, and what ConfTool exports (sessions, papers and people, as XML or CSV). What such files commonly have wrong is mended or left out, and reported with the place; "
            + "sessions of an earlier import are recognised by GUID, else id, and updated: what was edited here since is not overwritten unseen. A file that is no schedule is refused and changes nothing. "
            + "Whoever accepts `text/event-stream` hears of it as it goes on: `progress` with `done` and `of`, and at the end `report` or `refused` with what the answer would be otherwise.");

    private static async Task<Results<Ok<ImportResponse>, ImportEvents, ProblemHttpResult>> HandleAsync(
        [AsParameters] ImportQuery query, ScheduleUpload upload, EditedConference conference, HttpContext http, ConflictWatch watch, AgendaDbContext db, TimeProvider clock, CancellationToken cancellation)
    {
        if (query.Edits is not (null or "here" or "file"))
            return Problems.Invalid("edits", "Say \"here\" or \"file\".");

        var reading = ScheduleReader.Read(upload.File, query.Format);
        if (ImportEvents.AreAskedFor(http))
            return new ImportEvents((progress, stop) => RunAsync(progress, stop));

        var (done, problem) = await RunAsync(null, cancellation);
        return done is not null ? TypedResults.Ok(done) : problem!;

        async Task<(ImportResponse?, ProblemHttpResult?)> RunAsync(IProgress<ImportProgress>? progress, CancellationToken stop)
        {
            var conflicts = ConflictChanges.None;
            var order = new ImportOrder(conference.Slug, reading)
            {
                At = clock.Now(),
                Zone = query.Zone,
                Edits = query.Edits == "file" ? ImportSide.File : ImportSide.Here,
                DryRun = query.DryRun ?? false,
                Conflicts = async (before, after, halt) => conflicts = await watch.ChangesAsync(before, after, halt),
                Progress = progress,
            };
            var (report, refusal) = await ImportProgramme.RunAsync(db, order, stop);
            return report is not null ? (new ImportResponse(report, conflicts), null) : (null, Refused(refusal!));
        }
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
