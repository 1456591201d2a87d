using System.ComponentModel;
using Agenda.Api.Http;
using Agenda.Api.Scheduling;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Releases;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Interchange.Tables;

/// <summary>How a table is to be imported.</summary>
internal readonly struct TableImportQuery
{
    [FromQuery(Name = "dryRun"), Description("Do everything and save nothing; the answer tells what would become of each row, and which are refused.")]
    public bool? DryRun { get; init; }

    [FromQuery(Name = "edits"), Description("What counts where a row was edited here since it was exported and differs: \"here\" (unless said) or \"file\".")]
    public string? Edits { get; init; }
}

/// <summary>Takes back a table that was edited in a spreadsheet: all rows of it or none.</summary>
internal static class ImportTable
{
    public static void Map(RouteGroupBuilder conference) => conference.MapPost("/tables/{table}", HandleAsync)
        .Accepts<Stream>("text/csv", "application/octet-stream")
        .WithMetadata(BodyLimit.File)
        .WithSummary("Import sessions, contributions, people or rooms from CSV, or try it")
        .WithDescription(
            "Takes the tables that are exported as CSV after they were edited: separated by comma, semicolon or tab, in UTF-8, UTF-16 or Windows-1252, with the columns in any order. A column that is missing is left alone, an empty cell clears the field. "
            + "Rows without id are new, unless their code, slug or name is here already; nothing is ever removed. Where the version says that a row was edited here since, both values are told in `changes`, and `edits` says which counts. "
            + "When a row is refused nothing is changed, and the answer (400, `rows-refused`) lists every place.");

    private static async Task<Results<Ok<TableImportResponse>, ProblemHttpResult>> HandleAsync(
        [Description("sessions, contributions, people or rooms.")] string table, [AsParameters] TableImportQuery query, ScheduleUpload upload,
        EditedConference conference, TablesOfConference tables, ConflictWatch watch, AgendaDbContext db, CancellationToken cancellation)
    {
        if (query.Edits is not (null or "here" or "file"))
            return Problems.Invalid("edits", "must be \"here\" or \"file\".");
        if (tables.Find(table) is not { } found)
            return Problems.Missing("table", table);

        var (file, refusal) = TableFile.Read(upload.File, found.Names);
        if (file is null)
            return Problems.Of(StatusCodes.Status400BadRequest, refusal!.Code, refusal.Reason);

        var tries = query.DryRun ?? false;
        return await OneTransaction.RunAsync(db, TakeAsync, cancellation, keep: !tries);

        async Task<Results<Ok<TableImportResponse>, ProblemHttpResult>> TakeAsync(CancellationToken stop)
        {
            var notes = new TableNotes();
            await found.LoadAsync(stop);
            await found.TakeAsync(file, new TableOrder(query.Edits == "file", notes), stop);
            var conflicts = ConflictChanges.None;
            if (notes.RefusedCount == 0)
                conflicts = await watch.AroundAsync(db.ChangeTracker.HasChanges(), () => SaveAsync(db, stop), stop);
            else if (!tries)
                return Refused(notes);
            return TypedResults.Ok(TableImportResponse.Of(conference, table, file, notes, tries, conflicts));
        }
    }

    private static async Task SaveAsync(AgendaDbContext db, CancellationToken cancellation)
    {
        await ExchangedCodes.AllowAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static ProblemHttpResult Refused(TableNotes notes)
    {
        var refusal = TableRefusals.RowsRefused(notes.RefusedCount);
        return Problems.Of(StatusCodes.Status400BadRequest, refusal.Code, refusal.Reason, ("places", notes.Refused));
    }
}
