using Agenda.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Startup;

/// <summary>
/// Uses the second processor while the first builds the host and prepares the database: most of a start is the just-in-time compiler, and much
/// of what it makes can be made meanwhile. Nothing depends on it; without it the same is done a moment later, a third of a second in all.
/// </summary>
internal static class Warming
{
    /// <summary>Has a query translated, without a connection, by a context of its own.</summary>
    public static void BeginQueries(IConfiguration configuration) => _ = Task.Run(async () =>
    {
        await using var services = new ServiceCollection().AddAgendaDatabase(configuration).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<AgendaDbContext>().Conferences.AsNoTracking().Where(c => c.Slug == "").ToQueryString();
    });

    /// <summary>Builds the endpoints, as the server will.</summary>
    public static void BeginEndpoints(IEndpointRouteBuilder app) => _ = Task.Run(() => app.DataSources.ToList().Sum(source => source.Endpoints.Count));
}
