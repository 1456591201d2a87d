using System.ComponentModel;
using System.Reflection;
using Agenda.Api.Http;
using Agenda.Domain;
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

    private static Task<Results<Ok<ImportResponse>, ImportEvents, ProblemHttpResult>> HandleAsync(
        [AsParameters] ImportQuery query, ScheduleUpload upload, EditedConference conference, HttpContext http, ImportIntoConference import, CancellationToken cancellation) =>
        import.RunAsync(query, conference, http, _ => Task.FromResult<(ReadOnlyMemory<byte>, Refusal?)>((upload.File, null)), cancellation);
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
