using Agenda.Infrastructure.Releases;

namespace Agenda.Api.Startup;

/// <summary>Asks once a second whether another process has published, so that no request has to.</summary>
internal sealed class ReleaseWatch(PublishedAgendas agendas, TimeProvider clock, ILogger<ReleaseWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await agendas.RefreshAsync(stoppingToken);
                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: an exception that left here would stop the service. Readers keep what is in memory; one line in the log per outage is enough.
                if (!failing)
                    logger.LogError(e, "The database cannot be asked for new releases. What is known is served on.");
                failing = true;
            }
        }
    }
}
