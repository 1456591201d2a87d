using Agenda.Api.Security;
using Agenda.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.MyAgendas;

/// <summary>Gives an agenda of one's own another edit token.</summary>
internal static class ReplaceEditToken
{
    public static void Map(RouteGroupBuilder mine) => mine.MapPost("/edit-token", HandleAsync)
        .WithSummary("Replace the edit token")
        .WithDescription("The present one is worthless at once, on all devices. The feed stays what it is.");

    private static async Task<Results<Ok<EditTokenResponse>, ProblemHttpResult>> HandleAsync(
        HttpContext http, EditedMyAgenda edited, MyAgendaTokens tokens, AgendaDbContext db, CancellationToken cancellation)
    {
        if (await edited.LoadAsync(cancellation) is not { } mine)
            return EditedMyAgenda.Unknown(http);

        var token = await tokens.NewAsync(MyAgendaToken.Edit, cancellation);
        // Of two who replace it at once, one is too late: nobody is given a token that is worthless already.
        var (before, hash) = (mine.EditHash, Secret.HashOf(token));
        return await db.MyAgendas.Where(m => m.Id == mine.Id && m.EditHash == before).ExecuteUpdateAsync(set => set.SetProperty(m => m.EditHash, hash), cancellation) > 0
            ? TypedResults.Ok(new EditTokenResponse(token))
            : EditedMyAgenda.Unknown(http);
    }
}

/// <summary>A new edit token, which is shown this once.</summary>
public sealed record EditTokenResponse(string EditToken);
