using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Domain;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Interchange;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.Interchange;

/// <summary>Brings a file into a conference, wherever the file comes from, and answers at the end or tells of it as it goes on.</summary>
internal sealed class ImportIntoConference(ConflictWatch watch, AgendaDbContext db, TimeProvider clock)
{
    /// <summary>Gets the file and imports it.</summary>
    public async Task<Results<Ok<ImportResponse>, ImportEvents, ProblemHttpResult>> RunAsync(
        ImportQuery query, EditedConference conference, HttpContext http, Func<CancellationToken, Task<(ReadOnlyMemory<byte> File, Refusal? Refusal)>> get, CancellationToken cancellation)
    {
        if (query.Edits is not (null or "here" or "file"))
            return Problems.Invalid("edits", "Say \"here\" or \"file\".");
        if (ImportEvents.AreAskedFor(http))
            return new ImportEvents(ImportAsync);

        var (report, problem) = await ImportAsync(null, cancellation);
        return report is not null ? TypedResults.Ok(report) : problem!;

        async Task<(ImportResponse?, ProblemHttpResult?)> ImportAsync(IProgress<ImportProgress>? progress, CancellationToken stop)
        {
            var (file, refusal) = await get(stop);
            return refusal is not null
                ? (null, Problems.Of(StatusCodes.Status400BadRequest, refusal.Code, refusal.Reason))
                : await SaveAsync(query, conference, file, progress, stop);
        }
    }

    private async Task<(ImportResponse?, ProblemHttpResult?)> SaveAsync(ImportQuery query, EditedConference conference, ReadOnlyMemory<byte> file, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var conflicts = ConflictChanges.None;
        var order = new ImportOrder(conference.Slug, ScheduleReader.Read(file, query.Format))
        {
            At = clock.Now(),
            Zone = query.Zone,
            Edits = query.Edits == "file" ? ImportSide.File : ImportSide.Here,
            DryRun = query.DryRun ?? false,
            Conflicts = async (before, after, stop) => conflicts = await watch.ChangesAsync(before, after, stop),
            Progress = progress,
        };
        var (report, refusal) = await ImportProgramme.RunAsync(db, order, cancellation);
        return report is not null ? (new ImportResponse(report, conflicts), null) : (null, Refused(refusal!));
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
