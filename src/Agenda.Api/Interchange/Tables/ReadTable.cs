using System.ComponentModel;
using Agenda.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Agenda.Api.Interchange.Tables;

/// <summary>A table of the programme for a spreadsheet, from which it can come back.</summary>
internal static class ReadTable
{
    public static void Map(RouteGroupBuilder conference) => conference.MapGet("/tables/{table}.csv", HandleAsync)
        .WithSummary("Export sessions, contributions, people or rooms as CSV")
        .WithDescription(
            "Everything that is entered of the `sessions`, `contributions`, `people` or `rooms`, as far as the caller may see it: RFC 4180 in UTF-8 with a byte order mark, with the same column names in every language. "
            + "What a spreadsheet could take for a formula has an apostrophe before it. The file can be edited and imported again; unchanged it changes nothing.")
        .Produces<string>(StatusCodes.Status200OK, CsvTable.MediaType);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> HandleAsync(
        [Description("sessions, contributions, people or rooms.")] string table,
        [FromQuery(Name = "template"), Description("Only the names of the columns and one row as an example.")] bool? template,
        EditedConference conference, TablesOfConference tables, CancellationToken cancellation)
    {
        if (tables.Find(table) is not { } found)
            return Problems.Missing("table", table);

        await found.LoadAsync(cancellation);
        var isTemplate = template is true;
        return CsvTable.Download($"{table}-{(isTemplate ? "template" : conference.Slug)}.csv", async csv =>
        {
            await csv.WriteAsync(found.Names);
            foreach (var line in isTemplate ? [found.Example()] : found.Lines())
                await csv.WriteAsync(line);
        });
    }
}
