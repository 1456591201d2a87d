using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Agenda.Api.MyAgendas;

/// <summary>What is starred, what clashes, and when a calendar looked last.</summary>
internal static class ReadMyAgenda
{
    public static void Map(RouteGroupBuilder mine) => mine.MapGet("", HandleAsync).WithSummary("Read your own agenda");

    private static async Task<Results<Ok<MyAgendaResponse>, ProblemHttpResult>> HandleAsync(
        HttpContext http, EditedMyAgenda edited, AgendaDbContext db, MyAgendaSources sources, CancellationToken cancellation) =>
        await edited.LoadAsync(cancellation) is { } mine
            ? TypedResults.Ok(await MyAgendaResponse.ReadAsync(mine, db, sources, cancellation))
            : EditedMyAgenda.Unknown(http);
}
