using Agenda.Api.Audit;

namespace Agenda.Api.Startup;

/// <summary>Asks once a second for edits of the conferences to which anybody listens.</summary>
internal sealed class EditWatch(EditNews news, TimeProvider clock, ILogger<EditWatch> logger) : BackgroundService
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
                await news.AskAsync(stoppingToken);
                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // As for releases: whatever it is, the next second asks again.
                if (!failing)
                    logger.LogError(e, "The database cannot be asked for edits. Whoever listens hears of them later.");
                failing = true;
            }
        }
    }
}
