using Agenda.Api.Http;
using Agenda.Api.MyAgendas;
using Agenda.Infrastructure;
using Agenda.Infrastructure.MyAgendas;

namespace Agenda.Api.Startup;

/// <summary>Writes down now and then which feeds were read, at the end as well, and forgets what is long over.</summary>
internal sealed class MyAgendaUpkeep(IServiceScopeFactory scopes, FetchLog fetches, MyAgendaSources sources, TimeProvider clock, ILogger<MyAgendaUpkeep> logger) : BackgroundService
{
    private const int WritesPerExpiry = 120;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(WriteAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        for (var i = 0; await timer.WaitForNextTickAsync(stoppingToken); i++)
        {
            await TryAsync(WriteAsync, stoppingToken);
            if (i % WritesPerExpiry == 0)
                await TryAsync((db, stop) => MyAgendaExpiry.RunAsync(db, clock.Now(), sources.KeptDays, stop), stoppingToken);
        }
    }

    private Task WriteAsync(AgendaDbContext db, CancellationToken cancellation) => fetches.WriteAsync(db, cancellation);

    private async Task TryAsync(Func<AgendaDbContext, CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<AgendaDbContext>(), cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is: an exception that left here would stop the service. The next time does what was left.
            logger.LogError(e, "Attendees' own agendas could not be looked after.");
        }
    }
}
