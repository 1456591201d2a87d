using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Http;

/// <summary>
/// Two edits that meet in the database: the later one is handled again from the start, so that it sees what the other did and gets the
/// ordinary answer for it (412 with the present state, 409 for a name that is now taken, 404). Nothing of the first attempt was saved.
/// </summary>
internal sealed class RepeatOnCollision : IEndpointFilter
{
    private const int Attempts = 3;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await next(context);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                context.HttpContext.RequestServices.GetRequiredService<AgendaDbContext>().ChangeTracker.Clear();
            }
            catch (DbUpdateException)
            {
                return Problems.Of(StatusCodes.Status409Conflict, "edits-collided", "Others are editing the same just now. Nothing was saved; try again.");
            }
        }
    }
}
