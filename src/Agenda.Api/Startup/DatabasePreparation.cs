using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.Audit;
using Agenda.Infrastructure.Releases;
using Agenda.Infrastructure.Samples;
using Microsoft.EntityFrameworkCore;

namespace Agenda.Api.Startup;

/// <summary>Before the first request: the tables are up to date, somebody who tries the service out finds a sample conference, and the releases are known.</summary>
internal sealed class DatabasePreparation(IServiceScopeFactory scopes, PublishedAgendas agendas, MyAgendaTokens tokens, IHostEnvironment environment, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AgendaDbContext>();
        await db.BringUpToDateAsync(cancellationToken);
        if (environment.IsDevelopment() && !await db.Conferences.AnyAsync(cancellationToken))
        {
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Operation = "sample";
            await SampleConference.AddToAsync(db, clock.Now(), cancellationToken);
        }

        await tokens.PrepareAsync(cancellationToken);
        await agendas.RefreshAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
